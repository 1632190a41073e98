package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.SessionObserver.Blocker;
import dev.decant.journal.Migration;
import dev.decant.run.Limits;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others work in the database at the same time. */
class PostgresqlContentionTest {
    private static final Limits SHORT =
            Limits.USUAL.withLock(Duration.ofMillis(1500)).withBudget(Duration.ofSeconds(30));
    private static final RunSettings SETTINGS = RunnerLab.SETTINGS.withLimits(SHORT);

    private TestDatabase server;
    private RunnerLab lab;
    private Connection other;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) throws SQLException {
        server = TestServers.postgres("17").freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
        lab.sql("CREATE TABLE t (a integer)");
        lab.sql("INSERT INTO t VALUES (1), (1)");
        other = open();
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        return LiveDatabase.DATABASE.open(server.jdbcUrl(), properties);
    }

    @AfterEach
    void drop_the_database() throws SQLException {
        other.close();
        server.close();
    }

    /** A report that somebody else reads, until the transaction is ended. */
    private void readInAnOpenTransaction() throws SQLException {
        other.setAutoCommit(false);
        sql(other, "SET application_name = 'monthly report'");
        sql(other, "SELECT count(*) AS report FROM t");
    }

    private static void sql(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CompletableFuture<RunResult> migrating() {
        return CompletableFuture.supplyAsync(() -> lab.runner(SETTINGS).migrate(lab.journal()));
    }

    private <T extends RunEvent> T first(Class<T> type, CompletableFuture<RunResult> run) {
        while (lab.events(type).isEmpty()) {
            assertThat(run).isNotDone();
            Thread.onSpinWait();
        }
        return lab.events(type).getFirst();
    }

    @Test
    void an_index_whose_building_failed_is_dropped_and_built_again() {
        lab.add("unique", "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a);", "DROP INDEX CONCURRENTLY i;");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("[23505]: Key (a)=(1) is duplicated.");
        assertThat(lab.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo(1);
        lab.sql("DELETE FROM t WHERE ctid = '(0,1)'");
        lab.runner().migrate(lab.journal());
        assertThat(lab.events(RunEvent.LeftoverCleared.class))
                .extracting(RunEvent.LeftoverCleared::sql)
                .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS public.i");
        assertThat(lab.number("SELECT count(*) FROM pg_index WHERE indexrelid = 'i'::regclass AND indisvalid"))
                .isEqualTo(1);
    }

    @Test
    void if_not_exists_hides_no_index_that_is_not_valid() {
        lab.sql("CREATE INDEX i ON t (a)");
        lab.sql("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
        lab.add("index", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);", "DROP INDEX i;");
        lab.runner().migrate(lab.journal());
        assertThat(lab.number("SELECT count(*) FROM pg_index WHERE indexrelid = 'i'::regclass AND indisvalid"))
                .isEqualTo(1);
    }

    @Test
    void who_reads_is_not_kept_waiting_behind_a_migration_that_waits() throws SQLException {
        readInAnOpenTransaction();
        lab.add("column", "ALTER TABLE t ADD COLUMN b integer;", "ALTER TABLE t DROP COLUMN b;");
        CompletableFuture<RunResult> run = migrating();
        RunEvent.AttemptFailed attempt = first(RunEvent.AttemptFailed.class, run);
        try (Connection reader = open()) {
            sql(reader, "SET statement_timeout = '5s'");
            sql(reader, "SELECT count(*) FROM t");
        }
        assertThat(attempt.blockers()).singleElement().satisfies(blocker -> {
            assertThat(blocker.application()).isEqualTo("monthly report");
            assertThat(blocker.user()).isEqualTo(server.user());
            assertThat(blocker.query()).startsWith("SELECT count(*) AS report");
        });
        other.rollback();
        assertThat(run.join().migrations()).hasSize(1);
        assertThat(lab.events(RunEvent.StatementRunning.class))
                .anySatisfy(running -> assertThat(running.sighting().blockers()).isNotEmpty());
    }

    @Test
    void who_is_in_the_way_for_too_long_is_named() throws SQLException {
        readInAnOpenTransaction();
        Migration column = lab.add("column", "SELECT 1;\nALTER TABLE t ADD COLUMN b integer;", "");
        RunSettings impatient = SETTINGS.withLimits(SHORT.withBudget(Duration.ZERO));
        assertThatThrownBy(() -> lab.runner(impatient).migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-529 " + column.up().path() + ":2:1: others were in the way for 0 s (")
                .hasMessageContaining("[55P03]")
                .hasMessageContaining(
                        "; in the way: process " + process(other) + " of " + server.user() + " (monthly report), for ")
                .hasMessageContaining("; nothing of this migration was kept; end what is in the way, or ");
    }

    private static String process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void an_index_that_is_built_concurrently_waits_for_old_transactions_as_long_as_it_takes() throws Exception {
        readInAnOpenTransaction();
        lab.add("index", "CREATE INDEX CONCURRENTLY i ON t (a);", "DROP INDEX i;");
        sql(other, "INSERT INTO t VALUES (2)");
        CompletableFuture<RunResult> run = migrating();
        first(RunEvent.StatementRunning.class, run);
        Thread.sleep(2 * SHORT.lock().toMillis());
        assertThat(run).isNotDone();
        other.commit();
        assertThat(run.join().migrations()).hasSize(1);
        assertThat(lab.events(RunEvent.AttemptFailed.class)).isEmpty();
        assertThat(lab.events(RunEvent.StatementRunning.class))
                .extracting(running -> running.sighting().progress().isPresent())
                .contains(true);
    }

    @Test
    void a_file_says_how_long_a_statement_may_run_whatever_the_role_says() {
        lab.sql("ALTER ROLE CURRENT_USER IN DATABASE " + server.name() + " SET statement_timeout = '10ms'");
        Migration slow =
                lab.add("slow", "SELECT pg_sleep(0.1);\n-- decant: statement-timeout 100ms\nSELECT pg_sleep(60);", "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .hasMessageStartingWith(
                        "DCT-523 " + slow.up().path() + ":3:1: canceling statement due to statement timeout");
    }

    @Test
    void a_session_of_a_run_that_was_killed_is_waited_for() throws SQLException {
        lab.addTable("one");
        assertThat(LiveDatabase.DATABASE.lock().tryClaim(other)).isTrue();
        CompletableFuture<RunResult> run = migrating();
        assertThat(first(RunEvent.LockWaiting.class, run).holder().orElseThrow())
                .startsWith("process " + process(other));
        other.close();
        assertThat(run.join().migrations()).hasSize(1);
    }

    @Test
    void a_runner_that_hangs_is_ended_by_its_name_and_by_no_other() throws SQLException {
        lab.add("hang", "SELECT pg_sleep(600);", "");
        CompletableFuture<RunResult> run = migrating();
        first(RunEvent.StatementStarted.class, run);
        var lock = LiveDatabase.DATABASE.lock();
        String name = lock.holder(other).orElseThrow().name();
        assertThat(lock.evict(other, process(other))).isFalse();
        assertThat(lock.evict(other, name)).isTrue();
        assertThatThrownBy(run::join).hasCauseInstanceOf(MigrationFailedException.class);
        assertThat(lab.ran()).isEmpty();
    }

    @Test
    void a_blocker_is_told_in_a_few_words() {
        assertThat(new Blocker("12", "app", "", Duration.ofSeconds(90), "").words())
                .isEqualTo("process 12 of app, for 90 s");
    }
}
