package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.postgresql.table.PostgresqlArrayCasts;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlArrayCastsTest {
    @Test
    void an_array_that_is_cast_is_said_to_be_what_it_is_first() {
        assertThat(PostgresqlArrayCasts.kept(
                        "CHECK (a = ANY ((ARRAY['x'::character varying(3), 'y'::character varying(3)])::text[]))"))
                .isEqualTo("CHECK (a = ANY ((ARRAY['x'::character varying(3), 'y'::character varying(3)]"
                        + "::character varying(3)[])::text[]))");
        assertThat(PostgresqlArrayCasts.kept("SELECT (ARRAY[f(1::text), 'a'::text || 'b'])::name[], 'ARRAY[1])::x'"))
                .isEqualTo("SELECT (ARRAY[f(1::text), 'a'::text || 'b'])::name[], 'ARRAY[1])::x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void lists_of_values_of_varchar_columns_are_made_again_as_they_were(String major) throws SQLException {
        DumpRoundTrip.check(major, """
                CREATE TABLE t (
                    s varchar(20) CHECK (s IN ('a', 'b')), c char(3) CHECK (c NOT IN ('x', 'y')),
                    g boolean GENERATED ALWAYS AS (s IN ('r', 's')) STORED);
                CREATE INDEX ON t (s) WHERE s NOT IN ('c', 'd');
                CREATE VIEW v AS SELECT * FROM t WHERE s IN ('a', 'b', c) AND s NOT IN ('p', 'q');
                """);
    }
}
