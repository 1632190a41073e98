package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.tight;

import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Optional;

/** What a column gets when an insert gives nothing, and the ways from one such thing to another. */
public final class PostgresqlFills {
    private PostgresqlFills() {}

    /** The fill as it stands behind the type of a column. */
    static void write(Sql sql, ObjectName table, Column column) {
        switch (column.fill()) {
            case Fill.Nothing nothing -> {}
            case Fill.Default(Expression value) -> sql.words("DEFAULT").text(tight(value));
            case Fill.Identity identity -> PostgresqlIdentities.write(sql, table, column.name(), identity);
            case Fill.Serial serial -> sql.words("DEFAULT").text(PostgresqlSerials.next(serial));
            case Fill.AutoIncrement counted -> throw noAutoIncrement();
            case Fill.Generated(Expression value, boolean stored) ->
                sql.words("GENERATED ALWAYS AS").parenthesized(value.sql()).words(stored ? "STORED" : "VIRTUAL");
        }
    }

    /** What takes away the fill of before, when after has one of another kind. */
    static List<Statement> leave(ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        if (before.fill().getClass().equals(after.fill().getClass())) {
            return List.of();
        }
        Optional<PostgresqlCountingOn> counting = PostgresqlCountingOn.of(table, before, after, rows);
        return counting.map(PostgresqlCountingOn::leave).orElseGet(() -> leave(table, before));
    }

    private static List<Statement> leave(ObjectName table, Column before) {
        return switch (before.fill()) {
            case Fill.Nothing nothing -> List.of();
            case Fill.Default value -> List.of(dropDefault(table, before.name()));
            case Fill.Identity identity -> List.of(PostgresqlIdentities.leave(table, before));
            case Fill.Serial serial -> PostgresqlSerials.leave(table, before, serial);
            case Fill.AutoIncrement counted -> throw noAutoIncrement();
            case Fill.Generated generated -> List.of(dropExpression(table, before.name()));
        };
    }

    /** What gives the fill of after, when before had one of another kind. */
    static List<Statement> enter(ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        if (before.fill().getClass().equals(after.fill().getClass())) {
            return List.of();
        }
        Optional<PostgresqlCountingOn> counting = PostgresqlCountingOn.of(table, before, after, rows);
        return counting.map(PostgresqlCountingOn::enter).orElseGet(() -> enter(table, after, rows));
    }

    private static List<Statement> enter(ObjectName table, Column after, PostgresqlCountedRows rows) {
        return switch (after.fill()) {
            case Fill.Nothing nothing -> List.of();
            case Fill.Default(Expression value) -> List.of(setDefault(table, after.name(), value));
            case Fill.Identity identity -> PostgresqlIdentities.enter(table, after, identity, rows);
            case Fill.Serial serial -> PostgresqlSerials.enter(table, after, serial, rows);
            case Fill.AutoIncrement counted -> throw noAutoIncrement();
            case Fill.Generated generated ->
                throw new UnsupportedChangeException(
                        table + "." + after.name(),
                        "a column cannot become a generated one, nor get another expression",
                        "drop the column and add it again");
        };
    }

    /** The way between two fills of one kind, apart from a default that a change of the type has set already. */
    static List<Statement> change(ObjectName table, Column before, Column after, PostgresqlCountedRows rows) {
        return switch (before.fill()) {
            case Fill.Default from
            when after.fill() instanceof Fill.Default(Expression value) ->
                from.value().equals(value) || !before.type().equals(after.type())
                        ? List.of()
                        : List.of(setDefault(table, after.name(), value));
            case Fill.Identity from
            when after.fill() instanceof Fill.Identity to -> PostgresqlIdentities.change(table, after, from, to, rows);
            case Fill.Serial from
            when after.fill() instanceof Fill.Serial to ->
                PostgresqlSerials.change(table, before, after, from, to, rows);
            case Fill.Nothing nothing -> List.of();
            case Fill.Default value -> List.of();
            case Fill.Identity identity -> List.of();
            case Fill.Serial serial -> List.of();
            case Fill.AutoIncrement counted -> List.of();
            case Fill.Generated generated -> List.of();
        };
    }

    public static Statement setDefault(ObjectName table, String column, Expression value) {
        return statement(alterColumn(table, column).words("SET DEFAULT").text(value.sql()))
                .explained(PostgresqlLocks.moment(table));
    }

    public static Statement dropDefault(ObjectName table, String column) {
        return statement(alterColumn(table, column).words("DROP DEFAULT")).explained(PostgresqlLocks.moment(table));
    }

    private static Statement dropExpression(ObjectName table, String column) {
        return statement(alterColumn(table, column).words("DROP EXPRESSION")).explained(PostgresqlLocks.moment(table));
    }

    private static UnsupportedChangeException noAutoIncrement() {
        return new UnsupportedChangeException(
                "auto-increment", "PostgreSQL has no auto-increment columns", "use an identity");
    }
}
