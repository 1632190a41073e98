package dev.decant.plan;

import dev.decant.dialect.Dialect;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a schema rests on a table of it: the foreign keys that point at it, and the views, triggers, policies and routines that mention it.
 *
 * @param foreignKeys the foreign keys of other tables
 * @param objects those that cannot exist without it as it is
 * @param later those whose code is only looked into when it runs, as the body of a function is
 */
public record Dependants(List<PointingKey> foreignKeys, List<SchemaObject> objects, List<SchemaObject> later) {
    /** Copies the lists. */
    public Dependants {
        foreignKeys = List.copyOf(foreignKeys);
        objects = List.copyOf(objects);
        later = List.copyOf(later);
    }

    /**
     * A foreign key that points at a table.
     *
     * @param from the table that it belongs to
     * @param key the key
     */
    public record PointingKey(ObjectName from, Constraint.ForeignKey key) {}

    /** Those of a table, or of a view by its name. */
    public static Dependants of(ObjectName relation, Schema schema, Dialect dialect) {
        ObjectUses uses = new ObjectUses(dialect, KnownColumns.of(schema, schema), Loosened.NOTHING);
        Set<Reference> provided = provided(relation, schema, dialect);
        return new Dependants(
                pointing(relation, schema).toList(),
                objects(schema)
                        .filter(object -> isAbout(uses.usedBy(object), provided))
                        .toList(),
                objects(schema)
                        .filter(object -> isAbout(uses.preferredBy(object), provided))
                        .toList());
    }

    private static Stream<SchemaObject> objects(Schema schema) {
        return schema.objects().values().stream();
    }

    private static Set<Reference> provided(ObjectName relation, Schema schema, Dialect dialect) {
        Set<Reference> provided = new HashSet<>(Uses.table(relation));
        schema.table(relation).map(new Uses(dialect)::providedBy).ifPresent(provided::addAll);
        return provided;
    }

    private static boolean isAbout(Set<Reference> used, Set<Reference> provided) {
        return used.stream().anyMatch(provided::contains);
    }

    private static Stream<PointingKey> pointing(ObjectName relation, Schema schema) {
        return schema.tables().values().stream().flatMap(table -> pointing(relation, table));
    }

    private static Stream<PointingKey> pointing(ObjectName relation, Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.target().equals(relation))
                .map(key -> new PointingKey(table.name(), key));
    }
}
