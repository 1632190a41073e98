package dev.decant.history;

import java.util.Locale;

/** The two ways through a migration. */
public enum Direction {
    /** From the state before it to the state after it. */
    UP,
    /** Back again. */
    DOWN;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
