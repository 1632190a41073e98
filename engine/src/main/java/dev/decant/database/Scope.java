package dev.decant.database;

import java.util.Set;

/**
 * What part of a database is looked at.
 *
 * @param namespaces the namespaces; all that are not the system's when empty
 * @param privileges whether it matters what roles may do with the things that are there
 */
public record Scope(Set<String> namespaces, boolean privileges) {
    /** Everything that is not the system's, whatever roles may do with it. */
    public static final Scope EVERYTHING = new Scope(Set.of());

    /** Copies the set. */
    public Scope {
        namespaces = Set.copyOf(namespaces);
    }

    /** Some namespaces, whatever roles may do with the things in them. */
    public Scope(Set<String> namespaces) {
        this(namespaces, false);
    }

    /** The same, with regard to what roles may do or without. */
    public Scope withPrivileges(boolean other) {
        return new Scope(namespaces, other);
    }

    /** Whether a namespace is looked at. */
    public boolean includes(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }
}
