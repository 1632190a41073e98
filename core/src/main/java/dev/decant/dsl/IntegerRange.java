package dev.decant.dsl;

import dev.decant.model.DataType;
import java.util.Optional;

/**
 * The smallest and the largest value of an integer type.
 *
 * @param smallest the smallest
 * @param largest the largest
 */
record IntegerRange(long smallest, long largest) {
    static final IntegerRange SMALLINT = new IntegerRange(Short.MIN_VALUE, Short.MAX_VALUE);
    static final IntegerRange INTEGER = new IntegerRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
    static final IntegerRange BIGINT = new IntegerRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The range of a type, if it is an integer. */
    static Optional<IntegerRange> of(DataType type) {
        return switch (type.toString()) {
            case "smallint" -> Optional.of(SMALLINT);
            case "integer" -> Optional.of(INTEGER);
            case "bigint" -> Optional.of(BIGINT);
            default -> Optional.empty();
        };
    }
}
