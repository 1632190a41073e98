package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table has from its parents: the partitioned table of a partition, the tables that others inherit from. */
public final class PostgresqlInheritance {
    private PostgresqlInheritance() {}

    /** A column of a parent as a new child has it: MergeAttributes in src/backend/commands/tablecmds.c. */
    public static Column expected(Column parents) {
        Map<String, String> options = new LinkedHashMap<>(parents.options());
        boolean inherited = !options.containsKey(PostgresqlColumnOptions.NO_INHERIT);
        options.keySet()
                .removeIf(key -> !PostgresqlColumnOptions.INHERITED.contains(key)
                        || !inherited && key.equals(PostgresqlColumnOptions.NOT_NULL));
        return parents.withFill(expected(parents.fill()))
                .withNullable(parents.nullable() || !inherited)
                .withOptions(options)
                .withComment("");
    }

    /** A child takes the next value of its parent's sequence; it has no identity of its own. */
    private static Fill expected(Fill fill) {
        return switch (fill) {
            case Fill.Serial serial -> new Fill.Default(new Expression(PostgresqlSerials.next(serial)));
            case Fill.Identity identity -> Fill.NOTHING;
            case Fill.Nothing nothing -> nothing;
            case Fill.Default given -> given;
            case Fill.AutoIncrement counted -> counted;
            case Fill.Generated generated -> generated;
        };
    }

    /**
     * What a child has of that name from its parents, if they have it. How its NOT NULL is called is left open where they are several, for
     * it is called after one of them and cannot be called otherwise while it is inherited.
     */
    public static Optional<Column> expected(List<Table> parents, String column) {
        List<Column> all = parents.stream()
                .flatMap(parent -> parent.column(column).stream())
                .map(PostgresqlInheritance::expected)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of((all.size() > 1 ? PostgresqlNotNullNames.without(all.getFirst()) : all.getFirst())
                        .withFill(
                                common(all.stream().map(Column::fill).distinct().toList()))
                        .withNullable(all.stream().allMatch(Column::nullable)));
    }

    /** A child has the default that one of its parents has; where they have several, it must say which, and the order of parents decides nothing. */
    private static Fill common(List<Fill> fills) {
        List<Fill> given =
                fills.stream().filter(fill -> !fill.equals(Fill.NOTHING)).toList();
        return given.size() == 1 ? given.getFirst() : Fill.NOTHING;
    }

    /** Whether parents fill a column in several ways, of which a child has to choose one. */
    static boolean haveDifferentFills(List<Table> parents, String column) {
        return parents.stream()
                        .flatMap(parent -> parent.column(column).stream())
                        .map(held -> expected(held.fill()))
                        .filter(fill -> !fill.equals(Fill.NOTHING))
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * The columns that a child holds in the model: those that are not just what the parents bring.
     *
     * @param columns all that it has
     * @param parents its parents with all that they have
     * @param partition whether it is a partition of its parent
     */
    public static List<Column> own(List<Column> columns, List<Table> parents, boolean partition) {
        if (parents.isEmpty()) {
            return columns;
        }
        List<Column> own = new ArrayList<>();
        for (Column column : columns) {
            Optional<Column> expected = expected(parents, column.name());
            Column held = partition && expected.isPresent() ? withoutIdentity(column) : column;
            if (expected.filter(held::equals).isEmpty()) {
                own.add(held);
            }
        }
        return own;
    }

    /** Since PostgreSQL 17 a partition shows the identity of the partitioned table as its own. */
    private static Column withoutIdentity(Column column) {
        return column.fill() instanceof Fill.Identity ? column.withFill(Fill.NOTHING) : column;
    }

    /** The parents of a table that the schema has. */
    static List<Table> parents(SchemaView schema, Lineage lineage) {
        return lineage.parents().stream()
                .flatMap(parent -> schema.table(parent).stream())
                .map(parent -> full(schema, parent))
                .toList();
    }

    /** The table with all columns that it has, those of its parents first. */
    static Table full(SchemaView schema, Table table) {
        if (table.lineage().parents().isEmpty()) {
            return table;
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        List<Table> parents = parents(schema, table.lineage());
        for (Table parent : parents) {
            parent.columns()
                    .forEach(column -> expected(parents, column.name())
                            .ifPresent(expected -> columns.putIfAbsent(column.name(), expected)));
        }
        table.columns().forEach(column -> columns.put(column.name(), column));
        return table.withColumns(List.copyOf(columns.values()));
    }

    /** What the parents of a table bring of that name, in the state of a schema. */
    public static Optional<Column> expected(SchemaView schema, ObjectName table, String column) {
        return schema.table(table).flatMap(child -> expected(parents(schema, child.lineage()), column));
    }

    /** Whether the table holds rows for others. */
    static boolean isChild(SchemaView schema, ObjectName table) {
        return schema.table(table)
                .filter(child -> !child.lineage().parents().isEmpty())
                .isPresent();
    }
}
