package dev.decant.model.routine;

/** What a routine is. */
public enum RoutineType {
    /** It is called in an expression. */
    FUNCTION,
    /** It is called by {@code CALL}. */
    PROCEDURE,
    /** It is called over a window of rows. */
    WINDOW
}
