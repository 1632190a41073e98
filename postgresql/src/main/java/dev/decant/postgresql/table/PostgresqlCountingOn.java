package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.nameLiteral;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A serial column that becomes an identity, or the other way round: the new sequence goes on where the old one stands, which waits under
 * another name where the new one takes its own. Where values were given out and deleted, only the old sequence knows of them.
 */
final class PostgresqlCountingOn {
    private final ObjectName table;
    private final Column before;
    private final Column after;
    private final PostgresqlCountedRows rows;
    private final ObjectName former;
    private final ObjectName next;

    private PostgresqlCountingOn(
            ObjectName table, Column before, Column after, ObjectName former, PostgresqlCountedRows rows) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.former = former;
        this.rows = rows;
        this.next = PostgresqlNames.sequence(table, after).orElseThrow();
    }

    /** The two ends of such a change, if it is one. */
    static Optional<PostgresqlCountingOn> of(
            ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        boolean becomesIdentity = before.fill() instanceof Fill.Serial && after.fill() instanceof Fill.Identity;
        boolean becomesSerial = before.fill() instanceof Fill.Identity && after.fill() instanceof Fill.Serial;
        if (!becomesIdentity && !becomesSerial) {
            return Optional.empty();
        }
        ObjectName called = PostgresqlNames.sequence(table, before).orElseThrow();
        boolean isTaken = PostgresqlNames.sequence(table, after).stream().anyMatch(called::equals);
        ObjectName former = isTaken ? PostgresqlNames.departing(called) : called;
        return Optional.of(new PostgresqlCountingOn(table, before, after, former, rows));
    }

    /** What makes the sequence of a column in a table that comes in the place of another go on where that of the other stands, wherever. */
    static List<Statement> inPlace(ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        ObjectName former = PostgresqlNames.departing(
                PostgresqlNames.sequence(table, before).orElseThrow());
        return new PostgresqlCountingOn(table, before, after, former, rows).goOn();
    }

    /** What takes away the old fill; the sequence of an identity goes with it, so that the new one is there before. */
    List<Statement> leave() {
        List<Statement> statements = new ArrayList<>();
        if (after.fill() instanceof Fill.Serial serial) {
            statements.addAll(aside());
            statements.add(PostgresqlSerials.create(after, serial));
            statements.addAll(goOn());
            statements.add(PostgresqlIdentities.leave(table, before));
        } else {
            statements.add(PostgresqlFills.dropDefault(table, before.name()));
            statements.addAll(aside());
        }
        return statements;
    }

    /** What gives the new fill. */
    List<Statement> enter() {
        List<Statement> statements = new ArrayList<>();
        switch (after.fill()) {
            case Fill.Serial serial -> statements.addAll(PostgresqlSerials.use(table, after, serial));
            case Fill.Identity identity -> {
                statements.add(PostgresqlIdentities.become(table, after, identity));
                statements.addAll(goOn());
                statements.add(PostgresqlSerials.drop(former));
            }
            default -> throw new IllegalStateException("counted by no sequence: " + after.name());
        }
        return statements;
    }

    private List<Statement> aside() {
        ObjectName called = PostgresqlNames.sequence(table, before).orElseThrow();
        return PostgresqlRenames.of(
                "SEQUENCE",
                called,
                former,
                "steps aside for its successor, which goes on where it stands",
                Schema.EMPTY);
    }

    private List<Statement> goOn() {
        List<Statement> statements = new ArrayList<>();
        if (isWide()) {
            statements.add(goOn(false));
        } else {
            statements.addAll(PostgresqlCounting.advance(
                    nameLiteral(next), table, after.name(), PostgresqlCounting.options(after), rows));
            statements.add(goOn(true));
        }
        return statements;
    }

    /** Whether every place where the old sequence can stand is one of the new. */
    private boolean isWide() {
        SequenceOptions then = bounds(before);
        SequenceOptions now = bounds(after);
        return now.minimum().getAsLong() <= then.minimum().getAsLong()
                && now.maximum().getAsLong() >= then.maximum().getAsLong();
    }

    private static SequenceOptions bounds(Column column) {
        SequenceOptions options = PostgresqlCounting.options(column);
        DataType type = column.fill() instanceof Fill.Serial
                ? PostgresqlOwnedSequences.type(column, options)
                : PostgresqlIdentitySequences.type(column);
        PostgresqlTypes.Range range = PostgresqlTypes.range(type);
        return options.explicit(range.smallest(), range.largest());
    }

    /**
     * Not behind values that somebody else gave, of which an index over the column tells without reading all rows; but a sequence that begins
     * again at its end may well stand before values in use.
     */
    private Statement goOn(boolean within) {
        boolean reads = rows != PostgresqlCountedRows.NONE
                && !PostgresqlCounting.options(after).cycle();
        Sql sql = sql("SELECT")
                .call(
                        "setval",
                        inside -> inside.text(nameLiteral(next))
                                .comma()
                                .text(reads ? "coalesce(taken.value, former.last_value)" : "former.last_value")
                                .comma()
                                .text(reads ? "former.is_called OR taken.value IS NOT NULL" : "former.is_called"))
                .newLine()
                .words("FROM")
                .text(name(former))
                .words("AS former");
        sql.when(reads, more -> more.comma().newLine().text("    LATERAL (" + taken() + ") AS taken"));
        SequenceOptions now = bounds(after);
        sql.when(
                within,
                more -> more.newLine()
                        .words("WHERE former.last_value BETWEEN")
                        .literal(now.minimum().getAsLong())
                        .words("AND")
                        .literal(now.maximum().getAsLong()));
        return statement(sql)
                .explained("goes on where the sequence before stands"
                        + (reads ? ", or beyond the values of " + after.name() + " that are further" : ""));
    }

    private String taken() {
        boolean down = PostgresqlCounting.isDescending(PostgresqlCounting.options(after));
        SequenceOptions now = bounds(after);
        String column = "rows." + name(after.name());
        Sql sql = sql("SELECT")
                .text((down ? "min(" : "max(") + column + ")")
                .words("AS value FROM")
                .when(rows == PostgresqlCountedRows.OWN, "ONLY")
                .text(name(table))
                .words("AS rows WHERE")
                .text(column)
                .words(down ? ">=" : "<=")
                .literal(down ? now.minimum().getAsLong() : now.maximum().getAsLong())
                .words("AND")
                .text(column)
                .words(down ? "<=" : ">=")
                .text("former.last_value");
        return sql.toString();
    }
}
