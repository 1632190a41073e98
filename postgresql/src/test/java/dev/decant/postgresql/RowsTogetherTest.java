package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.journal.Migration;
import dev.decant.run.Limits;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows that are sent together when one of them does not go in. How often each was tried a sequence tells, which nothing takes back. */
class RowsTogetherTest {
    private TestDatabase server;
    private RunnerLab lab;
    private String options = "";

    @BeforeEach
    void make_a_table_of_which_row_3_is_slow_to_go_in(@TempDir Path folder) throws SQLException {
        server = TestServers.postgres("17").freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
        server.execute("""
                CREATE TABLE word (id integer PRIMARY KEY);
                CREATE TABLE slow (what text);
                INSERT INTO slow VALUES ('SELECT pg_sleep(600)');
                CREATE SEQUENCE tries;
                CREATE FUNCTION try() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE what text;
                BEGIN
                  PERFORM nextval('tries');
                  IF NEW.id = 3 THEN SELECT s.what INTO what FROM slow s; EXECUTE what; END IF;
                  RETURN NEW;
                END $$;
                CREATE TRIGGER try BEFORE INSERT ON word FOR EACH ROW EXECUTE FUNCTION try();
                """);
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        return LiveDatabase.DATABASE.open(server.jdbcUrl() + options, properties);
    }

    @AfterEach
    void drop_the_database() {
        server.close();
    }

    private Migration rows(String said) {
        StringBuilder rows = new StringBuilder(said).append('\n');
        for (int id = 1; id <= 1500; id++) {
            rows.append("INSERT INTO word VALUES (").append(id).append(");\n");
        }
        return lab.add("rows", rows.toString(), "DELETE FROM word;");
    }

    private void requireFailure(Limits limits, String message) {
        assertThatThrownBy(
                        () -> lab.runner(RunnerLab.SETTINGS.withLimits(limits)).migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("nothing of this migration was kept");
        assertThat(lab.number("SELECT count(*) FROM word")).isZero();
        assertThat(lab.history()).isEmpty();
    }

    private void requireThatTheNextRunGoesOn() {
        lab.sql("UPDATE slow SET what = 'SELECT 1'");
        lab.runner().migrate(lab.journal());
        assertThat(lab.number("SELECT count(*) FROM word")).isEqualTo(1500);
    }

    @Test
    void a_limit_to_how_long_a_statement_runs_is_waited_for_once_and_the_statement_is_named() {
        Migration rows = rows("-- decant: statement-timeout 1s");
        requireFailure(Limits.USUAL, "DCT-523 " + rows.up().path() + ":4:1: canceling statement due to statement");
        assertThat(lab.number("SELECT last_value FROM tries")).isEqualTo(3);
        requireThatTheNextRunGoesOn();
    }

    @Test
    void a_lock_is_waited_for_once_in_each_try_and_the_statement_is_named() throws SQLException {
        Migration rows = rows("-- decant: lock-timeout 1s");
        lab.sql("CREATE TABLE taken (id integer)");
        lab.sql("UPDATE slow SET what = 'LOCK TABLE taken'");
        try (Connection other = open();
                Statement taking = other.createStatement()) {
            other.setAutoCommit(false);
            taking.execute("LOCK TABLE taken");
            requireFailure(
                    Limits.USUAL.withBudget(Duration.ZERO),
                    "DCT-529 " + rows.up().path() + ":4:1: ");
        }
        assertThat(lab.number("SELECT last_value FROM tries")).isEqualTo(3);
        requireThatTheNextRunGoesOn();
    }

    @Test
    void who_ends_the_statement_of_such_rows_ends_them_all() throws SQLException {
        Migration rows = rows("");
        try (Connection other = open()) {
            assertThatThrownBy(() -> lab.runner(event -> {
                                if (event instanceof RunEvent.StatementRunning) {
                                    cancel(other);
                                }
                            })
                            .migrate(lab.journal()))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining(rows.up().path() + ":4:1: canceling statement due to user request");
        }
        assertThat(lab.number("SELECT last_value FROM tries")).isEqualTo(3);
        assertThat(lab.number("SELECT count(*) FROM word")).isZero();
        requireThatTheNextRunGoesOn();
    }

    private static void cancel(Connection other) {
        try (Statement statement = other.createStatement()) {
            statement.execute("""
                    SELECT pg_cancel_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND query LIKE 'INSERT%' AND state = 'active'""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_driver_names_the_row_in_every_language_and_also_when_it_is_to_keep_the_text_to_itself() {
        Locale usual = Locale.getDefault();
        lab.sql("UPDATE slow SET what = 'SELECT 1'");
        lab.sql("INSERT INTO word VALUES (1400)");
        Migration rows = rows("");
        int tried = 1;
        try {
            for (String language : new String[] {"en", "de", "ru", "ar-u-nu-arab", "ja"}) {
                for (String silence : new String[] {"", "?logServerErrorDetail=false"}) {
                    Locale.setDefault(Locale.forLanguageTag(language));
                    options = silence;
                    assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageContaining(rows.up().path() + ":1401:1: ");
                    tried += 1400;
                    assertThat(lab.number("SELECT last_value FROM tries"))
                            .as(language + silence)
                            .isEqualTo(tried);
                }
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
