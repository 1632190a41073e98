package dev.decant.model.trigger;

/** How often a trigger runs. */
public enum TriggerLevel {
    /** Once a row. */
    ROW,
    /** Once a statement, whether or not it touches a row. */
    STATEMENT
}
