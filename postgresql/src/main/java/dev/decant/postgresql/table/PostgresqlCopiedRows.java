package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a table that stepped aside go into the one that came in its place. */
final class PostgresqlCopiedRows {
    private final Table from;
    private final Table to;
    private final List<Change> changes;
    private final SchemaView before;
    private final SchemaView after;
    private final ObjectName aside;
    private final List<Statement> statements = new ArrayList<>();

    /**
     * Looks at a table that goes and comes.
     *
     * @param from the table with all columns that it has
     * @param to the table that comes, with all that it has
     * @param changes that drop the one, create the other, and say what becomes of values
     */
    PostgresqlCopiedRows(Table from, Table to, List<Change> changes, SchemaView before, SchemaView after) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.aside = PostgresqlNames.departing(from.name());
    }

    /** What copies them, and has what counts go on from where it was. */
    List<Statement> statements() {
        List<Column> kept = to.columns().stream()
                .filter(column -> !(column.fill() instanceof Fill.Generated)
                        && from.column(column.name()).isPresent()
                        && !isGivenUp(column))
                .toList();
        List<Column> common = kept.stream().filter(column -> !isLost(column)).toList();
        if (!common.isEmpty()) {
            Set<ObjectName> here = ofThisServer();
            here.forEach(source -> statements.add(copied(source, here.size() > 1 || !holdAllHere(), kept, common)));
        }
        common.forEach(this::advance);
        return statements;
    }

    private Statement copied(ObjectName source, boolean only, List<Column> kept, List<Column> common) {
        Sql sql = sql("INSERT INTO")
                .text(name(to.name()))
                .list(common.stream().map(Column::name).toList())
                .when(common.stream().anyMatch(this::refusesValues), "OVERRIDING SYSTEM VALUE")
                .words("SELECT")
                .commas(common, (item, column) -> item.text(value(column).sql()))
                .words("FROM")
                .when(only, "ONLY")
                .text(name(source));
        Statement copy = statement(sql)
                .explained(PostgresqlLocks.rewrite(from.name()))
                .with(Hazard.Kind.REWRITE, "copies every row of " + from.name() + "; readers and writers wait")
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when a row of " + from.name() + " does not fit");
        for (Column column : kept) {
            copy = common.contains(column)
                    ? copy
                    : copy.with(
                            Hazard.Kind.DATA_LOSS, "the values of " + from.name() + "." + column.name() + " are gone");
        }
        return copy;
    }

    /** What the rows are copied from, as it is called by then: rows that other servers hold for the old table are no part of it. */
    private Set<ObjectName> ofThisServer() {
        Set<ObjectName> sources = new LinkedHashSet<>(Set.of(aside));
        if (!holdAllHere()) {
            below().filter(table -> !PostgresqlForeign.isForeign(table.options())
                            && table.lineage().partitioning().isEmpty())
                    .forEach(table -> sources.add(PostgresqlRebuild.calledByNow(table, changes)));
        }
        return sources;
    }

    private boolean holdAllHere() {
        return below().noneMatch(table -> PostgresqlForeign.isForeign(table.options()));
    }

    private Stream<Table> below() {
        Descent descent = before.descent();
        return before.tables().values().stream().filter(table -> descent.isDescendant(table.name(), from.name()));
    }

    /** Whether the table gives up a column of its own for another of its own, so that the values are of no use. */
    private boolean isGivenUp(Column column) {
        return isOwn(before, column)
                && isOwn(after, column)
                && changes.stream().anyMatch(change -> switch (change) {
                    case DropPart(ObjectName table, Column part) -> isSame(table, part, column);
                    case AddPart(ObjectName table, Column part) -> isSame(table, part, column);
                    default -> false;
                });
    }

    private boolean isSame(ObjectName table, Column part, Column column) {
        return table.equals(from.name()) && part.name().equals(column.name());
    }

    /** Whether a column was a parent's and is the table's own now, or the other way round, or was computed, and nothing makes one type of the other. */
    private boolean isLost(Column column) {
        Column earlier = from.column(column.name()).orElseThrow();
        boolean isAnother = isOwn(before, column) != isOwn(after, column) || earlier.fill() instanceof Fill.Generated;
        return isAnother && PostgresqlConversions.of(earlier, column.type()) instanceof Conversion.Asked;
    }

    private boolean isOwn(SchemaView schema, Column column) {
        return schema.table(from.name())
                .flatMap(table -> table.column(column.name()))
                .isPresent();
    }

    /** What the new table gets for a column of the old one. */
    private Expression value(Column column) {
        return changes.stream()
                .filter(change -> change instanceof ConvertColumn convert
                        && convert.table().equals(from.name())
                        && convert.after().name().equals(column.name()))
                .map(change -> ((ConvertColumn) change).forward())
                .findFirst()
                .orElseGet(() -> PostgresqlTypeChanges.cast(
                        from.name(), from.column(column.name()).orElseThrow(), column.type()));
    }

    /** Whether the column is always counted, be it for the table or, since PostgreSQL 17, for the one that it is a partition of. */
    private boolean refusesValues(Column column) {
        return Stream.concat(Stream.of(to.name()), after.descent().ancestors(to.name()).stream())
                .flatMap(table -> after.table(table).stream())
                .flatMap(table -> table.column(column.name()).stream())
                .anyMatch(each -> each.fill() instanceof Fill.Identity identity && identity.always());
    }

    /** The new table counts on from where the old one was. */
    private void advance(Column column) {
        if (PostgresqlNames.sequence(to.name(), column).isPresent()) {
            Column earlier = from.column(column.name()).orElseThrow();
            PostgresqlCountedRows rows = PostgresqlCountedRows.of(to.name(), after);
            statements.addAll(
                    PostgresqlNames.sequence(from.name(), earlier).isPresent()
                            ? PostgresqlCountingOn.inPlace(to.name(), earlier, column, rows)
                            : PostgresqlCounting.advance(to.name(), column, rows));
        }
    }
}
