package dev.decant.model;

import java.util.Comparator;

/**
 * What tells one schema object from all others: its kind and its name.
 *
 * @param kind the kind
 * @param name the name
 */
public record ObjectKey(ObjectKind<?> kind, ObjectName name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER =
            Comparator.<ObjectKey, String>comparing(key -> key.kind().id()).thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.id() + " " + name;
    }
}
