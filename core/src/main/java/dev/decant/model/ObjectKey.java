package dev.decant.model;

import java.util.Comparator;

/**
 * What tells one schema object from all others: its kind, its name, and where several of a kind may share a name, what tells those apart.
 *
 * @param kind the kind
 * @param name the name
 * @param distinction what tells it from others of its kind and name: the argument types of a function in parentheses, the table of a
 *     trigger; empty where the name is enough
 */
public record ObjectKey(ObjectKind<?> kind, ObjectName name, String distinction) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.<ObjectKey, String>comparing(
                    key -> key.kind().id())
            .thenComparing(ObjectKey::name)
            .thenComparing(ObjectKey::distinction);

    /** The key of an object whose name is enough. */
    public ObjectKey(ObjectKind<?> kind, ObjectName name) {
        this(kind, name, "");
    }

    /** The same under another name. */
    public ObjectKey withName(ObjectName other) {
        return new ObjectKey(kind, other, distinction);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String separator = distinction.isEmpty() || distinction.startsWith("(") ? "" : " on ";
        return kind.id() + " " + name + separator + distinction;
    }
}
