package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import java.util.Optional;

/**
 * How objects of one kind are declared by fields of a class that extends {@code PgSchema}.
 *
 * @param <T> the record of that kind
 */
interface ObjectCode<T extends SchemaObject> {
    /** The class of the record. */
    Class<T> type();

    /** The class of the schema in which such objects stand together. */
    default String className() {
        return "Database";
    }

    /** The object without what the database adds by itself and no class says. */
    default T said(T object) {
        return object;
    }

    /** The table in whose class it stands, if that is one of the schema. */
    default Optional<ObjectName> table(T object) {
        return Optional.empty();
    }

    /** Whether it needs a field; false when the schema has it because something uses it. */
    default boolean isDeclared(T object, FileCode file) {
        return true;
    }

    /** What a person would call the field. */
    default String field(T object) {
        return Identifiers.field(object.name().local(), object.kind().id().replaceAll("[^a-z]", ""));
    }

    /** The type of the field, a class of the DSL. */
    String fieldType();

    /** The calls that make it, in a field of this name. */
    Chain chain(T object, String field, FileCode file);
}
