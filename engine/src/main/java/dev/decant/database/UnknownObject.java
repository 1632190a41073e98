package dev.decant.database;

import dev.decant.model.ObjectName;
import java.util.Comparator;

/**
 * Something that is in a database and that no schema can say.
 *
 * @param kind the word for its kind, by which it can be left out: {@code operator}
 * @param name its name; in no namespace when it is the whole database's
 * @param holder the table whose part it is, by its name alone; may be empty
 */
public record UnknownObject(String kind, ObjectName name, String holder) implements Comparable<UnknownObject> {
    /** The kind of types that schemas have no kind for. */
    public static final String BASE_TYPE = "base type";

    private static final Comparator<UnknownObject> ORDER = Comparator.comparing(UnknownObject::kind)
            .thenComparing(UnknownObject::name)
            .thenComparing(UnknownObject::holder);

    @Override
    public int compareTo(UnknownObject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " " + name + (holder.isEmpty() ? "" : " of " + holder);
    }
}
