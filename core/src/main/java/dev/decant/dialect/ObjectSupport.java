package dev.decant.dialect;

import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import java.util.List;

/**
 * How a dialect writes one kind of object that is not a table; a dialect has one for each kind that its database has.
 *
 * <p>Each method gives the statements for one thing that can happen, to be run in their order; comments aside, which are written apart by
 * {@link #comment}.
 *
 * @param <T> the record of the kind
 */
public interface ObjectSupport<T extends SchemaObject> {
    /** The kind. */
    ObjectKind<T> kind();

    /** The object in the one spelling that the dialect keeps in files. */
    default T canonical(T object) {
        return object;
    }

    /**
     * Whether one object can become the other, which has the same name, without being dropped and created; comments are of no concern. The
     * planner asks before it alters.
     */
    default boolean altersInPlace(T object, T after) {
        return true;
    }

    /** Whether code that rests on the object must step aside while it becomes another in place. */
    default boolean disturbs(T object, T after) {
        return false;
    }

    /** What makes the object. */
    List<Statement> create(T object, SchemaView before);

    /** What removes it. */
    List<Statement> drop(T object, SchemaView before);

    /**
     * What makes one object the other, which has the same name; comments may differ and are of no concern.
     *
     * @throws UnsupportedChangeException when the database has no way to do it
     */
    List<Statement> alter(T object, T after, SchemaView before);

    /**
     * What gives it another name, in the same namespace or another.
     *
     * @throws UnsupportedChangeException when the database has no way to do it
     */
    List<Statement> rename(T object, ObjectName after, SchemaView before);

    /**
     * What gives one of its members another name.
     *
     * @throws UnsupportedChangeException when the kind has no members
     */
    default List<Statement> renameMember(T object, String member, String after, SchemaView before) {
        throw new UnsupportedChangeException(
                object.key().toString(), "a " + kind() + " has no members to rename", "leave the rename out");
    }

    /** What tells users about it, or no longer does when its comment is empty. */
    List<Statement> comment(T object);
}
