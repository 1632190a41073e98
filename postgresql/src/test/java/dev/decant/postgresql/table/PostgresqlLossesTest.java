package dev.decant.postgresql.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dialect.Conversion;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.postgresql.LiveDatabase;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlLossesTest {
    /** Types, each with values of it that are hard on other types. */
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("smallint", List.of("2", "-32768"));
        VALUES.put("integer", List.of("2", "2147483647", "-16777217"));
        VALUES.put("bigint", List.of("2", "9007199254740993", "-9223372036854775808"));
        VALUES.put("numeric", List.of("1.5", "0.12345678901234567890", "12345678901234567890", "2.00"));
        VALUES.put("numeric(12,2)", List.of("1.05", "9999999999.99"));
        VALUES.put("numeric(6,3)", List.of("1.005", "999.999"));
        VALUES.put("real", List.of("1.5", "0.1", "16777216", "1.2345678"));
        VALUES.put("double precision", List.of("1.5", "0.1", "1.2345678901234567", "9007199254740993"));
        VALUES.put("money", List.of("12.34"));
        VALUES.put("boolean", List.of("true", "false"));
        VALUES.put(
                "text",
                List.of("a", "a  ", "", "007", "2020-02-03 04:05:06.789", "[1, 2]", "101", "0.123456789123456789"));
        VALUES.put("character varying(6)", List.of("a", "abcdef", "a     ", "7.0"));
        VALUES.put("character varying(3)", List.of("a", "a  ", "007"));
        VALUES.put("character(5)", List.of("a", "abcde"));
        VALUES.put("name", List.of("a", "a".repeat(63)));
        VALUES.put("date", List.of("2020-02-03"));
        VALUES.put("timestamp without time zone", List.of("2020-02-03 04:05:06.789012", "2020-02-03"));
        VALUES.put("timestamp(1) without time zone", List.of("2020-02-03 04:05:06.7"));
        VALUES.put("timestamp with time zone", List.of("2020-02-03 04:05:06.789012+00"));
        VALUES.put("timestamp(0) with time zone", List.of("2020-02-03 04:05:06+00"));
        VALUES.put("time without time zone", List.of("04:05:06.789012"));
        VALUES.put("time(2) without time zone", List.of("04:05:06.78"));
        VALUES.put("time with time zone", List.of("04:05:06.789012+03"));
        VALUES.put("interval", List.of("26:03:04.567891", "1 mon 2 days", "-1 day"));
        VALUES.put("interval(1)", List.of("01:02:03.4"));
        VALUES.put("bytea", List.of("\\x6162"));
        VALUES.put("uuid", List.of("7d444840-9dc0-11d1-b245-5ffdce74fad2"));
        VALUES.put("json", List.of("{\"b\": 1,   \"a\": 2}", "[1]", "3.50"));
        VALUES.put("jsonb", List.of("{\"b\": 1, \"a\": 2}", "1.5", "true", "0.12345678901234567890"));
        VALUES.put("bit(4)", List.of("1010"));
        VALUES.put("bit(64)", List.of("1".repeat(64)));
        VALUES.put("bit varying", List.of("1", "101010"));
        VALUES.put("bit varying(3)", List.of("101"));
        VALUES.put("inet", List.of("10.1.2.3/8", "10.0.0.0/8"));
        VALUES.put("cidr", List.of("10.0.0.0/8"));
        VALUES.put("macaddr", List.of("08:00:2b:01:02:03"));
        VALUES.put("macaddr8", List.of("08:00:2b:ff:fe:01:02:03", "08:00:2b:01:02:03:04:05"));
        VALUES.put("box", List.of("(3,4),(1,1)"));
        VALUES.put("circle", List.of("<(1,2),3>"));
        VALUES.put("lseg", List.of("[(0,1),(2,4)]"));
        VALUES.put("point", List.of("(1,2)"));
        VALUES.put("path", List.of("((0,0),(1,3),(5,1))", "[(0,0),(1,3)]"));
        VALUES.put("polygon", List.of("((0,0),(1,3),(5,1))"));
        VALUES.put("int4range", List.of("[1,5)"));
        VALUES.put("int4multirange", List.of("{[1,5),[7,9)}"));
        VALUES.put("xml", List.of("<a/>"));
        VALUES.put("integer[]", List.of("{2,2147483647}"));
        VALUES.put("real[]", List.of("{0.1,1.2345678}"));
        VALUES.put("numeric[]", List.of("{0.12345678901234567890}"));
        VALUES.put("boolean[]", List.of("{t,f}"));
        VALUES.put("text[]", List.of("{a,007}"));
        VALUES.put("timestamp without time zone[]", List.of("{\"2020-02-03 04:05:06.789012\"}"));
        VALUES.put("date[]", List.of("{2020-02-03}"));
    }

    private static final String REFUSED = "nothing, refused";

    /** Stores a value, turns it as ALTER COLUMN TYPE would, and turns it back; says what came back when it is another. */
    private static final String COMES_BACK = """
            CREATE FUNCTION comes_back(value text, here text, there text, forward text, backward text) RETURNS text
            LANGUAGE plpgsql AS $$
            DECLARE
              before text;
              after text;
            BEGIN
              EXECUTE format('CREATE TEMP TABLE one ON COMMIT DROP AS SELECT %L::%s AS c', value, here);
              EXECUTE format('CREATE TEMP TABLE two (c %s) ON COMMIT DROP', there);
              EXECUTE format('CREATE TEMP TABLE three (c %s) ON COMMIT DROP', here);
              BEGIN
                EXECUTE 'INSERT INTO two SELECT ' || forward || ' FROM one';
              EXCEPTION WHEN others THEN
                DROP TABLE one, two, three;
                RETURN 'nothing, refused';
              END;
              EXECUTE 'INSERT INTO three SELECT ' || backward || ' FROM two';
              SELECT c::text INTO before FROM one;
              SELECT c::text INTO after FROM three;
              DROP TABLE one, two, three;
              RETURN CASE WHEN before IS DISTINCT FROM rtrim(after, ' ') AND before IS DISTINCT FROM after THEN coalesce(after, 'null') END;
            EXCEPTION WHEN others THEN
              RETURN NULL;
            END
            $$
            """;

    @Test
    void what_is_refused_or_does_not_come_back_is_told_of() throws SQLException {
        List<String> silent = new ArrayList<>();
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute(COMES_BACK);
            for (String from : VALUES.keySet()) {
                for (String to : VALUES.keySet()) {
                    tryValues(live, from, to, silent);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isTold(String from, String to, String outcome) {
        DataType before = DataType.parse(from);
        DataType after = DataType.parse(to);
        if (outcome.equals(REFUSED)) {
            Optional<Expression> using =
                    expression(from, to).filter(way -> !way.equals("c")).map(Expression::new);
            return PostgresqlTypeEffects.refused(before, after, using).isPresent();
        }
        // A text that is read as a value of another type comes back as the server spells it.
        boolean spelled = PostgresqlTypes.isString(before) && !PostgresqlTypes.isString(after);
        return spelled || PostgresqlLosses.of(before, after).isPresent();
    }

    private static void tryValues(LiveDatabase live, String from, String to, List<String> silent) throws SQLException {
        Optional<String> forward = expression(from, to);
        Optional<String> backward = expression(to, from);
        if (forward.isEmpty() || backward.isEmpty()) {
            return;
        }
        for (String value : VALUES.getOrDefault(from, List.of())) {
            String call = "SELECT comes_back($v$%s$v$, $v$%s$v$, $v$%s$v$, $v$%s$v$, $v$%s$v$)"
                    .formatted(value, from, to, forward.get(), backward.get());
            String outcome = live.query(call).getFirst();
            if (outcome != null && !isTold(from, to, outcome)) {
                silent.add("%s to %s: %s comes back as %s".formatted(from, to, value, outcome));
            }
        }
    }

    private static Optional<String> expression(String from, String to) {
        return switch (PostgresqlConversions.of(Column.of("c", DataType.parse(from)), DataType.parse(to))) {
            case Conversion.Known(Expression known) -> Optional.of(known.sql());
            case Conversion.Asked(var suggestion) -> suggestion.map(Expression::sql);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | bigint",
                "smallint | real",
                "integer | double precision",
                "numeric(6,2) | real",
                "numeric(15,2) | double precision",
                "real | double precision",
                "integer | numeric(10,0)",
                "numeric(10,2) | numeric(12,4)",
                "numeric(10,2) | numeric",
                "money | numeric(12,2)",
                "character varying(10) | character varying(20)",
                "character varying(10) | text",
                "character(10) | text",
                "character(10) | character varying(10)",
                "integer | text",
                "timestamp(3) without time zone | timestamp(6) without time zone",
                "timestamp(3) without time zone | timestamp(3) with time zone",
                "date | timestamp(0) without time zone",
                "time without time zone | interval",
                "jsonb | json",
                "jsonb | text",
                "cidr | inet",
                "boolean | integer",
                "integer | bit(32)",
                "bit(8) | bit varying",
                "int4range | int4multirange",
                "integer[] | bigint[]",
                "uuid | text",
                "text | public.mood",
            })
    void what_can_come_back_is_not_said_to_be_lost(String from, String to) {
        assertThat(PostgresqlLosses.of(DataType.parse(from), DataType.parse(to)))
                .isEmpty();
    }
}
