package dev.decant.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A schema in the making. Every method that cannot do what it says throws, so that a change never passes over a state that it does not fit. */
public final class SchemaBuilder {
    private final NavigableMap<ObjectName, Table> tables;
    private final NavigableMap<ObjectKey, SchemaObject> objects;
    private final View view;
    private @Nullable Descent descent;

    /** What a builder holds, for reading. */
    final class View implements SchemaView {
        private final NavigableMap<ObjectName, Table> tables;
        private final NavigableMap<ObjectKey, SchemaObject> objects;

        View(NavigableMap<ObjectName, Table> tables, NavigableMap<ObjectKey, SchemaObject> objects) {
            this.tables = Collections.unmodifiableNavigableMap(tables);
            this.objects = Collections.unmodifiableNavigableMap(objects);
        }

        @Override
        public NavigableMap<ObjectName, Table> tables() {
            return tables;
        }

        @Override
        public NavigableMap<ObjectKey, SchemaObject> objects() {
            return objects;
        }

        /** It is found once and changes along with the builder. */
        @Override
        public Descent descent() {
            Descent known = descent == null ? new Descent(this) : descent;
            descent = known;
            return known;
        }
    }

    private void note(ObjectName table, Lineage lineage) {
        if (descent != null) {
            descent.remove(table);
            descent.add(table, lineage);
        }
    }

    /** Starts from nothing. */
    public SchemaBuilder() {
        this(Schema.EMPTY);
    }

    SchemaBuilder(SchemaView schema) {
        tables = new TreeMap<>(schema.tables());
        objects = new TreeMap<>(schema.objects());
        view = new View(tables, objects);
    }

    /** What has been built so far. */
    public Schema build() {
        return new Schema(tables, objects);
    }

    /** What has been built so far, without the cost of keeping it: it changes along with this builder. */
    public SchemaView view() {
        return view;
    }

    /**
     * The table of that name.
     *
     * @throws IllegalStateException when there is none
     */
    public Table table(ObjectName name) {
        return required(tables.get(name), "table " + name);
    }

    /**
     * The object of that kind and name.
     *
     * @throws IllegalStateException when there is none
     */
    public SchemaObject object(ObjectKey key) {
        return required(objects.get(key), key.toString());
    }

    /** Adds a table. */
    public void add(Table table) {
        refuseTwice(tables.putIfAbsent(table.name(), table), "table " + table.name());
        note(table.name(), table.lineage());
    }

    /** Adds an object. */
    public void add(SchemaObject object) {
        refuseTwice(objects.putIfAbsent(object.key(), object), object.key().toString());
    }

    /** Removes a table. */
    public void removeTable(ObjectName name) {
        required(tables.remove(name), "table " + name);
        note(name, Lineage.NONE);
    }

    /** Removes an object. */
    public void removeObject(ObjectKey key) {
        required(objects.remove(key), key.toString());
    }

    /** Puts a table in the place of the one of the same name. */
    public void replace(Table table) {
        required(tables.replace(table.name(), table), "table " + table.name());
        note(table.name(), table.lineage());
    }

    /** Puts an object in the place of the one of the same kind and name. */
    public void replace(SchemaObject object) {
        required(objects.replace(object.key(), object), object.key().toString());
    }

    /** Changes every table in place; none may change its name. */
    public void updateTables(UnaryOperator<Table> change) {
        for (Map.Entry<ObjectName, Table> entry : tables.entrySet()) {
            Table former = entry.getValue();
            Table table = change.apply(former);
            entry.setValue(table);
            if (!table.lineage().equals(former.lineage())) {
                note(table.name(), table.lineage());
            }
        }
    }

    /** Changes every object in place; none may change its name. */
    public void updateObjects(UnaryOperator<SchemaObject> change) {
        List<SchemaObject> all = new ArrayList<>(objects.values());
        all.forEach(object -> replace(change.apply(object)));
    }

    private static <T> T required(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalStateException("there is no " + what);
        }
        return found;
    }

    private static void refuseTwice(@Nullable Object earlier, String what) {
        if (earlier != null) {
            throw new IllegalStateException("there is already a " + what);
        }
    }
}
