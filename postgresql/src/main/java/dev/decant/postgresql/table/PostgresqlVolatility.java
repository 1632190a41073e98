package dev.decant.postgresql.table;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a new column writes the whole table again.
 *
 * <p>A default that is the same for every row is kept once for all of them; one that is volatile, an identity and a stored generated
 * column are computed for each row: the notes of the manual's page of ALTER TABLE.
 */
final class PostgresqlVolatility {
    /** Common functions that are not volatile (pg_proc.provolatile is i or s). */
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "to_timestamp",
            "to_date",
            "to_char",
            "date_trunc",
            "date_part",
            "extract",
            "timezone",
            "make_date",
            "make_interval",
            "make_timestamptz",
            "age",
            "lower",
            "upper",
            "concat",
            "coalesce",
            "md5",
            "encode",
            "decode",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "to_jsonb",
            "to_json",
            "to_tsvector",
            "array_fill",
            "string_to_array",
            "current_setting",
            "current_schema",
            "length",
            "round",
            "abs");

    private static final Set<String> VOLATILE = Set.of(
            "nextval",
            "random",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "clock_timestamp",
            "timeofday",
            "setval",
            "currval",
            "lastval",
            "gen_random_bytes",
            "gen_salt");

    private PostgresqlVolatility() {}

    /** The statement that adds the column, with what it makes others wait for. */
    static Statement explained(Statement statement, ObjectName table, Column column) {
        return switch (column.fill()) {
            case Fill.Nothing nothing -> statement.explained(PostgresqlLocks.moment(table));
            case Fill.Default(Expression value) -> explained(statement, table, value);
            case Fill.Identity identity -> rewriting(statement, table, "to number them");
            case Fill.Serial serial -> rewriting(statement, table, "to number them");
            case Fill.AutoIncrement counted -> rewriting(statement, table, "to number them");
            case Fill.Generated(Expression value, boolean stored) ->
                stored
                        ? rewriting(statement, table, "to compute " + column.name())
                        : statement.explained(PostgresqlLocks.moment(table));
        };
    }

    private static Statement explained(Statement statement, ObjectName table, Expression value) {
        return suspect(value)
                .map(function -> VOLATILE.contains(function)
                        ? rewriting(statement, table, "because " + function + "() gives each row another value")
                        : doubtful(statement, table, function))
                .orElseGet(() -> statement.explained(PostgresqlLocks.moment(table)));
    }

    private static Statement rewriting(Statement statement, ObjectName table, String why) {
        return statement
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again " + why);
    }

    private static Statement doubtful(Statement statement, ObjectName table, String function) {
        return statement
                .explained(PostgresqlLocks.moment(table) + " unless " + function + "() is volatile")
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again if " + function + "() is volatile");
    }

    /** A function in the expression that is volatile, else one that may be. */
    private static Optional<String> suspect(Expression value) {
        var calls = Expressions.identifiers(value.sql(), PostgresqlText.SYNTAX).stream()
                .filter(mention -> mention.role() == Mention.Role.CALL)
                .map(Mention::name)
                .filter(function -> !STEADY.contains(function))
                .toList();
        return calls.stream()
                .filter(VOLATILE::contains)
                .findFirst()
                .or(() -> calls.stream().findFirst());
    }
}
