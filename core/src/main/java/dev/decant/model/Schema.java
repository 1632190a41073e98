package dev.decant.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole state of a database, desired or actual: its tables and its other objects, each by name and in the order of the names.
 *
 * <p>A schema may hold references that lead nowhere, as states half-way through a change do; {@link References#dangling(Schema)} finds
 * them.
 *
 * @param tables the tables
 * @param objects everything else
 */
public record Schema(NavigableMap<ObjectName, Table> tables, NavigableMap<ObjectKey, SchemaObject> objects) {
    /** A schema with nothing in it. */
    public static final Schema EMPTY = new Schema(Collections.emptyNavigableMap(), Collections.emptyNavigableMap());

    /** Copies both maps. */
    public Schema {
        tables = Collections.unmodifiableNavigableMap(new TreeMap<>(tables));
        objects = Collections.unmodifiableNavigableMap(new TreeMap<>(objects));
    }

    /**
     * A schema of these tables and objects.
     *
     * @throws IllegalArgumentException when two share a name
     */
    public static Schema of(Collection<Table> tables, Collection<? extends SchemaObject> objects) {
        SchemaBuilder builder = new SchemaBuilder();
        tables.forEach(builder::add);
        objects.forEach(builder::add);
        return builder.build();
    }

    /** The table of that name. */
    public Optional<Table> table(ObjectName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The object of that kind and name. */
    public Optional<SchemaObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** All objects of a kind. */
    public <T extends SchemaObject> List<T> objects(ObjectKind<T> kind) {
        return objects.values().stream()
                .filter(object -> object.kind().equals(kind))
                .map(kind.type()::cast)
                .toList();
    }

    /** A builder that starts from this. */
    public SchemaBuilder toBuilder() {
        return new SchemaBuilder(this);
    }
}
