package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of other tools complained about when they ran migrations from a shell: each test is named after what they wanted. */
final class RunningComplaintsTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        users("");
        shell.run("generate", "first");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private void users(String more) {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users USERS = new Users();
                    public final Column<Integer> id = serial().primaryKey();
                    %s
                }
                """.formatted(more));
    }

    /** drizzle-orm#5601, drizzle-orm#5816, drizzle-orm#6215: migrate said nothing, whether it did anything or not. */
    @Test
    void a_run_says_what_it_did_and_that_there_is_nothing_to_do() {
        assertThat(shell.run("migrate").out()).contains("_first");
        assertThat(shell.run("migrate").out()).contains("Nothing to do");
    }

    /** drizzle-orm#5622, drizzle-orm#2354: migrate hung when the database could not be reached. */
    @Test
    void a_database_that_is_not_there_is_told_at_once() {
        Shell.Outcome outcome = shell.run("migrate", "--url", "postgres://me@127.0.0.1:1/nowhere");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-510");
    }

    /** drizzle-orm#4006: push exited with zero although it had failed. */
    @Test
    void a_push_that_fails_does_not_exit_as_if_all_were_well() throws SQLException {
        database.execute("CREATE TABLE users (id text PRIMARY KEY); INSERT INTO users VALUES ('x')");

        assertThat(shell.run("push", "--yes").code()).isNotZero();
    }

    /** drizzle-orm#5083: push dropped the table of what ran, since it was not in the schema. */
    @Test
    void a_push_leaves_the_history_alone() throws SQLException {
        shell.run("migrate");
        users("public final Column<String> more = text();");

        assertThat(shell.run("push", "--yes").code()).isZero();
        assertThat(database.query("SELECT count(*) FROM decant.migration")).containsExactly("1");
    }

    /** drizzle-orm#5334: nobody could see what migrate would do. */
    @Test
    void a_dry_run_shows_the_sql_and_runs_nothing() throws SQLException {
        assertThat(shell.run("migrate", "--dry-run").out()).contains("CREATE TABLE");
        assertThat(database.query("SELECT 1 FROM pg_tables WHERE tablename = 'users'"))
                .isEmpty();
    }

    /** drizzle-orm#6281, drizzle-orm#2791: a script could not ask whether something waits to be run. */
    @Test
    void a_script_can_ask_whether_something_waits_to_be_run() {
        assertThat(shell.run("status").code()).isEqualTo(3);
        shell.run("migrate");
        assertThat(shell.run("status").code()).isZero();
    }

    /** drizzle-orm#6191, drizzle-orm#5314: a database that was there before could not be taken over. */
    @Test
    void a_database_that_was_there_before_is_taken_over() throws SQLException {
        database.execute("CREATE TABLE users (id serial PRIMARY KEY)");

        assertThat(shell.run("migrate").code()).isEqualTo(1);
        shell.run("generate", "--custom", "notes");
        Shell.Outcome outcome = shell.run("baseline");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("_notes does is there: its SQL was written by hand")
                .doesNotContain("_first does");
        assertThat(shell.run("migrate").out()).contains("Nothing to do");
    }

    /** drizzle-orm#4651, drizzle-orm#5307: a prompt stopped the pipeline for ever. */
    @Test
    void where_nobody_can_answer_a_decision_is_an_exit_code_with_the_flag_to_give() throws SQLException {
        shell.run("migrate");
        database.execute("INSERT INTO users DEFAULT VALUES");

        Shell.Outcome outcome = shell.run("rollback");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("--accept-data-loss");
    }
}
