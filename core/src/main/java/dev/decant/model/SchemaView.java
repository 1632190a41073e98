package dev.decant.model;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** What can be read of a schema: of one that is there, or of one in the making as it is at this moment. */
public sealed interface SchemaView permits Schema, SchemaBuilder.View {
    /** The tables by name. */
    NavigableMap<ObjectName, Table> tables();

    /** Everything else by kind and name. */
    NavigableMap<ObjectKey, SchemaObject> objects();

    /** The table of that name. */
    default Optional<Table> table(ObjectName name) {
        return Optional.ofNullable(tables().get(name));
    }

    /** The object of that kind and name. */
    default Optional<SchemaObject> object(ObjectKey key) {
        return Optional.ofNullable(objects().get(key));
    }

    /** All objects of a kind. */
    default <T extends SchemaObject> List<T> objects(ObjectKind<T> kind) {
        return objects().values().stream()
                .filter(object -> object.kind().equals(kind))
                .map(kind.type()::cast)
                .toList();
    }

    /** Which tables hold rows for which others. */
    default Descent descent() {
        return new Descent(this);
    }

    /** A builder that starts from this. */
    default SchemaBuilder toBuilder() {
        return new SchemaBuilder(this);
    }
}
