package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other types for columns: ALTER COLUMN TYPE. */
final class PostgresqlTypeChanges {
    private PostgresqlTypeChanges() {}

    /** The one statement for columns of a table. */
    static Statement statement(ObjectName table, List<PostgresqlColumnChange> changes) {
        List<PostgresqlColumnChange> computed =
                changes.stream().map(change -> computed(table, change)).toList();
        Statement statement = PostgresqlTables.alter(
                table,
                computed.stream().flatMap(change -> actions(change).stream()).toList());
        return explained(statement, table, computed);
    }

    /** The change with the way in which the server is told to compute the values, if it must be told. */
    private static PostgresqlColumnChange computed(ObjectName table, PostgresqlColumnChange change) {
        Column before = change.before();
        Optional<Expression> using = change.using()
                .or(() -> Optional.of(cast(table, before, change.after().type())))
                .filter(expression -> !expression.sql().equals(name(before.name())));
        return new PostgresqlColumnChange(before, change.after(), using);
    }

    private static List<Sql> actions(PostgresqlColumnChange change) {
        Column before = change.before();
        Column after = change.after();
        Optional<Expression> using = change.using();
        List<Sql> actions = new ArrayList<>();
        if (before.fill() instanceof Fill.Default && after.fill() instanceof Fill.Default(Expression value)) {
            actions.add(column(before).words("DROP DEFAULT"));
            actions.add(retyped(after, using));
            actions.add(column(after).words("SET DEFAULT").text(value.sql()));
        } else {
            actions.add(retyped(after, using));
        }
        return actions;
    }

    private static Sql column(Column column) {
        return sql("ALTER COLUMN").name(column.name());
    }

    private static Sql retyped(Column after, Optional<Expression> using) {
        Sql sql = column(after).words("TYPE").text(type(after.type()));
        after.collation().ifPresent(collation -> sql.words("COLLATE").text(name(collation)));
        using.ifPresent(expression -> sql.words("USING").text(expression.sql()));
        return sql;
    }

    /**
     * How the values of a column become others when nobody said how.
     *
     * @throws UnsupportedChangeException when somebody has to say
     */
    static Expression cast(ObjectName table, Column before, DataType after) {
        return switch (PostgresqlConversions.of(before, after)) {
            case Conversion.Known(Expression expression) -> expression;
            case Conversion.Asked(Optional<Expression> suggestion) ->
                throw new UnsupportedChangeException(
                        table + "." + before.name(),
                        "PostgreSQL has no cast from " + before.type() + " to " + after,
                        "say how with --using"
                                + suggestion.map(way -> ", such as " + way).orElse(""));
        };
    }

    private static Statement explained(Statement statement, ObjectName table, List<PostgresqlColumnChange> changes) {
        List<String> rewritten = changes.stream()
                .filter(change -> PostgresqlTypeEffects.rewrites(
                        change.before().type(), change.after().type(), own(change)))
                .map(change -> change.before().name())
                .toList();
        Statement explained = rewritten.isEmpty()
                ? statement.explained(PostgresqlLocks.moment(table))
                : statement
                        .explained(PostgresqlLocks.rewrite(table))
                        .with(
                                Hazard.Kind.REWRITE,
                                "writes every row of " + table + " and the indexes of " + String.join(", ", rewritten)
                                        + " again; readers and writers wait");
        for (PostgresqlColumnChange change : changes) {
            explained = warned(explained, table, change);
        }
        return explained;
    }

    /** How somebody has the values computed, where that is more than to read their text. */
    private static Optional<Expression> own(PostgresqlColumnChange change) {
        return change.using().filter(expression -> !PostgresqlConversions.isWritten(change.before(), expression));
    }

    private static Statement warned(Statement statement, ObjectName table, PostgresqlColumnChange change) {
        String named = table + "." + change.before().name();
        DataType before = change.before().type();
        DataType after = change.after().type();
        Optional<String> refused = PostgresqlTypeEffects.refused(before, after, own(change));
        Optional<String> lost = PostgresqlLosses.of(before, after);
        Statement warned = refused.isPresent()
                ? statement.with(Hazard.Kind.DATA_DEPENDENT, "fails when a value of " + named + " " + refused.get())
                : statement;
        return lost.isPresent()
                ? warned.with(Hazard.Kind.DATA_LOSS, "the values of " + named + " lose " + lost.get())
                : warned;
    }
}
