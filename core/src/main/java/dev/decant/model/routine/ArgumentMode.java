package dev.decant.model.routine;

/** Which way the value of an argument goes. */
public enum ArgumentMode {
    /** Into the routine. */
    IN,
    /** Out of it. */
    OUT,
    /** In, and out again. */
    INOUT,
    /** In, the rest of the arguments as one array. */
    VARIADIC,
    /** Out, as a column of the rows that it returns. */
    TABLE;

    /** Whether a value is passed in. */
    public boolean isInput() {
        return this == IN || this == INOUT || this == VARIADIC;
    }

    /** Whether a value comes out. */
    public boolean isOutput() {
        return this == OUT || this == INOUT || this == TABLE;
    }
}
