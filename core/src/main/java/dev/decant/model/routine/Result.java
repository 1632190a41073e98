package dev.decant.model.routine;

import dev.decant.model.DataType;

/**
 * What a function returns.
 *
 * @param type the type of one value or row
 * @param setOf whether it returns any number of them
 */
public record Result(DataType type, boolean setOf) {
    /** One value. */
    public static Result of(DataType type) {
        return new Result(type, false);
    }
}
