package dev.decant.model.trigger;

/** In which sessions a trigger runs, by their {@code session_replication_role}. */
public enum TriggerState {
    /** In all but those that replay a replication. */
    ENABLED,
    /** In none. */
    DISABLED,
    /** In those that replay a replication. */
    REPLICA,
    /** In all. */
    ALWAYS
}
