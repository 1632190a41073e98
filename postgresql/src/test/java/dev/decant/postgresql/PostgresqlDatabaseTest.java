package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.Databases;
import dev.decant.database.RunnerLock;
import dev.decant.database.ServerError;
import dev.decant.failure.DecantException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PostgresqlDatabaseTest {
    private static final PostgresqlDatabase DATABASE = LiveDatabase.DATABASE;

    @Test
    void it_is_found_by_its_name_and_its_urls() {
        assertThat(Databases.ofDialect("postgresql")).isInstanceOf(PostgresqlDatabase.class);
        assertThat(DATABASE.accepts("jdbc:postgresql://localhost/x")).isTrue();
        assertThat(DATABASE.accepts("jdbc:sqlite:x")).isFalse();
        assertThatThrownBy(() -> DATABASE.open("jdbc:sqlite:x", new Properties()))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("DCT-502");
    }

    @Test
    void a_session_has_the_settings_that_migrations_rely_on() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            assertThat(live.connection().getAutoCommit()).isTrue();
            assertThat(live.query("SHOW application_name")).containsExactly("decant");
            assertThat(live.query("SHOW statement_timeout")).containsExactly("0");
            assertThat(live.query("SHOW timezone")).containsExactly("UTC");
            assertThat(live.query("SHOW search_path")).containsExactly("\"$user\", public");
        }
    }

    @Test
    void no_prepared_statement_outlives_its_execution() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            for (int i = 0; i < 8; i++) {
                live.inspect();
            }
            assertThat(live.query("SELECT count(*) FROM pg_prepared_statements"))
                    .containsExactly("0");
        }
    }

    @Test
    void the_lock_is_held_by_one_session_of_a_database_at_a_time() throws SQLException {
        RunnerLock lock = DATABASE.lock();
        try (LiveDatabase live = LiveDatabase.open();
                Connection other = live.connect();
                LiveDatabase elsewhere = LiveDatabase.open()) {
            assertThat(lock.holder(other)).isEmpty();
            assertThat(lock.tryAcquire(live.connection())).isTrue();
            assertThat(lock.tryAcquire(other)).isFalse();
            assertThat(lock.tryAcquire(elsewhere.connection())).isTrue();
            assertThat(lock.holder(other).orElseThrow().words())
                    .matches("process \\d+ of \\w+, decant, from 127.0.0.1\\S*, connected since .*");
            lock.release(live.connection());
            assertThat(lock.tryAcquire(other)).isTrue();
        }
    }

    @Test
    void the_lock_goes_with_its_session() throws SQLException {
        RunnerLock lock = DATABASE.lock();
        try (LiveDatabase live = LiveDatabase.open()) {
            try (Connection other = live.connect()) {
                assertThat(lock.tryAcquire(other)).isTrue();
            }
            assertThat(eventually(() -> lock.tryAcquire(live.connection()))).isTrue();
        }
    }

    private interface Trial {
        boolean succeeds() throws SQLException;
    }

    private static boolean eventually(Trial trial) throws SQLException {
        for (int i = 0; i < 100; i++) {
            if (trial.succeeds()) {
                return true;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    @Test
    void an_error_of_the_server_is_taken_apart() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE TABLE t (name text PRIMARY KEY); INSERT INTO t VALUES ('a')");
            assertThat(error(live, "SELECT nme FROM t"))
                    .isEqualTo(new ServerError(
                            "42703",
                            "column \"nme\" does not exist",
                            Optional.empty(),
                            Optional.of("Perhaps you meant to reference the column \"t.name\"."),
                            OptionalInt.of(8)));
            assertThat(error(live, "INSERT INTO t VALUES ('a')"))
                    .isEqualTo(new ServerError(
                            "23505",
                            "duplicate key value violates unique constraint \"t_pkey\"",
                            Optional.of("Key (name)=(a) already exists."),
                            Optional.empty(),
                            OptionalInt.empty()));
        }
    }

    private static ServerError error(LiveDatabase live, String sql) {
        try (var statement = live.connection().createStatement()) {
            statement.execute(sql);
            throw new AssertionError("no error from " + sql);
        } catch (SQLException refused) {
            return DATABASE.explain(refused);
        }
    }

    @Test
    void a_wrong_password_is_an_error_without_a_server_message_of_ours() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            assertThatThrownBy(() -> live.connect("nobody", "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(DATABASE.explain(refused).state())
                                    .startsWith("28"));
        }
    }

    @Test
    void the_place_of_the_history_is_made_once() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            assertThat(live.query(DATABASE.historyTable().existence())).isEmpty();
            for (int i = 0; i < 2; i++) {
                for (String statement : DATABASE.historyTable().prepare()) {
                    live.execute(statement);
                }
            }
            live.execute("CREATE TABLE decant.migration (id text)");
            assertThat(live.query(DATABASE.historyTable().existence())).containsExactly("1");
        }
    }
}
