package dev.decant.model.routine;

/** What the result of a function depends on. */
public enum Volatility {
    /** Anything; it may also change the database. */
    VOLATILE,
    /** Its arguments and the database. */
    STABLE,
    /** Its arguments only. */
    IMMUTABLE
}
