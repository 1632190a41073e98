package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Children that have a column of their parent in ways of their own which the server stumbles over when it changes that of the parent, and that
 * leave it meanwhile: a NOT NULL that may be called otherwise, which PostgreSQL 18 cannot build again together with the parent's for another
 * type (ATPostAlterTypeCleanup in src/backend/commands/tablecmds.c); an identity, beside which a default cannot come or go, nor null; and rows here
 * where the parent's are another server's, of which the server takes no word how they become others.
 */
final class PostgresqlOwnWays {
    private PostgresqlOwnWays() {}

    /**
     * What makes a column of a table another, with the children that go their own ways apart.
     *
     * @param done what does so to the table and the others of its children
     */
    static List<Statement> apart(
            ObjectName table,
            Column before,
            Column after,
            Optional<Expression> using,
            SchemaView state,
            List<Statement> done) {
        List<Table> children = children(table, before, after, state);
        if (!isRetyped(before, after)) {
            return apart(children, state, done, child -> List.of());
        }
        List<Statement> statements = new ArrayList<>();
        if (before.fill() instanceof Fill.Serial) {
            // The sequence may go with the column that it counts.
            children.forEach(child -> statements.addAll(uncounted(child, before, state)));
        }
        statements.addAll(done);
        return apart(children, state, statements, child -> alone(child, table, before, after, using, state));
    }

    private static List<Statement> uncounted(Table child, Column parents, SchemaView state) {
        return isFilledBy(parents, full(child, parents, state))
                ? List.of(PostgresqlFills.dropDefault(child.name(), parents.name()))
                : List.of();
    }

    private static boolean isFilledBy(Column parents, Column column) {
        return parents.fill() instanceof Fill.Serial
                && column.fill().equals(PostgresqlInheritance.expected(parents).fill());
    }

    private static Column full(Table child, Column column, SchemaView state) {
        return PostgresqlInheritance.full(state, child).column(column.name()).orElseThrow();
    }

    /** Whether a table has such children for a column that becomes another. */
    static boolean hasSome(ObjectName table, Column before, Column after, SchemaView state) {
        return !children(table, before, after, state).isEmpty();
    }

    private static List<Table> children(ObjectName table, Column before, Column after, SchemaView state) {
        boolean retyped = isRetyped(before, after);
        boolean filled = !before.fill().equals(after.fill()) && (isDefault(before) || isDefault(after));
        boolean loosened = !before.nullable() && after.nullable();
        String name = before.name();
        return !retyped && !filled && !loosened
                ? List.of()
                : children(
                        table,
                        state,
                        child -> retyped && getsTypeAlone(child, name, state)
                                || (filled || loosened)
                                        && child.column(name).stream().anyMatch(PostgresqlOwnWays::isCounted));
    }

    private static boolean isRetyped(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    /** What gives a column of a table another type, with the children apart that get it alone. */
    static List<Statement> retyped(
            ObjectName table, Column column, SchemaView state, Function<Table, Statement> alone, Statement done) {
        return apart(
                children(table, state, child -> getsTypeAlone(child, column.name(), state)),
                state,
                List.of(done),
                child -> List.of(alone.apply(child)));
    }

    /** Whether a table has such children for a column that gets another type. */
    static boolean hasSome(ObjectName table, Column column, SchemaView state) {
        return !children(table, state, child -> getsTypeAlone(child, column.name(), state))
                .isEmpty();
    }

    private static List<Statement> apart(
            List<Table> children, SchemaView state, List<Statement> done, Function<Table, List<Statement>> alone) {
        List<Statement> statements = new ArrayList<>(done);
        children.forEach(child -> statements.addAll(alone.apply(child)));
        List<Statement> all = statements;
        for (Table child : children) {
            all = PostgresqlApart.fromParents(child, state, all);
        }
        return all;
    }

    /** Those below a table that inherit from it and are of some kind, parents first. */
    private static List<Table> children(ObjectName table, SchemaView state, Predicate<Table> wanted) {
        Descent descent = state.descent();
        return descent.descendants(table).stream()
                .sorted(Comparator.<ObjectName>comparingInt(
                                child -> descent.ancestors(child).size())
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(child -> state.table(child).stream())
                .filter(child -> !child.lineage().isPartition())
                .filter(wanted)
                .toList();
    }

    private static List<Statement> alone(
            Table child, ObjectName parent, Column before, Column after, Optional<Expression> using, SchemaView state) {
        Column full = full(child, after, state);
        Column then = isFilledBy(before, full) ? full.withFill(Fill.NOTHING) : full;
        Column now = child.column(after.name())
                .map(own -> own.withType(after.type()).withCollation(after.collation()))
                .orElseGet(
                        () -> broughtAlone(child, then, PostgresqlChildren.broughtByAll(child, parent, after, state)));
        // One that shall refuse null is not told by its parent while it is apart.
        boolean untold = before.nullable() && !after.nullable() && !now.nullable();
        return PostgresqlColumns.alter(
                child.name(), untold ? PostgresqlColumnOptions.withoutNotNull(then) : then, now, using);
    }

    /** What the column of a child has to be to go on with what its parent brings. */
    private static Column broughtAlone(Table child, Column then, Column brought) {
        Column now =
                then.withType(brought.type()).withCollation(brought.collation()).withFill(brought.fill());
        if (then.nullable() && !brought.nullable()) {
            return PostgresqlStrictness.strict(now, brought);
        }
        boolean loosened = brought.nullable() && !PostgresqlNotNullNames.isKeyed(Optional.of(child), then.name());
        return loosened ? PostgresqlColumnOptions.withoutNotNull(now) : now;
    }

    /** Whether a child has the column from one parent only, and refuses null as that does, but by a name of its own, or has rows and that has none. */
    private static boolean getsTypeAlone(Table child, String column, SchemaView state) {
        List<Table> givers = PostgresqlInheritance.parents(state, child.lineage()).stream()
                .filter(parent -> parent.column(column).isPresent())
                .toList();
        return givers.size() == 1
                && (mayRefuseByItself(child, column, givers) || isForeign(givers.getFirst()) && !isForeign(child));
    }

    /** Whether a child refuses null for a key, or since it says so itself. */
    private static boolean mayRefuseByItself(Table child, String column, List<Table> givers) {
        return PostgresqlInheritance.expected(givers, column).stream().noneMatch(Column::nullable)
                && (PostgresqlNotNullNames.isKeyed(Optional.of(child), column)
                        || child.column(column).filter(own -> !own.nullable()).isPresent());
    }

    private static boolean isForeign(Table table) {
        return PostgresqlForeign.isForeign(table.options());
    }

    private static boolean isCounted(Column column) {
        return column.fill() instanceof Fill.Identity;
    }

    private static boolean isDefault(Column column) {
        return column.fill() instanceof Fill.Default || column.fill() instanceof Fill.Serial;
    }
}
