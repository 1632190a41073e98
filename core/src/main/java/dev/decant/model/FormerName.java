package dev.decant.model;

/**
 * What something was called before, as its author says: the hint that makes a rename out of a drop and a create.
 *
 * @param current what it is called now
 * @param former what it was called; for tables and objects in another namespace in the notation of {@link ObjectName}, else a local name
 */
public record FormerName(Reference current, String former) {
    /** Refuses an empty name. */
    public FormerName {
        Names.requireName(former, "former thing");
    }
}
