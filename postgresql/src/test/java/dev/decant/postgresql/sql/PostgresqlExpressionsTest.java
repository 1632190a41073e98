package dev.decant.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.postgresql.LiveDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlExpressionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(size > 0) | size > 0",
                "((a) + (b)) | (a) + (b)",
                "(a) + (b) | (a) + (b)",
                "size>0 and NAME is not null | size > 0 AND name IS NOT NULL",
                "\"size\" > - 1 | size > -1",
                "a - -1 | a - -1",
                "- - a | - -a",
                "Lower( Name ) | lower(name)",
                "\"Weird Name\" + 1 | \"Weird Name\" + 1",
                "x in (1,2) | x IN (1, 2)",
                "coalesce(a,B) | COALESCE(a, b)",
                "NULLIF(a, ''::text) | NULLIF(a, ''::text)",
                "a /* why */ + b -- so | a + b",
                "now() at time zone 'UTC' | now() AT TIME ZONE 'UTC'",
                "(data ->> 'A B'::text) | data ->> 'A B'::text",
                "TRUE | true",
                "current_timestamp | CURRENT_TIMESTAMP",
                "f() | f()",
                "Extract(YEAR from made) | EXTRACT(year FROM made)",
                "extract('Year' from made) | EXTRACT(year FROM made)",
                "t.\"a\" = 'X' | t.a = 'X'",
                "array[1,2] | ARRAY[1, 2]",
                "(x)::text ~ '^a'::text | (x)::text ~ '^a'::text",
            })
    void an_expression_has_one_spelling(String given, String canonical) {
        Expression expression = PostgresqlExpressions.canonical(new Expression(given));
        assertThat(expression.sql()).isEqualTo(canonical);
        assertThat(PostgresqlExpressions.canonical(expression)).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "varchar(20) | 'x' | 'x'",
                "varchar(20) | 'x'::character varying | 'x'",
                "char(3) | 'x'::bpchar | 'x'",
                "text | 'x'::character varying | 'x'::character varying",
                "text | ('x'::character varying)::text | ('x'::character varying)::text",
                "text | lower('X'::text) | lower('X'::text)",
                "char(3) | 'x' | 'x'",
                "integer | -1 | -1",
                "integer | '-1'::integer | -1",
                "integer | '5' | 5",
                "bigint | 5 | 5",
                "bigint | 5::bigint | (5)::bigint",
                "bigint | '5' | '5'::bigint",
                "bigint | '5'::integer | 5",
                "bigint | '-5'::bigint | '-5'::bigint",
                "bigint | '-5'::integer | -5",
                "bigint | 9999999999 | 9999999999",
                "smallint | '0'::smallint | '0'::smallint",
                "numeric | '5' | '5'::numeric",
                "numeric | '1.5' | 1.5",
                "numeric | 0::numeric | (0)::numeric",
                "double precision | '1.0' | '1'::double precision",
                "real | 1.5 | 1.5",
                "real | 'NaN' | 'NaN'",
                "numeric(10,2) | 1.50 | 1.50",
                "numeric(10,2) | (-1.5) | -1.5",
                "double precision | 0 | 0",
                "boolean | TRUE | true",
                "boolean | 't' | true",
                "timestamptz | now() | now()",
                "timestamptz | current_timestamp | CURRENT_TIMESTAMP",
                "jsonb | '{}'::jsonb | '{}'",
                "text[] | '{}'::text[] | '{}'",
                "text[] | ARRAY[]::text[] | ARRAY[]::text[]",
                "uuid | gen_random_uuid() | gen_random_uuid()",
                "public.mood | 'ok'::mood | 'ok'",
                "public.mood | 'ok'::public.mood | 'ok'",
                "interval | '1 day'::interval | '1 day'",
                "date | '2026-01-02' | '2026-01-02'",
                "bit(3) | '101' | '101'",
            })
    void a_default_is_read_as_it_was_written(String type, String written, String canonical) throws SQLException {
        Column column = Column.of("c", DataType.parse(type)).withFill(new Fill.Default(new Expression(written)));
        Schema given = Schema.of(List.of(Table.of(ObjectName.of("public", "t"), List.of(column))), List.of());
        Schema schema = LiveDatabase.DIALECT.canonical(given);
        assertThat(fill(schema)).isEqualTo(canonical);
        assertThat(LiveDatabase.DIALECT.canonical(schema)).isEqualTo(schema);
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE TYPE public.mood AS ENUM ('ok')");
            live.run(LiveDatabase.plan(Schema.EMPTY, schema));
            assertThat(fill(live.inspect())).isEqualTo(canonical);
        }
    }

    @ParameterizedTest
    @CsvSource({"NULL", "NULL::text", "(null)"})
    void a_default_of_null_is_none(String written) {
        assertThat(PostgresqlDefaults.canonical(new Expression(written), DataType.of("text")))
                .isEqualTo(Fill.NOTHING);
    }

    private static String fill(Schema schema) {
        Column column = schema.tables().firstEntry().getValue().columns().getFirst();
        return ((Fill.Default) column.fill()).value().sql();
    }
}
