package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables that have columns from elsewhere: partitions, tables that inherit, tables of a type. */
final class PostgresqlChildren {
    private PostgresqlChildren() {}

    /** What stands between the name of a new table and its columns. */
    static void writeOrigin(Sql sql, Table table) {
        if (table.lineage().isPartition()) {
            sql.words("PARTITION OF").text(name(table.lineage().parents().getFirst()));
        }
        String type = table.options().getOrDefault(PostgresqlTableOptions.OF_TYPE, "");
        sql.when(!type.isEmpty(), more -> more.words("OF").text(type));
    }

    /** What stands right behind the columns of a new table. */
    static void writeLineage(Sql sql, Lineage lineage) {
        if (lineage.isPartition()) {
            sql.newLine().text(lineage.bound().orElseThrow().sql());
        } else if (!lineage.parents().isEmpty()) {
            sql.newLine().words("INHERITS").list(lineage.parents(), (item, parent) -> item.text(name(parent)));
        }
        lineage.partitioning()
                .ifPresent(partitioning -> sql.newLine().words("PARTITION BY").text(partitioning.sql()));
    }

    /** Whether a column comes from a parent and is held by the child because it is otherwise there. */
    static boolean isBrought(Table table, Column column, SchemaView before) {
        return expected(table, column.name(), before).isPresent();
    }

    private static Optional<Column> expected(Table table, String column, SchemaView before) {
        return PostgresqlInheritance.expected(PostgresqlInheritance.parents(before, table.lineage()), column);
    }

    /** What makes a column that a parent brings otherwise. */
    static List<Statement> otherwise(Table table, Column column, SchemaView before) {
        return expected(table, column.name(), before)
                .map(expected -> change(table.name(), expected, column))
                .orElse(List.of());
    }

    /** What changes a column of a child in its own right: its type is the parents' affair, and so is to forget that its rows are not null. */
    static List<Statement> change(ObjectName table, Column before, Column after) {
        return PostgresqlColumns.alter(
                table,
                before.withType(after.type()).withCollation(after.collation()),
                PostgresqlColumnOptions.settled(before, after),
                Optional.empty());
    }

    private static Column expected(Column parents) {
        return PostgresqlInheritance.expected(parents);
    }

    /** A column of a child that is no longer computed, since that of the parent is not: with DROP EXPRESSION it is all of theirs that is not. */
    static Column freed(Column column, Column expected) {
        return column.fill() instanceof Fill.Generated && !(expected.fill() instanceof Fill.Generated)
                ? column.withFill(expected.fill())
                : column;
    }

    /**
     * What keeps the children of a table as they are while a column of theirs changes with it: their own defaults, and what they refuse.
     *
     * @param after the column as their parent has it then
     */
    static List<Statement> kept(ObjectName parent, Column before, Column after, SchemaView state) {
        if (before.fill().equals(after.fill()) && before.nullable() == after.nullable()) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        for (Table child : state.tables().values()) {
            Optional<Column> own =
                    child.lineage().parents().contains(parent) ? child.column(after.name()) : Optional.empty();
            own.ifPresent(
                    column -> statements.addAll(change(child.name(), expected(after), freed(column, expected(after)))));
        }
        return statements;
    }

    /** Whether there are children, tables that inherit, which refuse null in a column in their own right or for their key. */
    static boolean allRefuseNull(ObjectName parent, String column, SchemaView state) {
        List<Table> children = state.tables().values().stream()
                .filter(child -> child.lineage().parents().contains(parent))
                .toList();
        return !children.isEmpty() && children.stream().allMatch(child -> refusesNull(child, column));
    }

    private static boolean refusesNull(Table child, String column) {
        boolean itself = child.column(column).filter(own -> !own.nullable()).isPresent();
        boolean key = child.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey primary
                        && primary.columns().contains(column));
        return !child.lineage().isPartition() && (itself || key);
    }
}
