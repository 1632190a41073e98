package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long statements may wait and run, as the configuration says it. */
final class LimitsTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.run("generate", "--custom", "slow");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private void configure(String top, String environment) {
        shell.write("decant.toml", top + "\n" + shell.read("decant.toml") + "\n" + environment + "\n");
    }

    private void up(String sql) {
        shell.write("migrations/" + shell.migrations().getLast() + "/up.sql", sql);
    }

    @Test
    void a_statement_runs_no_longer_than_the_configuration_lets_it() {
        configure("statement-timeout = \"100ms\"", "[environment.patient]\nstatement-timeout = \"none\"");
        up("SELECT pg_sleep(0.5);\n");

        Shell.Outcome outcome = shell.run("migrate");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("statement timeout", "up.sql:1");
        assertThat(shell.run("migrate", "--env", "patient").code()).isZero();
    }

    @Test
    void what_a_file_says_counts_before_the_configuration() {
        configure("statement_timeout = \"100ms\"", "");
        up("-- decant: statement-timeout 10s\nSELECT pg_sleep(0.5);\n");

        assertThat(shell.run("migrate").code()).isZero();
    }

    @Test
    void a_table_that_others_lock_is_tried_as_long_as_the_budget_lasts() throws SQLException {
        configure("lock-timeout = \"50ms\"\nlock-budget = \"300ms\"", "");
        database.execute("CREATE TABLE busy (id integer)");
        up("ALTER TABLE busy ADD COLUMN more text;\n");

        try (Connection report = database.open();
                Statement statement = report.createStatement()) {
            report.setAutoCommit(false);
            statement.execute("SELECT FROM busy");
            long start = System.nanoTime();
            Shell.Outcome outcome = shell.run("migrate");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("lock timeout");
            assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(20);
            report.rollback();
        }
        assertThat(shell.run("migrate").code()).isZero();
    }

    @Test
    void what_is_no_length_of_time_is_told_with_its_place() {
        configure("lock-timeout = \"soon\"", "");

        Shell.Outcome outcome = shell.run("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-104 decant.toml:1:", "not a length of time", "500ms");
    }
}
