package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.Databases;
import dev.decant.database.RunnerLock;
import dev.decant.database.Scope;
import dev.decant.database.ServerError;
import dev.decant.model.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private final SqliteDatabase database = new SqliteDatabase();

    private Connection open(Path file) throws SQLException {
        return database.open("jdbc:sqlite:" + file, new Properties());
    }

    @Test
    void it_is_found_by_the_name_of_its_dialect() {
        assertThat(Databases.ofDialect("sqlite")).isInstanceOf(SqliteDatabase.class);
        assertThat(database.accepts("jdbc:sqlite:a.db")).isTrue();
        assertThat(database.accepts("jdbc:postgresql://localhost/a")).isFalse();
    }

    @Test
    void the_users_own_settings_win(@TempDir Path folder) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "7");
        properties.setProperty("foreign_keys", "true");
        try (Connection connection = database.open("jdbc:sqlite:" + folder.resolve("a.db"), properties);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA busy_timeout").getInt(1)).isEqualTo(7);
            assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void one_runner_at_a_time_holds_the_lock_across_transactions(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("app.db");
        try (Connection one = open(file);
                Connection two = open(file);
                Connection worker = open(file)) {
            RunnerLock first = database.lock();
            RunnerLock second = database.lock();
            assertThat(first.tryAcquire(one)).isTrue();
            assertThat(second.tryAcquire(two)).isFalse();
            assertThat(second.holder(two).orElseThrow().words())
                    .contains("process " + ProcessHandle.current().pid());
            worker.createStatement().execute("CREATE TABLE t (a INT)");
            first.release(one);
            assertThat(second.holder(two)).isEmpty();
            assertThat(second.tryAcquire(two)).isTrue();
            second.release(two);
        }
    }

    @Test
    void a_database_in_memory_is_always_free() throws SQLException {
        try (Lab lab = new Lab()) {
            RunnerLock lock = database.lock();
            assertThat(lock.tryAcquire(lab.connection())).isTrue();
            assertThat(lock.holder(lab.connection())).isEmpty();
            lock.release(lab.connection());
        }
    }

    @Test
    void an_error_comes_in_parts() throws SQLException {
        try (Lab lab = new Lab()) {
            lab.run("CREATE TABLE t (a INT UNIQUE)", "INSERT INTO t VALUES (1)");
            assertThatThrownBy(() -> lab.run("INSERT INTO t VALUES (1)"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        ServerError error = database.explain(failure);
                        assertThat(error.state()).isEqualTo("SQLITE_CONSTRAINT_UNIQUE");
                        assertThat(error.message()).isEqualTo("UNIQUE constraint failed: t.a");
                    });
        }
    }

    @Test
    void a_scope_without_the_one_namespace_is_empty() throws SQLException {
        try (Lab lab = new Lab()) {
            lab.run("CREATE TABLE t (a INT)");
            assertThat(database.inspect(lab.connection(), new Scope(Set.of("other"))))
                    .isEqualTo(Schema.EMPTY);
            assertThat(database.inspect(lab.connection(), new Scope(Set.of("main")))
                            .tables())
                    .hasSize(1);
        }
    }

    @Test
    void a_thousand_tables_are_read_at_once() throws SQLException {
        try (Lab lab = new Lab()) {
            lab.connection().setAutoCommit(false);
            for (int number = 0; number < 1000; number++) {
                lab.run(
                        "CREATE TABLE t%d (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INT REFERENCES t%d (id))"
                                .formatted(number, number / 2),
                        "CREATE INDEX i%d ON t%d (a, b)".formatted(number, number));
            }
            lab.connection().commit();
            long start = System.nanoTime();
            assertThat(lab.schema().tables()).hasSize(1000);
            assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        }
    }
}
