package dev.decant.model.trigger;

/** When a trigger runs. */
public enum TriggerTiming {
    /** Before the rows change. */
    BEFORE,
    /** After they have changed. */
    AFTER,
    /** In the place of a change to a view. */
    INSTEAD_OF
}
