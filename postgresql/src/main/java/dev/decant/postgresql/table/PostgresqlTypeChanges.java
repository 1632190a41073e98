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

    /**
     * The one statement for a column.
     *
     * @param said how the values are computed, when it was said; else the server's own way
     */
    static Statement statement(ObjectName table, Column before, Column after, Optional<Expression> said) {
        Optional<Expression> using = said.or(() -> Optional.of(cast(table, before, after.type())))
                .filter(expression -> !expression.sql().equals(name(before.name())));
        List<Sql> actions = new ArrayList<>();
        if (before.fill() instanceof Fill.Default && after.fill() instanceof Fill.Default(Expression value)) {
            actions.add(column(before).words("DROP DEFAULT"));
            actions.add(retyped(after, using));
            actions.add(column(after).words("SET DEFAULT").text(value.sql()));
        } else {
            actions.add(retyped(after, using));
        }
        Optional<Expression> own = using.filter(expression -> !PostgresqlConversions.isWritten(before, expression));
        return explained(PostgresqlTables.alter(table, actions), table, before, after.type(), own);
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

    private static Statement explained(
            Statement statement, ObjectName table, Column before, DataType after, Optional<Expression> using) {
        String named = table + "." + before.name();
        Statement explained = PostgresqlTypeEffects.rewrites(before.type(), after, using)
                ? statement
                        .explained(PostgresqlLocks.rewrite(table))
                        .with(
                                Hazard.Kind.REWRITE,
                                "writes every row of " + table + " and the indexes of " + before.name()
                                        + " again; readers and writers wait")
                : statement.explained(PostgresqlLocks.moment(table));
        Optional<String> refused = PostgresqlTypeEffects.refused(before.type(), after, using);
        Optional<String> lost = PostgresqlLosses.of(before.type(), after);
        if (refused.isPresent()) {
            explained =
                    explained.with(Hazard.Kind.DATA_DEPENDENT, "fails when a value of " + named + " " + refused.get());
        }
        return lost.isPresent()
                ? explained.with(Hazard.Kind.DATA_LOSS, "the values of " + named + " lose " + lost.get())
                : explained;
    }
}
