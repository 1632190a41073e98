package dev.decant.model.trigger;

/** What a trigger waits for. */
public enum TriggerEvent {
    /** New rows. */
    INSERT,
    /** Changed rows. */
    UPDATE,
    /** Rows that go. */
    DELETE,
    /** All rows going at once. */
    TRUNCATE
}
