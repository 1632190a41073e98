package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.nameLiteral;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SequenceOptions;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.OptionalLong;

/** How a sequence counts, as it stands in CREATE SEQUENCE, in ALTER SEQUENCE, and in an identity column. */
final class PostgresqlCounting {
    private PostgresqlCounting() {}

    /** What is not the default: {@code START WITH 10 INCREMENT BY 5 CYCLE}. */
    static void options(Sql sql, SequenceOptions options) {
        option(sql, "START WITH", options.start());
        option(sql, "INCREMENT BY", options.increment());
        option(sql, "MINVALUE", options.minimum());
        option(sql, "MAXVALUE", options.maximum());
        option(sql, "CACHE", options.cache());
        sql.when(options.cycle(), "CYCLE");
    }

    private static void option(Sql sql, String words, OptionalLong value) {
        value.ifPresent(number -> sql.words(words).literal(number));
    }

    /**
     * What is another than before, back to the default where it is that now.
     *
     * @param set what stands before each option: {@code SET} in an identity column, nothing in ALTER SEQUENCE
     */
    static void changes(Sql sql, String set, SequenceOptions before, SequenceOptions after) {
        // A default bound is another one in the other direction, but the server leaves it as it was; and with another
        // type, NO MAXVALUE is
        // the largest of that even for one that counts down (init_params in src/backend/commands/sequence.c).
        boolean down = isDescending(after);
        boolean turned = isDescending(before) != down;
        if (!before.increment().equals(after.increment())) {
            change(sql, set, "INCREMENT BY", after.increment(), "INCREMENT BY 1");
        }
        if (turned || !before.minimum().equals(after.minimum())) {
            change(sql, set, "MINVALUE", after.minimum(), down ? "NO MINVALUE" : "MINVALUE 1");
        }
        if (turned || !before.maximum().equals(after.maximum())) {
            change(sql, set, "MAXVALUE", after.maximum(), down ? "MAXVALUE -1" : "NO MAXVALUE");
        }
        if (start(before) != start(after)) {
            change(sql, set, "START WITH", OptionalLong.of(start(after)), "");
        }
        if (!before.cache().equals(after.cache())) {
            change(sql, set, "CACHE", after.cache(), "CACHE 1");
        }
        if (before.cycle() != after.cycle()) {
            change(sql, set, "", OptionalLong.empty(), after.cycle() ? "CYCLE" : "NO CYCLE");
        }
    }

    private static void change(Sql sql, String set, String words, OptionalLong value, String usual) {
        sql.words(set).words(value.isPresent() ? words + " " + value.getAsLong() : usual);
    }

    /** Where a sequence starts by default: at its smallest value when it counts up, at its largest when it counts down. */
    static long usualStart(SequenceOptions options) {
        return isDescending(options)
                ? options.maximum().orElse(-1)
                : options.minimum().orElse(1);
    }

    static long start(SequenceOptions options) {
        return options.start().orElse(usualStart(options));
    }

    static boolean isDescending(SequenceOptions options) {
        return options.increment().orElse(1) < 0;
    }

    /**
     * Moves the sequence of a column beyond every value in use; it starts where it would anyway when there is none.
     *
     * <p>Values that the sequence would not come to are of no concern, and out of its bounds for setval.
     *
     * @param sequence an expression that names the sequence
     * @param rows those that are read for it; of none there is nothing to do
     */
    static List<Statement> advance(
            String sequence, ObjectName table, String column, SequenceOptions options, PostgresqlCountedRows rows) {
        return switch (rows) {
            case NONE -> List.of();
            case OWN -> List.of(advance(sequence, table, column, options, true));
            case ALL -> List.of(advance(sequence, table, column, options, false));
        };
    }

    /** Moves the sequence of a column beyond every value in its table. */
    static List<Statement> advance(ObjectName table, Column column, PostgresqlCountedRows rows) {
        String sequence = nameLiteral(PostgresqlNames.sequence(table, column).orElseThrow());
        return advance(sequence, table, column.name(), options(column), rows);
    }

    /** How the sequence of a column counts. */
    static SequenceOptions options(Column column) {
        return switch (column.fill()) {
            case Fill.Serial serial -> serial.options();
            case Fill.Identity identity -> identity.options();
            default -> throw new IllegalArgumentException("counted by no sequence: " + column.name());
        };
    }

    private static Statement advance(
            String sequence, ObjectName table, String column, SequenceOptions options, boolean alone) {
        boolean down = isDescending(options);
        String value = name(column);
        String last = (down ? "min(" : "max(") + value + ")";
        long start = start(options);
        Sql sql = sql("SELECT")
                .call(
                        "setval",
                        inside -> inside.text(sequence)
                                .comma()
                                .call(
                                        "coalesce",
                                        first -> first.text(last).comma().literal(start))
                                .comma()
                                .text(last)
                                .words("IS NOT NULL"))
                .newLine()
                .words("FROM")
                .when(alone, "ONLY")
                .text(name(table))
                .newLine()
                .words("WHERE")
                .text(value)
                .words(down ? "<=" : ">=")
                .literal(start);
        OptionalLong end = down ? options.minimum() : options.maximum();
        end.ifPresent(
                bound -> sql.words("AND").text(value).words(down ? ">=" : "<=").literal(bound));
        return statement(sql)
                .explained("moves the sequence beyond the " + (down ? "smallest" : "largest") + " value of " + column
                        + "; reads " + table);
    }

    /** The statement that gives a sequence another type, with what may make it fail: where it stands is nothing that a restart may forget. */
    static Statement retyped(Statement statement, ObjectName sequence, DataType before, DataType after) {
        boolean narrower = PostgresqlTypes.range(after).largest()
                < PostgresqlTypes.range(before).largest();
        return narrower
                ? statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when the sequence " + sequence + " stands beyond the range of " + after)
                : statement;
    }

    /**
     * Whether where the sequence stands may be out of its new bounds, which the server refuses: the manual's page of ALTER SEQUENCE. A
     * narrower type alone says nothing of that, unless the sequence started beyond it.
     */
    static boolean mustRestart(SequenceOptions before, SequenceOptions after, PostgresqlTypes.Range range) {
        SequenceOptions then = before.explicit(range.smallest(), range.largest());
        SequenceOptions now = after.explicit(range.smallest(), range.largest());
        return now.minimum().getAsLong() > then.minimum().getAsLong()
                || now.maximum().getAsLong() < then.maximum().getAsLong()
                || start(before) > now.maximum().getAsLong()
                || start(before) < now.minimum().getAsLong();
    }
}
