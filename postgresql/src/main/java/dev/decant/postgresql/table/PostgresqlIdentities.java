package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaView;
import dev.decant.model.SequenceOptions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identity columns. */
final class PostgresqlIdentities {
    private PostgresqlIdentities() {}

    /** What makes a column an identity: {@code GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers START WITH 10)}. */
    static void write(Sql sql, ObjectName table, String column, Fill.Identity identity) {
        sql.words("GENERATED").words(generated(identity)).words("AS IDENTITY");
        ObjectName usual = PostgresqlNames.serialSequence(table, column);
        Optional<ObjectName> given = identity.sequence().filter(sequence -> !sequence.equals(usual));
        sql.when(
                given.isPresent() || !identity.options().equals(SequenceOptions.DEFAULT),
                more -> more.parenthesized(inside -> {
                    given.ifPresent(sequence -> inside.words("SEQUENCE NAME").text(name(sequence)));
                    PostgresqlCounting.options(inside, identity.options());
                }));
    }

    /** The sequence of an identity column. */
    static ObjectName sequence(ObjectName table, String column, Fill.Identity identity) {
        return identity.sequence().orElseGet(() -> PostgresqlNames.serialSequence(table, column));
    }

    private static String generated(Fill.Identity identity) {
        return identity.always() ? "ALWAYS" : "BY DEFAULT";
    }

    /**
     * What a new identity column is added as when the table has children, which the server refuses to give one (ATExecAddColumn in
     * src/backend/commands/tablecmds.c): a serial column, which numbers the rows of the children too, and then becomes the identity.
     */
    static Optional<Column> firstSerial(ObjectName table, Column column, SchemaView before) {
        boolean hasChildren = before.tables().values().stream()
                .anyMatch(child -> child.lineage().parents().contains(table));
        return hasChildren && column.fill() instanceof Fill.Identity identity
                ? Optional.of(
                        column.withFill(new Fill.Serial(sequence(table, column.name(), identity), identity.options())))
                : Optional.empty();
    }

    /** A column that was filled in another way becomes an identity; it can no longer be null by now. */
    static List<Statement> enter(ObjectName table, Column column, Fill.Identity identity, PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>();
        statements.add(become(table, column, identity));
        statements.addAll(advance(table, column, identity.options(), rows));
        return statements;
    }

    /** The column becomes an identity whose sequence starts anew. */
    static Statement become(ObjectName table, Column column, Fill.Identity identity) {
        Sql sql = alterColumn(table, column.name()).words("ADD");
        write(sql, table, column.name(), identity);
        return statement(sql).explained(PostgresqlLocks.moment(table));
    }

    /** An identity is to be filled in another way; its sequence goes with it. */
    static Statement leave(ObjectName table, Column column) {
        return statement(alterColumn(table, column.name()).words("DROP IDENTITY"))
                .explained(PostgresqlLocks.moment(table));
    }

    /** An identity stays one and counts in another way. */
    static List<Statement> change(
            ObjectName table, Column after, Fill.Identity from, Fill.Identity to, PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>(renamed(from, to));
        if (from.always() == to.always() && from.options().equals(to.options())) {
            return statements;
        }
        Sql sql = alterColumn(table, after.name());
        sql.when(from.always() != to.always(), set -> set.words("SET GENERATED").words(generated(to)));
        PostgresqlCounting.changes(sql, "SET", from.options(), to.options());
        boolean restarts = PostgresqlCounting.mustRestart(
                from.options(), to.options(), PostgresqlTypes.range(PostgresqlIdentitySequences.type(after)));
        sql.when(restarts, "RESTART");
        statements.add(statement(sql).explained(PostgresqlLocks.moment(table)));
        if (restarts) {
            statements.addAll(advance(table, after, to.options(), rows));
        }
        return statements;
    }

    private static List<Statement> renamed(Fill.Identity from, Fill.Identity to) {
        boolean same = from.sequence().equals(to.sequence())
                || from.sequence().isEmpty()
                || to.sequence().isEmpty();
        return same
                ? List.of()
                : PostgresqlRenames.of(
                        "SEQUENCE",
                        from.sequence().get(),
                        to.sequence().get(),
                        PostgresqlLocks.sequence(from.sequence().get()),
                        Schema.EMPTY);
    }

    private static List<Statement> advance(
            ObjectName table, Column column, SequenceOptions options, PostgresqlCountedRows rows) {
        String sequence =
                "pg_get_serial_sequence(" + SYNTAX.literal(name(table)) + ", " + SYNTAX.literal(column.name()) + ")";
        return PostgresqlCounting.advance(sequence, table, column.name(), options, rows);
    }
}
