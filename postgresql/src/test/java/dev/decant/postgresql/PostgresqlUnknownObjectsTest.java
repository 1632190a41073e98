package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.Inspection;
import dev.decant.database.Scope;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlUnknownObjectsTest {
    private static final String SCRIPT = """
            CREATE SCHEMA theirs;
            CREATE TYPE mood AS ENUM ('glad');
            CREATE TABLE t (a serial PRIMARY KEY, b bigint GENERATED ALWAYS AS IDENTITY, c mood[] UNIQUE, d integer REFERENCES t);
            CREATE SEQUENCE free;
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE TYPE "Shell";
            CREATE TYPE theirs.shell;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void nothing_that_is_there_is_invisible(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            ObjectProof.run(live, SCRIPT);
            Inspection inspection = LiveDatabase.DATABASE.inspectAll(live.connection(), new Scope(Set.of("public")));
            assertThat(inspection.schema())
                    .isEqualTo(LiveDatabase.DATABASE.inspect(live.connection(), new Scope(Set.of("public"))));
            assertThat(inspection.unknown())
                    .singleElement()
                    .satisfies(unknown -> assertThat(unknown).hasToString("base type public.Shell"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_an_extension_brought_is_known(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            live.execute("CREATE EXTENSION hstore");
            assertThat(LiveDatabase.DATABASE
                            .inspectAll(live.connection(), Scope.EVERYTHING)
                            .unknown())
                    .extracting(unknown -> unknown.name().toString())
                    .isEmpty();
        }
    }
}
