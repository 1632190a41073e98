package dev.decant.postgresql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.postgresql.LiveDatabase;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlNewerStatementsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE ONLY \"My t\" SET ACCESS METHOD heap",
                "-- moved\nalter materialized view v set access method heap"
            })
    void an_old_server_has_no_other_access_method_for_what_is_there(String sql) {
        PostgresqlNewerStatements newer = new PostgresqlNewerStatements();
        assertThat(newer.lacking(sql, 14))
                .hasValueSatisfying(
                        what -> assertThat(what).startsWith("SET ACCESS METHOD, which is new in PostgreSQL 15: "));
        assertThat(newer.lacking(sql, 15)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id integer) USING heap",
                "CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler",
                "DO $$BEGIN EXECUTE 'ALTER TABLE t SET ACCESS METHOD heap'; END$$",
                "COMMENT ON TABLE t IS 'SET ACCESS METHOD'"
            })
    void any_server_has_the_rest(String sql) {
        assertThat(new PostgresqlNewerStatements().lacking(sql, 14)).isEmpty();
    }

    @Test
    void a_migration_that_an_old_server_would_stop_halfway_is_not_begun(@TempDir Path folder) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14")) {
            RunnerLab lab = new RunnerLab(LiveDatabase.DATABASE, live::connect, folder.resolve("migrations"));
            lab.add("first", "CREATE TABLE a (id integer);", "DROP TABLE a;");
            lab.add(
                    "second",
                    "CREATE INDEX CONCURRENTLY i ON a (id);\nALTER TABLE a SET ACCESS METHOD heap;",
                    "DROP INDEX CONCURRENTLY i;");
            assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                    .isInstanceOf(DecantException.class)
                    .hasMessageContaining("DCT-564")
                    .hasMessageContaining("SET ACCESS METHOD, which is new in PostgreSQL 15: ALTER TABLE a");
            assertThat(lab.has("a")).isFalse();
        }
    }
}
