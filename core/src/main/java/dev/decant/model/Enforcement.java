package dev.decant.model;

/** Which rows of a table keep a constraint. */
public enum Enforcement {
    /** All of them. */
    ENFORCED,
    /** Those that came after it; the rows that were there before may break it. */
    NOT_VALID,
    /** It is never checked. */
    NOT_ENFORCED
}
