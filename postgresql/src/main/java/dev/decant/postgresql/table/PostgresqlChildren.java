package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables that have columns from elsewhere: partitions, tables that inherit, tables of a type. */
final class PostgresqlChildren {
    private PostgresqlChildren() {}

    /** What stands between the name of a new table and its columns. */
    static void writeOrigin(Sql sql, Table table) {
        if (table.lineage().isPartition()) {
            sql.words("PARTITION OF").text(name(table.lineage().parents().getFirst()));
        }
        PostgresqlTableOptions.ofType(table.options())
                .ifPresent(type -> sql.words("OF").text(name(type)));
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
        return PostgresqlSaid.got(table, column.name(), before)
                .map(got -> change(table.name(), got, column))
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

    /** The same for a table that is there, whose own children keep what they have. */
    static List<Statement> change(ObjectName table, Column before, Column after, SchemaView state) {
        Column then = PostgresqlStorable.in(state, before.withType(after.type()).withCollation(after.collation()));
        List<Statement> statements = new ArrayList<>(changed(table, then, after, state));
        statements.addAll(kept(table, then, after, state));
        statements.addAll(PostgresqlChildrensStorage.stored(table, then, after, state));
        statements.addAll(provenBelow(table, then, after, state));
        return statements;
    }

    /** What it has from its parents a table calls otherwise while it stands by itself. */
    private static List<Statement> changed(ObjectName table, Column before, Column after, SchemaView state) {
        Optional<Table> child = state.table(table)
                .filter(each -> PostgresqlColumnOptions.renamesNotNull(before, after))
                .filter(each -> expected(each, after.name(), state)
                        .filter(expected -> !expected.nullable())
                        .isPresent());
        if (child.isEmpty()) {
            return change(table, before, after);
        }
        Column same = PostgresqlNotNullNames.keptBy(before, after);
        List<Statement> statements = new ArrayList<>(change(table, before, same));
        statements.addAll(PostgresqlApart.fromParents(
                child.get(), state, PostgresqlNotNullNames.change(table, same, after, state)));
        return statements;
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
        if (before.fill().equals(after.fill())
                && before.nullable() == after.nullable()
                && !leavesNullToChildren(before, after)) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        boolean alone = allRefuseNull(parent, after.name(), state);
        for (Table child : of(parent, state)) {
            Optional<Column> own = child.column(after.name());
            own.filter(column -> !(column.fill() instanceof Fill.Identity))
                    .ifPresent(column -> statements.addAll(change(
                            child.name(),
                            PostgresqlNotNullNames.keptBy(column, expected(after)),
                            freed(column, expected(after)))));
            if (own.isEmpty() && child.lineage().parents().size() > 1) {
                Column brought = broughtByAll(child, parent, after, state);
                Column left = expected(after).withOptions(brought.options());
                statements.addAll(change(child.name(), alone ? left.withNullable(brought.nullable()) : left, brought));
            }
        }
        statements.addAll(takingNull(parent, before, after, state));
        return statements;
    }

    /**
     * What has children fill a column that they have from another parent as a table does that comes to have it too, and refuse null with it: the
     * server only notes that it is the same (ATExecAddColumn in src/backend/commands/tablecmds.c).
     */
    static List<Statement> joined(ObjectName parent, Column column, SchemaView state) {
        List<Statement> statements = new ArrayList<>();
        for (Table child : of(parent, state)) {
            Optional<Column> then = expected(child, column.name(), state);
            boolean own = child.column(column.name()).isPresent();
            if (then.isEmpty() && !own) {
                statements.addAll(joined(child.name(), expected(column), state));
            } else if (then.isPresent() && !own) {
                Column now = broughtByAll(child, parent, column, state);
                statements.addAll(PostgresqlColumns.alter(
                        child.name(), then.get(), then.get().withFill(now.fill()), Optional.empty()));
                if (then.get().nullable() && !now.nullable()) {
                    statements.add(
                            statement(alterColumn(child.name(), column.name()).words("SET NOT NULL"))
                                    .explained(PostgresqlLocks.scan(child.name())));
                }
            }
        }
        return statements;
    }

    /** Whether children took no null for a column of their parent, and may take it then: it does, or keeps its NOT NULL to itself. */
    private static boolean leavesNullToChildren(Column before, Column after) {
        return !expected(before).nullable() && expected(after).nullable();
    }

    /** What has those below a table take null again with it: since PostgreSQL 18 one that refused it before it joined goes on to do so. */
    private static List<Statement> takingNull(ObjectName parent, Column before, Column after, SchemaView state) {
        if (!leavesNullToChildren(before, after)) {
            return List.of();
        }
        Descent descent = state.descent();
        SchemaView then = with(parent, after, state);
        return descent.descendants(parent).stream()
                .flatMap(child -> state.table(child).stream())
                .filter(child -> !child.lineage().isPartition()
                        && child.column(after.name()).isEmpty()
                        && !refusesNull(child, after.name()))
                .filter(child -> expected(child, after.name(), then)
                        .filter(Column::nullable)
                        .isPresent())
                .sorted(Comparator.comparingInt(
                        child -> descent.ancestors(child.name()).size()))
                .map(child -> PostgresqlColumns.dropNotNull(child.name(), after, false))
                .toList();
    }

    /** The tables that have a table as a parent. */
    static List<Table> of(ObjectName parent, SchemaView state) {
        return state.descent().children(parent).stream()
                .flatMap(child -> state.table(child).stream())
                .toList();
    }

    /** What all its parents bring a child once the column of one of them is another, and with it that of the parents below that one. */
    static Column broughtByAll(Table child, ObjectName parent, Column after, SchemaView state) {
        return expected(child, after.name(), with(parent, after, state)).orElseThrow();
    }

    /** The state in which a column of a table is another. */
    static SchemaView with(ObjectName parent, Column column, SchemaView state) {
        SchemaBuilder then = state.toBuilder();
        state.table(parent).ifPresent(holder -> then.replace(holding(holder, column)));
        return then.view();
    }

    /** A table with a column that it has of its own then, even if a parent brought it that. */
    private static Table holding(Table holder, Column column) {
        return holder.column(column.name()).isPresent() ? holder.replacing(column.name(), column) : holder.with(column);
    }

    /**
     * What proves of the rows of children that they are not null, once the NOT NULL of their parent is for new rows only: it may be known of
     * them already, and they have it for all rows unless they hold the column otherwise.
     */
    static List<Statement> provenBelow(ObjectName parent, Column before, Column after, SchemaView state) {
        boolean known = !before.nullable() && !before.options().containsKey(PostgresqlColumnOptions.NOT_VALID);
        if (!known && !before.nullable() || !after.options().containsKey(PostgresqlColumnOptions.NOT_VALID)) {
            return List.of();
        }
        String name = PostgresqlColumnOptions.notNullName(parent, after);
        return state.descent().descendants(parent).stream()
                .flatMap(child -> state.table(child).stream())
                .filter(child -> known || takesNull(child, parent, after.name(), state))
                .filter(child -> child.column(after.name()).stream()
                        .noneMatch(own -> own.options().containsKey(PostgresqlColumnOptions.NOT_VALID)))
                .map(child -> statement(alterTable(child.name())
                                .words("VALIDATE CONSTRAINT")
                                .name(name))
                        .explained(PostgresqlLocks.validation(child.name())))
                .toList();
    }

    /** Whether a table below another takes null in a column so far as it goes by itself and by parents that are not below the other. */
    private static boolean takesNull(Table child, ObjectName parent, String column, SchemaView state) {
        Descent descent = state.descent();
        return Stream.concat(Stream.of(child.name()), descent.ancestors(child.name()).stream())
                .filter(name ->
                        name.equals(child.name()) || !name.equals(parent) && !descent.isDescendant(name, parent))
                .flatMap(name -> state.table(name).stream())
                .noneMatch(table -> PostgresqlNotNullNames.isKeyed(Optional.of(table), column)
                        || table.column(column).filter(held -> !held.nullable()).isPresent());
    }

    /** Whether there are children, tables that inherit, which refuse null in a column in their own right, for their key or for another parent. */
    static boolean allRefuseNull(ObjectName parent, String column, SchemaView state) {
        List<Table> children = of(parent, state);
        return !children.isEmpty()
                && children.stream()
                        .allMatch(
                                child -> refusesNull(child, column) || refusesForAnother(child, parent, column, state));
    }

    private static boolean refusesForAnother(Table child, ObjectName parent, String column, SchemaView state) {
        return PostgresqlInheritance.parents(state, child.lineage()).stream()
                .filter(other -> !other.name().equals(parent))
                .flatMap(other -> other.column(column).stream())
                .anyMatch(held -> !expected(held).nullable());
    }

    private static boolean refusesNull(Table child, String column) {
        boolean itself = child.column(column).filter(own -> !own.nullable()).isPresent();
        boolean key = child.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey primary
                        && primary.columns().contains(column));
        return !child.lineage().isPartition() && (itself || key);
    }
}
