package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Columns that tables hold themselves and that come to refuse null, or to take it, with a table above them while that gets other parents, or
 * one that comes anew. Since PostgreSQL 18 they refuse it as long as that does: they are told so by its statement, and can take it only once
 * that does.
 */
final class PostgresqlToldHeirs {
    /**
     * The change of such a column in parts.
     *
     * @param above the table with whose changes it goes
     * @param ahead what becomes of the column before
     * @param along what becomes of it with that table
     * @param later what becomes of it afterwards
     */
    record Split(ObjectName above, Optional<AlterPart> ahead, AlterPart along, Optional<AlterPart> later) {}

    private final SchemaView before;
    private final SchemaView after;
    private final Predicate<ObjectName> isMoved;

    /**
     * Looks for them.
     *
     * @param isMoved whether a table stands by itself for a while
     */
    PostgresqlToldHeirs(List<Change> changes, SchemaView before, Predicate<ObjectName> isMoved) {
        SchemaBuilder then = before.toBuilder();
        changes.forEach(change -> change.applyTo(then, PostgresqlText.SYNTAX));
        this.before = before;
        this.after = then.view();
        this.isMoved = isMoved;
    }

    /** The parts of a change, if it is that of such a column. */
    Optional<Split> of(Change change) {
        if (!(change instanceof AlterPart(ObjectName table, Column from, Column to)) || isMoved.test(table)) {
            return Optional.empty();
        }
        if (from.nullable() && PostgresqlStrictness.isStrict(to)) {
            return above(table, to.name(), before, after).map(above -> told(table, from, to, above));
        }
        return to.nullable() && PostgresqlStrictness.isStrict(from)
                ? above(table, to.name(), after, before).map(above -> freed(table, from, to, above))
                : Optional.empty();
    }

    private Split told(ObjectName table, Column from, Column to, ObjectName above) {
        Column told = PostgresqlStrictness.strict(
                from, column(after, above, to.name()).orElseThrow());
        return new Split(above, Optional.empty(), new AlterPart(table, from, told), alteration(table, told, to));
    }

    private static Split freed(ObjectName table, Column from, Column to, ObjectName above) {
        Column strict = PostgresqlStrictness.strict(to, from);
        return new Split(above, alteration(table, from, strict), new AlterPart(table, strict, to), Optional.empty());
    }

    private static Optional<AlterPart> alteration(ObjectName table, Column from, Column to) {
        return from.equals(to) ? Optional.empty() : Optional.of(new AlterPart(table, from, to));
    }

    /** The table above that stands by itself for a while, and refuses null in one state but not in the other. */
    private Optional<ObjectName> above(ObjectName table, String column, SchemaView free, SchemaView strict) {
        Descent descent = strict.descent();
        return free.descent().ancestors(table).stream()
                .filter(isMoved)
                .filter(ancestor -> descent.isDescendant(table, ancestor))
                .filter(ancestor -> isStrict(strict, ancestor, column) && !isStrict(free, ancestor, column))
                .filter(ancestor -> column(free, ancestor, column).isPresent())
                .findFirst();
    }

    private static boolean isStrict(SchemaView state, ObjectName table, String column) {
        return column(state, table, column)
                .filter(PostgresqlStrictness::isStrict)
                .isPresent();
    }

    private static Optional<Column> column(SchemaView state, ObjectName table, String column) {
        return state.table(table)
                .map(holder -> PostgresqlInheritance.full(state, holder))
                .flatMap(holder -> holder.column(column));
    }

    /**
     * The state in which those are told that an operation tells.
     *
     * @param isMoved whether a table stands by itself for a while
     */
    static SchemaView told(List<Change> changes, SchemaView before, Predicate<ObjectName> isMoved) {
        SchemaBuilder state = before.toBuilder();
        along(changes, isMoved)
                .filter(alter -> !isFreed(alter))
                .forEach(alter -> alter.applyTo(state, PostgresqlText.SYNTAX));
        return state.view();
    }

    /**
     * What has those take null that can do so then.
     *
     * @param isMoved whether a table stood by itself for a while
     */
    static List<Statement> freed(List<Change> changes, SchemaView after, Predicate<ObjectName> isMoved) {
        return along(changes, isMoved)
                .filter(PostgresqlToldHeirs::isFreed)
                .sorted(Comparator.comparingInt(
                        alter -> after.descent().ancestors(alter.table()).size()))
                .map(alter -> PostgresqlColumns.dropNotNull(alter.table(), (Column) alter.after(), false))
                .toList();
    }

    private static Stream<AlterPart> along(List<Change> changes, Predicate<ObjectName> isMoved) {
        return changes.stream()
                .flatMap(change -> change instanceof AlterPart alter && !isMoved.test(alter.table())
                        ? Stream.of(alter)
                        : Stream.empty());
    }

    private static boolean isFreed(AlterPart alter) {
        return alter.after() instanceof Column column && column.nullable();
    }
}
