package dev.decant.postgresql.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.StatementProbe.Outcome;
import dev.decant.postgresql.LiveDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlProbeTest {
    private static final Outcome AGAIN = new Outcome.NotDone(List.of());
    private static final Outcome DONE = new Outcome.Done();

    private LiveDatabase live;

    @BeforeEach
    void open() throws SQLException {
        live = LiveDatabase.open();
        live.execute("CREATE TABLE t (a integer); CREATE SCHEMA \"My\"; CREATE TABLE \"My\".\"T\" (a integer)");
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
    }

    private Outcome probe(String sql) throws SQLException {
        return new PostgresqlProbe().outcome(live.connection(), sql);
    }

    /** Marks an index as one whose building ended by half, as the server itself marks it. */
    private void invalidate(String index) throws SQLException {
        live.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = '" + index + "'::regclass");
    }

    @Test
    void an_index_that_is_there_and_valid_is_done() throws SQLException {
        String sql = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS I ON t (a)";
        assertThat(probe(sql)).isEqualTo(AGAIN);
        live.execute(sql);
        assertThat(probe(sql)).isEqualTo(DONE);
    }

    @Test
    void an_index_that_is_not_valid_is_dropped_first() throws SQLException {
        String sql = "CREATE INDEX CONCURRENTLY \"By a\" ON ONLY \"My\".\"T\" USING btree (a)";
        live.execute("CREATE INDEX \"By a\" ON \"My\".\"T\" (a)");
        invalidate("\"My\".\"By a\"");
        assertThat(probe(sql))
                .isEqualTo(new Outcome.NotDone(List.of("DROP INDEX CONCURRENTLY IF EXISTS \"My\".\"By a\"")));
    }

    @Test
    void an_index_of_that_name_on_another_table_is_left_alone() throws SQLException {
        live.execute("CREATE TABLE u (a integer); CREATE INDEX i ON u (a)");
        invalidate("i");
        assertThat(probe("CREATE INDEX CONCURRENTLY i ON t (a)")).isEqualTo(AGAIN);
    }

    @Test
    void a_name_that_is_too_long_is_the_one_that_the_server_made_of_it() throws SQLException {
        String sql = "CREATE INDEX CONCURRENTLY " + "i".repeat(70) + " ON t (a)";
        live.execute(sql);
        assertThat(probe(sql)).isEqualTo(DONE);
    }

    @Test
    void nobody_knows_which_index_has_no_name() throws SQLException {
        assertThat(probe("CREATE INDEX CONCURRENTLY ON t (a)")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void an_index_that_is_gone_is_dropped() throws SQLException {
        live.execute("CREATE INDEX i ON t (a)");
        assertThat(probe("DROP INDEX CONCURRENTLY IF EXISTS public.i RESTRICT")).isEqualTo(AGAIN);
        assertThat(probe("DROP INDEX CONCURRENTLY j")).isEqualTo(DONE);
    }

    @Test
    void what_a_rebuilt_index_left_goes_first() throws SQLException {
        live.execute("CREATE INDEX i ON t (a); CREATE INDEX i_ccnew ON t (a)");
        invalidate("i_ccnew");
        Outcome cleared = new Outcome.NotDone(List.of("DROP INDEX CONCURRENTLY IF EXISTS public.i_ccnew"));
        assertThat(probe("REINDEX INDEX CONCURRENTLY i")).isEqualTo(cleared);
        assertThat(probe("REINDEX (VERBOSE, CONCURRENTLY) TABLE t")).isEqualTo(cleared);
        assertThat(probe("REINDEX SCHEMA CONCURRENTLY public")).isEqualTo(cleared);
        assertThat(probe("REINDEX TABLE CONCURRENTLY \"My\".\"T\"")).isEqualTo(AGAIN);
    }

    @Test
    void a_partition_that_is_detached_by_half_is_finished() throws SQLException {
        live.execute("CREATE TABLE p (a integer) PARTITION BY LIST (a);"
                + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
        String sql = "ALTER TABLE public.p DETACH PARTITION p1 CONCURRENTLY";
        assertThat(probe(sql)).isEqualTo(AGAIN);
        live.execute("UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'p1'::regclass");
        String finish = "ALTER TABLE public.p DETACH PARTITION p1 FINALIZE";
        assertThat(probe(sql)).isEqualTo(new Outcome.Halfway(List.of(finish)));
        live.execute(finish);
        assertThat(probe(sql)).isEqualTo(DONE);
    }

    @Test
    void databases_are_there_or_not() throws SQLException {
        assertThat(probe("CREATE DATABASE postgres")).isEqualTo(DONE);
        assertThat(probe("CREATE DATABASE \"Postgres\" TEMPLATE template0")).isEqualTo(AGAIN);
        assertThat(probe("DROP DATABASE IF EXISTS nowhere")).isEqualTo(DONE);
        assertThat(probe("DROP TABLESPACE pg_default")).isEqualTo(AGAIN);
        assertThat(probe("CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p")).isEqualTo(AGAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "VACUUM FULL t",
        "REINDEX DATABASE",
        "CLUSTER",
        "ALTER SYSTEM SET work_mem = '8MB'",
        "ALTER DATABASE d SET TABLESPACE x",
        "ALTER SUBSCRIPTION s SET PUBLICATION p",
        "ALTER SUBSCRIPTION s REFRESH PUBLICATION"
    })
    void what_does_the_same_again_is_run_again(String sql) throws SQLException {
        assertThat(probe(sql)).isEqualTo(AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"CALL f()", "DO 'BEGIN END'", "ALTER SUBSCRIPTION s ADD PUBLICATION p", "SELECT 1"})
    void what_the_catalogue_does_not_show_is_not_known(String sql) throws SQLException {
        assertThat(probe(sql)).isEqualTo(new Outcome.Unknown());
    }
}
