package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.Preflight;
import dev.decant.run.RunEvent;
import dev.decant.run.RunSettings.Interrupted;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.AssertionContract;
import dev.decant.testkit.run.HookContract;
import dev.decant.testkit.run.InterruptionContract;
import dev.decant.testkit.run.JavaContract;
import dev.decant.testkit.run.LargeScriptContract;
import dev.decant.testkit.run.LockContract;
import dev.decant.testkit.run.ManyRowsContract;
import dev.decant.testkit.run.MigrateContract;
import dev.decant.testkit.run.RepeatContract;
import dev.decant.testkit.run.ResumeContract;
import dev.decant.testkit.run.RollbackContract;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlRunnerTest
        implements MigrateContract,
                LargeScriptContract,
                ManyRowsContract,
                InterruptionContract,
                ResumeContract,
                RollbackContract,
                LockContract,
                AssertionContract,
                RepeatContract,
                HookContract,
                JavaContract {
    private TestDatabase server;
    private RunnerLab lab;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) throws SQLException {
        server = TestServers.postgres("17").freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        return LiveDatabase.DATABASE.open(server.jdbcUrl(), properties);
    }

    @AfterEach
    void drop_the_database() throws SQLException {
        server.close();
    }

    @Override
    public RunnerLab lab() {
        return lab;
    }

    @Test
    void an_index_is_built_concurrently_without_being_told_and_without_waiting_for_the_lock() {
        lab.add(
                "index",
                "CREATE TABLE t (a integer);\nCREATE INDEX CONCURRENTLY i ON t (a);\nINSERT INTO t VALUES (1);",
                "DROP INDEX CONCURRENTLY i;\nDROP TABLE t;");
        lab.runner().migrate(lab.journal());
        assertThat(lab.events(RunEvent.StepStarted.class))
                .extracting(RunEvent.StepStarted::transactional)
                .containsExactly(true, false, true);
        assertThat(lab.number("SELECT count(*) FROM pg_indexes WHERE indexname = 'i'"))
                .isEqualTo(1);
        lab.runner().rollback(1);
        assertThat(lab.has("t")).isFalse();
    }

    @Test
    void a_failure_names_the_line_and_the_column() {
        Migration wrong = lab.add("wrong", "-- é\n\n  SELECT 'ü',\n    nonsense;", "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith(
                        "DCT-523 " + wrong.up().path() + ":4:5: column \"nonsense\" does not exist [42703]; ");
    }

    @Test
    void what_fails_at_the_end_of_the_transaction_is_undone() {
        Migration late = lab.add("late", """
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (a integer REFERENCES a DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO b VALUES (1);
                """, "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-524 " + late.up().path() + ": could not be concluded: ")
                .hasMessageContaining("[23503]")
                .hasMessageContaining("; nothing of this migration was kept; ");
        assertThat(lab.has("a")).isFalse();
    }

    @Test
    void bodies_and_operators_reach_the_server_as_they_are() {
        lab.add("bodies", """
                CREATE FUNCTION two() RETURNS integer BEGIN ATOMIC SELECT 1; SELECT 2; END;
                DO $$ BEGIN PERFORM 1; RAISE NOTICE 'half ; way'; END $$;
                CREATE TABLE found AS SELECT count(*) AS n WHERE '{"a": 1}'::jsonb ? 'a';
                """, "");
        lab.runner().migrate(lab.journal());
        assertThat(lab.number("SELECT two()")).isEqualTo(2);
        assertThat(lab.number("SELECT n FROM found")).isEqualTo(1);
        assertThat(lab.events(RunEvent.ServerNotice.class))
                .extracting(RunEvent.ServerNotice::text)
                .containsExactly("half ; way");
    }

    @Test
    void a_connection_that_is_lost_in_a_transaction_keeps_nothing_and_the_next_run_does_all() {
        Migration lost = lab.add(
                "lost", "CREATE TABLE t (a integer);\nSELECT pg_terminate_backend(pg_backend_pid());", "DROP TABLE t;");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("; nothing of this migration was kept; the connection was lost; ");
        assertThat(lab.has("t")).isFalse();
        lab.write(lost, "up.sql", "CREATE TABLE t (a integer);");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(1);
    }

    @Test
    void a_procedure_in_which_the_connection_was_lost_is_not_guessed() {
        lab.sql("CREATE TABLE t (a integer)");
        lab.sql("CREATE PROCEDURE fill() LANGUAGE sql AS 'INSERT INTO t VALUES (1)'");
        lab.sql("CREATE PROCEDURE fall() LANGUAGE sql AS 'SELECT pg_terminate_backend(pg_backend_pid())'");
        Migration lost = lab.add("lost", "-- decant: transaction none\nCALL fill();\nCALL fall();", "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("; done before and kept: the first 1 of 2 statements of the step step-1;"
                        + " the connection was lost; ");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-525 " + lost.up().path() + ":3:1: an earlier run was interrupted")
                .hasMessageContaining(
                        "; look whether it is, then say so: --interrupted=done, or --interrupted=again to run it again");
        lab.runner(RunnerLab.SETTINGS.withInterrupted(Interrupted.TAKE_AS_DONE)).migrate(lab.journal());
        assertThat(lab.number("SELECT count(*) FROM t")).isEqualTo(1);
    }

    /** The servers of tests wait for no disk. */
    private void letCommitsWait() {
        lab.sql("""
                DO $$ BEGIN
                  EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database());
                END $$""");
    }

    @Test
    void only_the_last_commit_of_a_run_waits_for_the_disk() {
        letCommitsWait();
        lab.sql("CREATE TABLE waits (migration integer, setting text)");
        String note = "INSERT INTO waits VALUES (%d, current_setting('synchronous_commit'));";
        for (int number = 1; number <= 3; number++) {
            lab.add("note " + number, note.formatted(number), "");
        }
        lab.runner().migrate(lab.journal());
        assertThat(lab.number("SELECT count(*) FROM waits WHERE (setting = 'on') = (migration = 3)"))
                .isEqualTo(3);
    }

    @Test
    void commits_wait_for_the_disk_again_when_a_run_fails() {
        letCommitsWait();
        lab.sql("CREATE TABLE waits (setting text)");
        lab.script("hooks/after-failure.sql", "INSERT INTO waits VALUES (current_setting('synchronous_commit'));");
        lab.addTable("one");
        lab.add("two", "SELECT 1 / 0;", "");
        lab.addTable("three");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).isInstanceOf(MigrationFailedException.class);
        assertThat(lab.number("SELECT count(*) FROM waits WHERE setting = 'on'"))
                .isEqualTo(1);
    }

    @Test
    void a_lock_that_was_lost_ends_the_run_before_a_migration_that_begins_a_moment_later() {
        lab.addTable("one");
        lab.addTable("two");
        String killHolder = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted";
        assertThatThrownBy(() -> lab.runner(event -> {
                            if (event instanceof RunEvent.MigrationFinished) {
                                lab.sql(killHolder);
                                lab.sql("SELECT pg_sleep(0.2)");
                            }
                        })
                        .migrate(lab.journal()))
                .hasMessageStartingWith("DCT-522 ");
        assertThat(lab.ran()).hasSize(1);
    }

    @Test
    void a_query_of_truth_values_must_say_true() {
        Migration one = lab.addTable("one");
        lab.write(one, "verify.sql", "SELECT count(*) = 0 FROM one;\n\n-- all is well\nSELECT id > 0 FROM one;");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .hasMessageContaining("verify.sql:4: an assertion does not hold: all is well (found no row)");
        lab.write(one, "verify.sql", "-- some\nSELECT NULL::boolean;");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .hasMessageContaining("verify.sql:2: an assertion does not hold: some (says no)");
        lab.write(one, "verify.sql", "DO $$ BEGIN ASSERT 1 = 1; END $$;\nSELECT true;\nSELECT 1 WHERE false;");
        lab.runner().migrate(lab.journal());
        assertThat(lab.ran()).containsExactly(one.id());
    }

    @Test
    void an_assertion_follows_an_index_that_is_built_concurrently() {
        Migration index =
                lab.add("index", "CREATE TABLE t (a integer);\nCREATE INDEX CONCURRENTLY i ON t (a);", "DROP TABLE t;");
        lab.write(index, "verify.sql", "SELECT 1;");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).hasMessageStartingWith("DCT-538 ");
        lab.write(index, "verify.sql", "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass;");
        lab.runner().migrate(lab.journal());
        assertThat(lab.ran()).containsExactly(index.id());
    }

    @Test
    void asking_before_cannot_write() {
        Migration one = lab.addTable("one");
        lab.write(one, "before.sql", "CREATE TABLE sneaky (id integer);\nSELECT 1;");
        assertThat(new Preflight(LiveDatabase.DATABASE, this::open, RunnerLab.SETTINGS).ask(lab.journal()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Preflight.Answer.Missing.class,
                        missing -> assertThat(missing.reason()).contains("read-only transaction"));
    }

    @Test
    void two_databases_of_a_server_do_not_wait_for_each_other() throws SQLException {
        lab.addTable("one");
        try (TestDatabase other = TestServers.postgres("17").freshDatabase();
                Connection session = other.open()) {
            assertThat(LiveDatabase.DATABASE.lock().tryAcquire(session)).isTrue();
            assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(1);
        }
    }
}
