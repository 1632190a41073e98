package dev.decant.database;

import java.util.Set;

/**
 * What part of a database is looked at.
 *
 * @param namespaces the namespaces; all that are not the system's when empty
 */
public record Scope(Set<String> namespaces) {
    /** Everything that is not the system's. */
    public static final Scope EVERYTHING = new Scope(Set.of());

    /** Copies the set. */
    public Scope {
        namespaces = Set.copyOf(namespaces);
    }

    /** Whether a namespace is looked at. */
    public boolean includes(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }
}
