package dev.decant.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the parts of a schema point at by name, outside of expressions. */
public final class References {
    private References() {}

    /** The columns of its own table that an index names outside of expressions. */
    public static Set<String> columnsOf(Index index) {
        Set<String> names = new TreeSet<>(index.include());
        for (Index.Key key : index.keys()) {
            if (key.subject() instanceof Index.Subject.OfColumn(String column)) {
                names.add(column);
            }
        }
        return names;
    }

    /** Whether a foreign key rests on a column of its target: it points at it, or at a key whose index includes it. */
    public static boolean pointsAt(Constraint.ForeignKey key, Table target, String column) {
        Set<String> columns = Set.copyOf(key.targetColumns());
        return columns.contains(column)
                || target.constraints().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(columns) && includes(each, column));
    }

    private static boolean includes(Constraint constraint, String column) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.include().contains(column);
            case Constraint.Unique unique -> unique.include().contains(column);
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> false;
            case Constraint.Exclusion exclusion -> false;
        };
    }

    /**
     * Every reference of the schema that leads nowhere, one sentence each: to a column, a table, a type, or a key that is not there.
     * Expressions are not read.
     */
    public static List<String> dangling(Schema schema) {
        Set<Reference> there = schema.objects().values().stream()
                .flatMap(object -> object.provides().stream())
                .collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            danglingTypes(table, there, found);
            danglingColumns(table, schema, found);
            table.foreignKeys().forEach(key -> danglingTarget(table, key, schema, found));
        }
        return List.copyOf(found);
    }

    private static void danglingTypes(Table table, Set<Reference> there, List<String> found) {
        for (Column column : table.columns()) {
            if (column.type().isDeclared()
                    && !there.contains(new Reference.ToType(column.type().name()))) {
                found.add("column %s.%s is of type %s, which the schema does not declare"
                        .formatted(table.name(), column.name(), column.type().name()));
            }
        }
    }

    private static void danglingColumns(Table table, Schema schema, List<String> found) {
        Set<String> there = columnsOf(table, schema);
        for (Constraint constraint : table.constraints()) {
            reportMissing(table, there, constraint.columns(), "constraint " + constraint.name(), found);
        }
        for (Index index : table.indexes()) {
            reportMissing(table, there, columnsOf(index), "index " + index.name(), found);
        }
    }

    /** The columns of a table and those that come from its parents. */
    private static Set<String> columnsOf(Table table, Schema schema) {
        Set<String> columns = table.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        if (!table.lineage().parents().isEmpty()) {
            new Descent(schema)
                    .ancestors(table.name())
                    .forEach(ancestor -> schema.table(ancestor)
                            .ifPresent(parent -> parent.columns().forEach(column -> columns.add(column.name()))));
        }
        return columns;
    }

    private static void reportMissing(
            Table table, Set<String> there, Iterable<String> columns, String what, List<String> found) {
        for (String column : columns) {
            if (!there.contains(column)) {
                found.add("%s of %s names the column %s, which the table does not have"
                        .formatted(what, table.name(), column));
            }
        }
    }

    private static void danglingTarget(Table table, Constraint.ForeignKey key, Schema schema, List<String> found) {
        String from = "foreign key %s of %s".formatted(key.name(), table.name());
        Table target = schema.tables().get(key.target());
        if (target == null) {
            found.add("%s points at %s, which is not a table of the schema".formatted(from, key.target()));
        } else if (!columnsOf(target, schema).containsAll(key.targetColumns())) {
            found.add("%s points at columns that %s does not have: %s"
                    .formatted(from, key.target(), key.targetColumns()));
        } else if (target.lineage().parents().isEmpty() && !keysOf(target).contains(Set.copyOf(key.targetColumns()))) {
            found.add("%s points at %s %s, over which there is no primary key, unique constraint or unique index"
                    .formatted(from, key.target(), key.targetColumns()));
        }
    }

    /** The sets of columns of a table that a foreign key can point at. */
    public static Set<Set<String>> keysOf(Table table) {
        Set<Set<String>> keys = table.constraints().stream()
                .filter(References::isKey)
                .map(c -> Set.copyOf(c.columns()))
                .collect(Collectors.toSet());
        table.indexes().stream()
                .filter(References::isKey)
                .map(index -> columnsOfKeys(index))
                .forEach(keys::add);
        return keys;
    }

    /** Whether a foreign key can point at what the constraint is over: it is a key, and checked at once. */
    private static boolean isKey(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.deferral() == Deferral.NOT_DEFERRABLE;
            case Constraint.Unique key -> key.deferral() == Deferral.NOT_DEFERRABLE;
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> false;
            case Constraint.Exclusion exclusion -> false;
        };
    }

    /** Whether a foreign key can point at what the index is over: it is unique, over plain columns, and holds every row. */
    public static boolean isKey(Index index) {
        return index.unique()
                && index.predicate().isEmpty()
                && index.keys().stream().allMatch(key -> key.subject() instanceof Index.Subject.OfColumn);
    }

    private static Set<String> columnsOfKeys(Index index) {
        return columnsOf(index.withInclude(List.of()));
    }
}
