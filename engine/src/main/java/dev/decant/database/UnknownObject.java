package dev.decant.database;

import dev.decant.model.ObjectName;
import java.util.Comparator;

/**
 * Something that is in a database and that no schema can say.
 *
 * @param word the database's word for its kind: {@code operator}
 * @param name its name; in no namespace when it is the whole database's
 */
public record UnknownObject(String word, ObjectName name) implements Comparable<UnknownObject> {
    private static final Comparator<UnknownObject> ORDER =
            Comparator.comparing(UnknownObject::word).thenComparing(UnknownObject::name);

    @Override
    public int compareTo(UnknownObject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return word + " " + name;
    }
}
