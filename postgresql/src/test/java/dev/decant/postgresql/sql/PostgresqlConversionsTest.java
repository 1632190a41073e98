package dev.decant.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dialect.Conversion;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.postgresql.LiveDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlConversionsTest {
    private static Conversion conversion(String from, String to) {
        return PostgresqlConversions.of(Column.of("c", DataType.parse(from)), DataType.parse(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | bigint | c",
                "bigint | smallint | c",
                "varchar | text | c",
                "text | varchar(3) | c",
                "uuid | text | c",
                "text | integer | c::integer",
                "text | jsonb | c::jsonb",
                "json | jsonb | c",
                "jsonb | integer | c::integer",
                "integer | boolean | c <> 0",
                "bigint | boolean | c <> 0",
                "boolean | integer | c::integer",
                "boolean | bigint | c::integer::bigint",
                "public.mood | text | c::text",
                "text | public.mood | c::public.mood",
                "public.mood | public.State | c::text::public.\"State\"",
                "public.mood[] | public.State[] | c::text[]::public.\"State\"[]",
                "text[] | varchar[] | c",
                "text[] | integer[] | c::integer[]",
                "numeric(10,2) | numeric(4) | c",
                "vector(3) | vector(4) | c",
                "date | timestamp | c",
                "int4range | int4multirange | c::int4multirange",
                "hstore | jsonb | c::jsonb",
            })
    void what_the_server_knows_is_not_asked(String from, String to, String expression) {
        assertThat(conversion(from, to)).isEqualTo(new Conversion.Known(new Expression(expression)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytea | text | convert_from(c, 'UTF8')",
                "varchar(5) | bytea | convert_to(c, 'UTF8')",
                "text | text[] | CASE WHEN c IS NULL THEN NULL ELSE ARRAY[c] END",
                "varchar | text[] | CASE WHEN c IS NULL THEN NULL ELSE ARRAY[c::text] END",
                "bytea | text[] | CASE WHEN c IS NULL THEN NULL ELSE ARRAY[convert_from(c, 'UTF8')] END",
                "text[] | text | c[1]",
                "text[][] | integer | c[1]::integer",
                "integer | timestamptz | to_timestamp(c)",
                "bigint | timestamp | (to_timestamp(c) AT TIME ZONE 'UTC')::timestamp without time zone",
                "timestamptz | bigint | extract(epoch FROM c)::bigint",
                "timestamp | timestamptz | c AT TIME ZONE 'UTC'",
                "timestamptz | date | (c AT TIME ZONE 'UTC')::date",
                "date | timestamptz | c::timestamp without time zone AT TIME ZONE 'UTC'",
                "time | timestamp | DATE '1970-01-01' + c",
                "time | timestamptz | (DATE '1970-01-01' + c) AT TIME ZONE 'UTC'",
                "timetz | timestamptz | DATE '1970-01-01' + c",
                "timetz | timestamp | (DATE '1970-01-01' + c) AT TIME ZONE 'UTC'",
                "numeric | interval | c * interval '1 second'",
                "integer | public.quantity | c::text::public.quantity",
                "public.quantity | integer | c::text::integer",
            })
    void what_can_mean_several_things_is_asked(String from, String to, String suggestion) {
        assertThat(conversion(from, to)).isEqualTo(new Conversion.Asked(Optional.of(new Expression(suggestion))));
    }

    @ParameterizedTest
    @CsvSource({"uuid, integer", "point, date", "jsonb, uuid[]", "boolean, date"})
    void what_has_no_meaning_is_asked_without_a_suggestion(String from, String to) {
        assertThat(conversion(from, to)).isEqualTo(new Conversion.Asked(Optional.empty()));
    }

    @Test
    void the_server_takes_every_conversion_between_common_types() throws SQLException {
        List<String> types = List.of(
                "smallint",
                "integer",
                "bigint",
                "numeric(10,2)",
                "real",
                "double precision",
                "boolean",
                "text",
                "character varying(20)",
                "character(5)",
                "bytea",
                "date",
                "timestamp without time zone",
                "timestamp with time zone",
                "time without time zone",
                "time with time zone",
                "interval",
                "uuid",
                "json",
                "jsonb",
                "inet",
                "text[]",
                "integer[]",
                "public.mood",
                "public.mood[]");
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE TYPE public.mood AS ENUM ('ok')");
            for (String from : types) {
                for (String to : types) {
                    tryConversion(live, from, to);
                }
            }
        }
    }

    private static void tryConversion(LiveDatabase live, String from, String to) throws SQLException {
        String expression = switch (conversion(from, to)) {
            case Conversion.Known(Expression known) -> known.sql();
            case Conversion.Asked(var suggestion) ->
                suggestion.map(Expression::sql).orElse("NULL");
        };
        String using = expression.equals("c") ? "" : " USING " + expression;
        live.execute("CREATE TABLE t (c " + from + "); INSERT INTO t VALUES (NULL)");
        live.execute("ALTER TABLE t ALTER COLUMN c TYPE " + to + using);
        live.execute("DROP TABLE t");
    }
}
