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
import dev.decant.model.Table;
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

    /** What makes a column an identity: {@code GENERATED ALWAYS AS IDENTITY (START WITH 10)}. */
    static void write(Sql sql, ObjectName table, Fill.Identity identity) {
        sql.words("GENERATED").words(generated(identity)).words("AS IDENTITY");
        boolean plain =
                identity.sequence().isEmpty() && identity.options().equals(SequenceOptions.DEFAULT);
        sql.when(!plain, more -> more.parenthesized(inside -> details(inside, table, identity)));
    }

    private static void details(Sql sql, ObjectName table, Fill.Identity identity) {
        sql.when(
                !identity.sequence().isEmpty(),
                named -> named.words("SEQUENCE NAME").text(name(table.withLocal(identity.sequence()))));
        PostgresqlCounting.options(sql, identity.options());
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
                ? Optional.of(column.withFill(
                        new Fill.Serial(
                                PostgresqlNames.identitySequence(table, column.name(), identity), identity.options())))
                : Optional.empty();
    }

    /** A column that was filled in another way becomes an identity; it can no longer be null by now. */
    static List<Statement> enter(ObjectName table, Column column, Fill.Identity identity) {
        Sql sql = alterColumn(table, column.name()).words("ADD");
        write(sql, table, identity);
        return List.of(
                statement(sql).explained(PostgresqlLocks.moment(table)), advance(table, column, identity.options()));
    }

    /** An identity is to be filled in another way; its sequence goes with it. */
    static Statement leave(ObjectName table, Column column) {
        return statement(alterColumn(table, column.name()).words("DROP IDENTITY"))
                .explained(PostgresqlLocks.moment(table));
    }

    /** An identity stays one and counts in another way. */
    static List<Statement> change(ObjectName table, Column after, Fill.Identity from, Fill.Identity to) {
        List<Statement> statements = new ArrayList<>(renamed(
                PostgresqlNames.identitySequence(table, after.name(), from),
                PostgresqlNames.identitySequence(table, after.name(), to)));
        if (from.always() != to.always() || !from.options().equals(to.options())) {
            statements.addAll(counting(table, after, from, to));
        }
        return statements;
    }

    /** The sequences that are called as the server would call them, when the names change from which it makes theirs. */
    static List<Statement> following(Table before, Table after) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < before.columns().size(); i++) {
            Column column = before.columns().get(i);
            if (column.fill() instanceof Fill.Identity identity && identity.sequence().isEmpty()) {
                ObjectName now = PostgresqlNames.serialSequence(before.name(), column.name());
                statements.addAll(renamed(
                        now.inSchema(after.name().schema()),
                        PostgresqlNames.serialSequence(
                                after.name(), after.columns().get(i).name())));
            }
        }
        return statements;
    }

    private static List<Statement> renamed(ObjectName before, ObjectName after) {
        return PostgresqlRenames.of("SEQUENCE", before, after, PostgresqlLocks.sequence(before), Schema.EMPTY);
    }

    private static List<Statement> counting(ObjectName table, Column after, Fill.Identity from, Fill.Identity to) {
        Sql sql = alterColumn(table, after.name());
        sql.when(from.always() != to.always(), set -> set.words("SET GENERATED").words(generated(to)));
        PostgresqlCounting.changes(sql, "SET", from.options(), to.options());
        boolean restarts =
                PostgresqlCounting.mustRestart(from.options(), to.options(), PostgresqlTypes.range(after.type()));
        sql.when(restarts, "RESTART");
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(sql).explained(PostgresqlLocks.moment(table)));
        if (restarts) {
            statements.add(advance(table, after, to.options()));
        }
        return statements;
    }

    private static Statement advance(ObjectName table, Column column, SequenceOptions options) {
        String sequence =
                "pg_get_serial_sequence(" + SYNTAX.literal(name(table)) + ", " + SYNTAX.literal(column.name()) + ")";
        return PostgresqlCounting.advance(sequence, table, column.name(), options);
    }
}
