package dev.decant.model;

import java.util.Locale;

/** The kinds of {@link TablePart}. */
public enum PartKind {
    /** A column. */
    COLUMN,
    /** A primary key, unique constraint, foreign key or check. */
    CONSTRAINT,
    /** An index that no constraint owns. */
    INDEX;

    /** The word for it: {@code column}, {@code constraint}, {@code index}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
