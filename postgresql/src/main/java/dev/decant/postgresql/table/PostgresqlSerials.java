package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.nameLiteral;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Serial columns: an integer, a sequence that belongs to it, a default that takes the next value. */
final class PostgresqlSerials {
    private PostgresqlSerials() {}

    /** The word {@code serial} or one of its like, when that word makes exactly this column and its sequence. */
    static Optional<String> word(ObjectName table, Column column) {
        boolean usual = column.fill() instanceof Fill.Serial(ObjectName sequence, SequenceOptions options)
                && sequence.equals(PostgresqlNames.serialSequence(table, column.name()))
                && options.equals(SequenceOptions.DEFAULT)
                && !column.nullable();
        return usual ? PostgresqlTypes.serial(column.type()) : Optional.empty();
    }

    /** The default of the column. */
    static String next(Fill.Serial serial) {
        return "nextval(" + nameLiteral(serial.sequence()) + "::regclass)";
    }

    /** What comes before the column is made: its sequence, unless the word makes it. */
    static List<Statement> before(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Serial serial
                        && word(table, column).isEmpty()
                ? List.of(create(column, serial))
                : List.of();
    }

    /** What comes after the column is made: its sequence becomes part of it, unless the word has done so. */
    static List<Statement> after(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Serial serial
                        && word(table, column).isEmpty()
                ? List.of(own(table, column, serial))
                : List.of();
    }

    /** What makes the sequence of a serial column like its unlogged table, unless the word has done so. */
    static List<Statement> likeUnlogged(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Serial serial
                        && word(table, column).isEmpty()
                ? likeTable(serial)
                : List.of();
    }

    /** The same, where the server knows unlogged sequences. */
    static List<Statement> likeTable(Fill.Serial serial) {
        String alter = PostgresqlSequences.setUnlogged(serial.sequence(), true).sql();
        Sql sql = sql("DO")
                .text("$do$BEGIN IF current_setting('server_version_num')::integer >= 150000 THEN EXECUTE "
                        + SYNTAX.literal(alter) + "; END IF; END$do$");
        return List.of(statement(sql)
                .explained("a sequence is unlogged like the table that it belongs to, since PostgreSQL 15"));
    }

    /** The sequence of a column. */
    static Statement create(Column column, Fill.Serial serial) {
        Sql sql =
                sql("CREATE SEQUENCE").text(name(serial.sequence())).words("AS").text(type(counting(column)));
        PostgresqlCounting.options(sql, serial.options());
        return statement(sql).explained(PostgresqlLocks.NEW_OBJECT);
    }

    private static DataType counting(Column column) {
        return column.fill() instanceof Fill.Serial(ObjectName sequence, SequenceOptions options)
                ? PostgresqlOwnedSequences.type(column, options)
                : column.type();
    }

    private static Statement own(ObjectName table, Column column, Fill.Serial serial) {
        return PostgresqlSequences.setOwner(
                serial.sequence(), Optional.of(new Reference.ToColumn(table, column.name())));
    }

    /** A column that was filled in another way becomes serial. */
    static List<Statement> enter(ObjectName table, Column column, Fill.Serial serial, PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>();
        statements.add(create(column, serial));
        statements.addAll(use(table, column, serial));
        statements.addAll(advance(table, column, serial, rows));
        return statements;
    }

    /** A column counts by a sequence that is there. */
    static List<Statement> use(ObjectName table, Column column, Fill.Serial serial) {
        return List.of(
                own(table, column, serial),
                statement(alterColumn(table, column.name()).words("SET DEFAULT").text(next(serial)))
                        .explained(PostgresqlLocks.moment(table)));
    }

    /** A serial column is to be filled in another way. */
    static List<Statement> leave(ObjectName table, Column column, Fill.Serial serial) {
        return List.of(PostgresqlFills.dropDefault(table, column.name()), drop(serial.sequence()));
    }

    static Statement drop(ObjectName sequence) {
        return statement(sql("DROP SEQUENCE").text(name(sequence))).explained(PostgresqlLocks.CATALOGUE);
    }

    /** A serial column stays one, with a sequence of another name, type or way of counting. */
    static List<Statement> change(
            ObjectName table,
            Column before,
            Column after,
            Fill.Serial from,
            Fill.Serial to,
            PostgresqlCountedRows rows) {
        List<Statement> statements = new ArrayList<>(PostgresqlRenames.of(
                "SEQUENCE", from.sequence(), to.sequence(), PostgresqlLocks.sequence(from.sequence()), Schema.EMPTY));
        DataType type = counting(before);
        boolean retyped = !type.equals(counting(after));
        if (retyped || !from.options().equals(to.options())) {
            boolean restarts = PostgresqlCounting.mustRestart(
                    from.options(), to.options(), PostgresqlTypes.range(counting(after)));
            Statement altered = alterSequence(after, from, to, retyped, restarts);
            statements.add(
                    restarts ? altered : PostgresqlCounting.retyped(altered, to.sequence(), type, counting(after)));
            if (restarts) {
                statements.addAll(advance(table, after, to, rows));
            }
        }
        return statements;
    }

    private static Statement alterSequence(
            Column after, Fill.Serial from, Fill.Serial to, boolean retyped, boolean restarts) {
        Sql sql = sql("ALTER SEQUENCE").text(name(to.sequence()));
        sql.when(retyped, as -> as.words("AS").text(type(counting(after))));
        PostgresqlCounting.changes(sql, "", from.options(), to.options());
        sql.when(restarts, "RESTART");
        return statement(sql).explained(PostgresqlLocks.sequence(to.sequence()));
    }

    private static List<Statement> advance(
            ObjectName table, Column column, Fill.Serial serial, PostgresqlCountedRows rows) {
        return PostgresqlCounting.advance(nameLiteral(serial.sequence()), table, column.name(), serial.options(), rows);
    }
}
