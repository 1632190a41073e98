package dev.decant.postgresql.table;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlConversions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table that gets other parents, its own and those that parents bring. */
final class PostgresqlDescendedColumns {
    private final ObjectName table;
    private final Table from;
    private final Table to;
    private final SchemaView before;
    private final SchemaView after;
    private final Table then;
    private final Table now;

    PostgresqlDescendedColumns(Table from, Table to, SchemaView before, SchemaView after) {
        this.table = from.name();
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
        this.then = PostgresqlInheritance.full(before, from);
        this.now = PostgresqlInheritance.full(after, to);
    }

    /** Whether a NOT NULL of one of them gets another name, for which the table has to stand by itself. */
    boolean getOtherNames() {
        return now.columns().stream()
                .anyMatch(column -> then.column(column.name())
                        .filter(earlier -> getsAnotherName(earlier, column))
                        .isPresent());
    }

    /** Whether a NOT NULL has to be called otherwise, which it cannot be while there is a parent from which it comes. */
    private boolean getsAnotherName(Column earlier, Column column) {
        if (earlier.nullable() || column.nullable() || PostgresqlNotNullNames.isOpen(after, to, column.name())) {
            return false;
        }
        return PostgresqlColumnOptions.renamesNotNull(earlier, column)
                || PostgresqlNotNullNames.mayBeOdd(before, from, column.name());
    }

    /** What makes the columns of the table standing by itself those that the new parents want. */
    List<Statement> alter() {
        List<Statement> statements = new ArrayList<>();
        // What is computed of others goes before them.
        then.columns().stream()
                .filter(column -> now.column(column.name()).isEmpty())
                .sorted(Comparator.comparing(column -> !(column.fill() instanceof Fill.Generated)))
                .forEach(column -> statements.addAll(PostgresqlHeirs.drop(table, column, before)));
        for (Column column : now.columns()) {
            Optional<Column> earlier = then.column(column.name());
            if (earlier.isEmpty()) {
                statements.addAll(PostgresqlColumns.add(table, column, before));
            } else if (!earlier.get().equals(column) || getsAnotherName(earlier.get(), column)) {
                statements.addAll(become(
                        earlier.get(),
                        PostgresqlNotNullNames.isOpen(after, to, column.name())
                                ? PostgresqlNotNullNames.keptBy(earlier.get(), column)
                                : column));
                statements.addAll(PostgresqlChildren.kept(table, earlier.get(), column, before));
            }
        }
        return statements;
    }

    /** The columns that go and come again under their names. */
    Set<String> comingAnew() {
        return now.columns().stream()
                .filter(column -> then.column(column.name())
                        .filter(earlier -> !earlier.equals(column) && comesAnew(earlier, column))
                        .isPresent())
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    /** Whether a column is computed, and in another way or as another type, for which there is no way to alter it. */
    private boolean comesAnew(Column earlier, Column column) {
        boolean otherwise =
                column.fill() instanceof Fill.Generated && !earlier.fill().equals(column.fill());
        boolean asAnother = earlier.fill() instanceof Fill.Generated
                && !(PostgresqlConversions.of(earlier, column.type()) instanceof Conversion.Known);
        return !PostgresqlForeign.isForeign(to.options()) && (otherwise || asAnother);
    }

    /** The column without its values; what of the table rests on it is built again by the server. */
    private List<Statement> given(Column earlier, Column column) {
        List<Statement> statements =
                new ArrayList<>(PostgresqlColumns.alter(table, earlier, column, Optional.of(new Expression("NULL"))));
        statements.set(
                0,
                statements
                        .getFirst()
                        .with(Hazard.Kind.DATA_LOSS, "the values of " + table + "." + column.name() + " are gone"));
        return statements;
    }

    private List<Statement> anew(Column earlier, Column column) {
        List<Statement> statements = new ArrayList<>(PostgresqlSequences.kept(table, earlier, before));
        statements.addAll(PostgresqlColumns.drop(table, earlier));
        statements.addAll(PostgresqlColumns.add(table, column, before));
        return statements;
    }

    private boolean staysKeyed(String column) {
        return PostgresqlNotNullNames.isKeyed(Optional.of(from), column)
                && PostgresqlNotNullNames.isKeyed(Optional.of(to), column);
    }

    /** Whether it is known how a NOT NULL is called, here and in the children of the table. */
    private boolean isKnown(Column column) {
        return from.column(column.name()).isPresent()
                && !PostgresqlNotNullNames.mayBeOdd(before, from, column.name())
                && !PostgresqlNotNullNames.haveOthers(table, column, before);
    }

    /** A column of the table's own that a parent brings then, or the other way round: of a type that nothing makes of its own, it comes anew. */
    private List<Statement> become(Column earlier, Column column) {
        if (PostgresqlForeign.isForeign(to.options())) {
            return PostgresqlForeign.alterColumn(table, earlier, column, before);
        }
        if (comesAnew(earlier, column)) {
            return anew(earlier, column);
        }
        if (getsAnotherName(earlier, column) && !isKnown(earlier)) {
            if (staysKeyed(column.name())) {
                return PostgresqlApart.fromOthers(
                        table, earlier, before, PostgresqlNotNullNames.calledAs(table, earlier, column));
            }
            // The name is that which a parent gave it, or a parent's parent.
            Column free = PostgresqlColumnOptions.withoutNotNull(earlier);
            List<Statement> statements = new ArrayList<>(altered(earlier, free));
            statements.addAll(become(free, column));
            return statements;
        }
        if (PostgresqlConversions.of(earlier, column.type()) instanceof Conversion.Known) {
            return altered(earlier, column);
        }
        return given(earlier, column);
    }

    private List<Statement> altered(Column earlier, Column column) {
        PostgresqlCountedRows rows = PostgresqlCountedRows.of(table, before);
        boolean alone = PostgresqlChildren.allRefuseNull(table, column.name(), before);
        return PostgresqlColumns.alter(table, earlier, column, Optional.empty(), alone, rows);
    }
}
