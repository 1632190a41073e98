package dev.decant.model;

/** How a foreign key of several columns treats nulls. */
public enum MatchType {
    /** One null frees the row. */
    SIMPLE,
    /** All null or none. */
    FULL
}
