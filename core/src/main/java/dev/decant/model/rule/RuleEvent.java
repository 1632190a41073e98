package dev.decant.model.rule;

/** What a rule rewrites; what rewrites reading is a view. */
public enum RuleEvent {
    /** New rows. */
    INSERT,
    /** Changed rows. */
    UPDATE,
    /** Rows that go. */
    DELETE
}
