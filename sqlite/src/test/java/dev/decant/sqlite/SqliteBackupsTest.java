package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of SQLite in another file, and back. */
class SqliteBackupsTest {
    private static final String STATE =
            "SELECT count(*) || ' ' || sum(rowid) || ' ' || sum(length(text)) || ' ' || (SELECT user_version FROM pragma_user_version)"
                    + " FROM note";

    @TempDir
    Path folder;

    private Path database = Path.of("");
    private Path backup = Path.of("");
    private final SqliteBackups backups = new SqliteBackups(new SqliteDatabase());

    @BeforeEach
    void make_a_database_with_rows() throws SQLException {
        database = folder.resolve("app.db");
        backup = folder.resolve("backup.db");
        sql("PRAGMA journal_mode = WAL");
        sql("PRAGMA user_version = 7");
        sql("CREATE TABLE note (text TEXT)");
        sql("""
                WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)
                INSERT INTO note SELECT hex(randomblob(1000)) FROM number""");
        sql("DELETE FROM note WHERE rowid % 3 = 0");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = SqliteWorker.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String query) throws SQLException {
        try (Connection connection = SqliteWorker.open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void save() {
        backups.save(SqliteRestorer.url(database), backup, progress -> {});
    }

    private void load(Path file) {
        backups.load(file, SqliteRestorer.url(database), List.of(), progress -> {});
    }

    @Test
    void what_was_backed_up_comes_back_to_the_row() throws SQLException {
        String before = value(STATE);
        save();
        sql("DELETE FROM note WHERE rowid > 100");
        sql("CREATE TABLE later (id INTEGER)");
        load(backup);
        assertThat(value(STATE)).isEqualTo(before);
        assertThat(value("SELECT count(*) FROM sqlite_schema WHERE name = 'later'"))
                .isEqualTo("0");
        assertThat(value("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void a_backup_holds_one_moment_although_others_write_meanwhile() throws SQLException {
        String before = value(STATE);
        backups.save(SqliteRestorer.url(database), backup, progress -> {
            try {
                sql("DELETE FROM note WHERE rowid % 2 = 0");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        load(backup);
        assertThat(value(STATE)).isEqualTo(before);
    }

    @Test
    void a_backup_that_is_broken_takes_nothing_away() throws Exception {
        String before = value(STATE);
        save();
        byte[] whole = Files.readAllBytes(backup);
        Path half = Files.write(folder.resolve("half.db"), Arrays.copyOf(whole, whole.length / 2));
        Path odd = Files.writeString(folder.resolve("odd.db"), "no database at all");
        Path empty = Files.writeString(folder.resolve("empty.db"), "");
        for (Path file : List.of(half, odd, empty)) {
            assertThatThrownBy(() -> load(file))
                    .isInstanceOf(DecantException.class)
                    .hasMessageStartingWith("DCT-537 ")
                    .hasMessageContaining("nothing was changed");
        }
        assertThat(value(STATE)).isEqualTo(before);
    }

    @Test
    void a_restore_that_is_killed_in_the_middle_changes_nothing() throws Exception {
        save();
        sql("DELETE FROM note WHERE rowid > 100");
        for (String mode : List.of("WAL", "DELETE")) {
            sql("PRAGMA journal_mode = " + mode);
            String before = value(STATE);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SqliteRestorer.class.getName(),
                            database.toString(),
                            backup.toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(9);
            assertThat(value(STATE)).as(mode).isEqualTo(before);
            assertThat(value("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }

    @Test
    void a_database_in_which_others_write_is_not_replaced() throws SQLException {
        save();
        try (Connection other = SqliteWorker.open(database);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            SqliteBackups impatient = new SqliteBackups(new SqliteDatabase(), 2);
            assertThatThrownBy(() -> impatient.load(backup, SqliteRestorer.url(database), List.of(), progress -> {}))
                    .isInstanceOf(DecantException.class)
                    .hasMessageContaining("others");
            statement.execute("ROLLBACK");
        }
    }
}
