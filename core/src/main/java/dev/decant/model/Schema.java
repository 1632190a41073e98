package dev.decant.model;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A whole state of a database, desired or actual: its tables and its other objects, each by name and in the order of the names.
 *
 * <p>A schema may hold references that lead nowhere, as states half-way through a change do.
 *
 * @param tables the tables
 * @param objects everything else
 */
public record Schema(NavigableMap<ObjectName, Table> tables, NavigableMap<ObjectKey, SchemaObject> objects)
        implements SchemaView {
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
}
