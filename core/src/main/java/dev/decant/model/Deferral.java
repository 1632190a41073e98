package dev.decant.model;

/** When a constraint is checked. */
public enum Deferral {
    /** At the end of each statement. */
    NOT_DEFERRABLE,
    /** At the end of each statement, unless the transaction asks for later. */
    INITIALLY_IMMEDIATE,
    /** At the end of the transaction. */
    INITIALLY_DEFERRED
}
