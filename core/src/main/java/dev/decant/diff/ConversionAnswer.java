package dev.decant.diff;

import dev.decant.model.Expression;

/** What somebody says to a {@link ConversionQuestion}. */
public sealed interface ConversionAnswer {
    /**
     * The values are computed.
     *
     * @param forward the new value, computed from the row before
     * @param backward the old value, computed from the row after
     */
    record Computed(Expression forward, Expression backward) implements ConversionAnswer {}

    /** The values are given up: the column is dropped and added again. */
    record GivenUp() implements ConversionAnswer {}
}
