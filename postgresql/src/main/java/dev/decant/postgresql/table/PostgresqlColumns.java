package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Columns: added, dropped, renamed, and altered one aspect at a time. */
final class PostgresqlColumns {
    private PostgresqlColumns() {}

    /** The column as it stands in CREATE TABLE and behind ADD COLUMN. */
    static void define(Sql sql, ObjectName table, Column column) {
        sql.name(column.name());
        Optional<String> serial = PostgresqlSerials.word(table, column);
        if (serial.isPresent()) {
            sql.words(serial.get());
            return;
        }
        sql.text(type(column.type()));
        PostgresqlColumnOptions.write(sql, column);
        behindType(sql, table, column);
    }

    /** The column as it stands in CREATE TABLE OF, where the type comes from elsewhere. */
    static void defineTyped(Sql sql, ObjectName table, Column column) {
        behindType(sql.name(column.name()).words("WITH OPTIONS"), table, column);
    }

    /** Whether there is nothing to say of the column in a table that has it from its type. */
    static boolean isJustTyped(Column column) {
        return column.nullable() && column.fill() instanceof Fill.Nothing;
    }

    private static void behindType(Sql sql, ObjectName table, Column column) {
        PostgresqlFills.write(sql, table, column);
        PostgresqlColumnOptions.writeNotNull(sql, column);
    }

    static List<Statement> add(ObjectName table, Column column, SchemaView before) {
        Optional<Column> counted = PostgresqlIdentities.firstSerial(table, column, before);
        return counted.map(serial -> countedByItsOwner(table, serial, column, before))
                .orElseGet(() -> added(table, column, before));
    }

    private static List<Statement> countedByItsOwner(
            ObjectName table, Column serial, Column identity, SchemaView before) {
        List<Statement> statements = new ArrayList<>(added(table, serial, before));
        statements.addAll(
                alter(table, serial, identity, Optional.empty(), false, PostgresqlCountedRows.of(table, before)));
        statements.addAll(PostgresqlIdentitySequences.keep(table, serial, identity, before));
        return statements;
    }

    private static List<Statement> added(ObjectName table, Column column, SchemaView before) {
        return PostgresqlFilledLater.isOne(table, column, before)
                ? PostgresqlFilledLater.statements(
                        table, column, addedAtOnce(table, PostgresqlFilledLater.empty(column), before))
                : addedAtOnce(table, column, before);
    }

    private static List<Statement> addedAtOnce(ObjectName table, Column column, SchemaView before) {
        if (column.options().containsKey(PostgresqlColumnOptions.NO_INHERIT)
                && !before.descent().children(table).isEmpty()) {
            return strictAlone(table, column, before);
        }
        List<Statement> statements = new ArrayList<>(PostgresqlSerials.before(table, column));
        statements.add(addColumn(table, column));
        statements.addAll(PostgresqlToastOptions.said(table, column, before));
        statements.addAll(PostgresqlSerials.after(table, column));
        if (PostgresqlIdentitySequences.isUnlogged(table, before)) {
            statements.addAll(PostgresqlSerials.likeUnlogged(table, column));
        }
        statements.addAll(PostgresqlColumnOptions.finish(table, column));
        statements.addAll(PostgresqlSequences.ownedBy(table, column, before));
        if (!column.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, column));
        }
        return statements;
    }

    /** A column with a NOT NULL that children are free of: told with the column, PostgreSQL 18 has them refuse null all the same. */
    private static List<Statement> strictAlone(ObjectName table, Column column, SchemaView before) {
        Column free = PostgresqlColumnOptions.withoutNotNull(column);
        List<Statement> statements = new ArrayList<>(added(table, free, before));
        statements.addAll(alter(table, free, column, Optional.empty()));
        return statements;
    }

    private static Statement addColumn(ObjectName table, Column column) {
        Sql sql = alterTable(table).words("ADD COLUMN");
        define(sql, table, column);
        Statement statement = PostgresqlVolatility.explained(statement(sql), table, column);
        return column.nullable() || !(column.fill() instanceof Fill.Nothing)
                ? statement
                : statement
                        .with(
                                Hazard.Kind.DATA_DEPENDENT,
                                "fails when " + table + " has rows: " + column.name() + " has no value for them")
                        .with(
                                Hazard.Kind.BREAKING,
                                "inserts into " + table + " that do not give " + column.name() + " fail");
    }

    static List<Statement> drop(ObjectName table, Column column) {
        Statement statement = statement(alterTable(table).words("DROP COLUMN").name(column.name()))
                .explained(PostgresqlLocks.moment(table));
        boolean computed = column.fill() instanceof Fill.Generated;
        return List.of(
                computed
                        ? statement
                        : statement.with(
                                Hazard.Kind.DATA_LOSS, "the values of " + table + "." + column.name() + " are gone"));
    }

    static List<Statement> rename(ObjectName table, String before, String after) {
        return List.of(statement(alterTable(table)
                        .words("RENAME COLUMN")
                        .name(before)
                        .words("TO")
                        .name(after))
                .explained(PostgresqlLocks.moment(table))
                .with(Hazard.Kind.BREAKING, "programs that know " + table + "." + before + " no longer find it"));
    }

    /**
     * One column made the other.
     *
     * <p>The order matters: an identity must be gone before NOT NULL can go, and NOT NULL be there before an identity can come; a default
     * is gone while the type changes.
     *
     * @param using how the values are computed, when it was said; else the server's own way
     */
    static List<Statement> alter(ObjectName table, Column before, Column after, Optional<Expression> using) {
        return alter(table, before, after, using, false, PostgresqlCountedRows.ALL);
    }

    /**
     * One column made the other.
     *
     * @param alone whether the children of the table go on refusing null when it no longer does
     * @param rows those that a sequence is moved beyond when it comes to count the rows
     */
    static List<Statement> alter(
            ObjectName table,
            Column before,
            Column after,
            Optional<Expression> using,
            boolean alone,
            PostgresqlCountedRows rows) {
        return alter(table, List.of(new PostgresqlColumnChange(before, after, using)), column -> alone, rows);
    }

    /**
     * Columns made others, whose types change in one statement.
     *
     * @param alone whether the children of the table go on refusing null in a column when it no longer does
     * @param rows those that a sequence is moved beyond when it comes to count the rows
     */
    static List<Statement> alter(
            ObjectName table,
            List<PostgresqlColumnChange> changes,
            Predicate<Column> alone,
            PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>();
        for (PostgresqlColumnChange change : changes) {
            statements.addAll(emptied(table, change.before(), change.after(), rows));
            if (narrows(change)) {
                statements.addAll(PostgresqlFills.change(table, change.before(), change.after(), rows));
            }
        }
        List<PostgresqlColumnChange> retyped =
                changes.stream().filter(PostgresqlColumnChange::isRetyped).toList();
        if (!retyped.isEmpty()) {
            statements.add(PostgresqlTypeChanges.statement(table, retyped));
        }
        for (PostgresqlColumnChange change : changes) {
            if (!narrows(change)) {
                statements.addAll(PostgresqlFills.change(table, change.before(), change.after(), rows));
            }
            statements.addAll(behindType(table, change, alone.test(change.after()), rows));
        }
        return statements;
    }

    private static boolean narrows(PostgresqlColumnChange change) {
        DataType after = change.after().type();
        return PostgresqlTypes.isInteger(after)
                && PostgresqlTypes.range(after).largest()
                        < PostgresqlTypes.range(change.before().type()).largest();
    }

    private static List<Statement> behindType(
            ObjectName table, PostgresqlColumnChange change, boolean alone, PostgresqlCountedRows rows) {
        Column before = change.before();
        Column after = change.after();
        List<Statement> statements = new ArrayList<>();
        if (before.nullable() != after.nullable()) {
            statements.addAll(
                    after.nullable() ? List.of(dropNotNull(table, after, alone)) : becomesRequired(table, after));
        }
        statements.addAll(PostgresqlColumnOptions.alter(
                table, change.isRetyped() ? PostgresqlColumnOptions.retyped(before) : before, after));
        statements.addAll(PostgresqlFills.enter(table, before, after, rows));
        statements.addAll(PostgresqlIdentitySequences.retype(table, before, after));
        statements.addAll(PostgresqlIdentitySequences.tell(table, before, after));
        if (!before.comment().equals(after.comment())) {
            statements.add(PostgresqlTableComments.onPart(table, after));
        }
        return statements;
    }

    /** What takes away the fill of before; who relied on it is told of unless NOT NULL comes only now and tells it. */
    private static List<Statement> emptied(ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>(PostgresqlFills.leave(table, before, after, rows));
        if (!statements.isEmpty() && !before.nullable() && !after.nullable()) {
            statements.set(0, breaking(statements.getFirst(), table, after));
        }
        return statements;
    }

    static Statement dropNotNull(ObjectName table, Column column, boolean alone) {
        Sql sql = sql("ALTER TABLE").when(alone, "ONLY").text(name(table));
        return statement(sql.words("ALTER COLUMN").name(column.name()).words("DROP NOT NULL"))
                .explained(PostgresqlLocks.moment(table));
    }

    /** A NOT NULL with a name or a reach of its own is added as a constraint, since PostgreSQL 18. */
    private static List<Statement> becomesRequired(ObjectName table, Column column) {
        return PostgresqlColumnOptions.notNull(table, column)
                .map(sql -> setNotNull(statement(sql), table, column))
                .map(List::of)
                .orElseGet(() -> List.of(
                        setNotNull(statement(alterColumn(table, column.name()).words("SET NOT NULL")), table, column)));
    }

    private static Statement setNotNull(Statement set, ObjectName table, Column column) {
        String named = table + "." + column.name();
        if (column.options().containsKey(PostgresqlColumnOptions.NOT_VALID)) {
            return set.explained(PostgresqlLocks.moment(table));
        }
        Statement statement = set.explained(PostgresqlLocks.scan(table))
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when " + named + " is null in a row")
                .with(Hazard.Kind.BLOCKING, "readers and writers of " + table + " wait while its rows are read");
        return breaking(statement, table, column);
    }

    /** A statement after which null is not taken, with a word to the programs that give no value. */
    static Statement breaking(Statement statement, ObjectName table, Column column) {
        return column.fill() instanceof Fill.Nothing
                ? statement.with(
                        Hazard.Kind.BREAKING, "inserts that do not give " + table + "." + column.name() + " fail")
                : statement;
    }
}
