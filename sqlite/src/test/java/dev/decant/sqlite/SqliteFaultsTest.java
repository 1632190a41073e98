package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.testkit.run.RunnerLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at every event of a run on SQLite, up and back; the next run leads where an undisturbed one does. */
class SqliteFaultsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write_the_migrations() throws SQLException {
        Path template = folder.resolve("template.db");
        RunnerLab lab =
                new RunnerLab(new SqliteDatabase(), () -> SqliteWorker.open(template), folder.resolve("migrations"));
        EverySqliteStep.write(lab);
        try (Connection connection = SqliteWorker.open(template);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(EverySqliteStep.TEMPLATE);
        }
        // The history is there before, so that a rollback leaves what was there.
        go(template, true, RunListener.SILENT);
        go(template, false, RunListener.SILENT);
    }

    private void go(Path database, boolean up, RunListener listener) {
        Journal journal = Journal.open(folder.resolve("migrations"), new SqliteDatabase().dialect());
        SqliteWorker.go(SqliteWorker.runner(database, listener), journal, up);
    }

    @Test
    void a_process_is_killed_at_any_event_of_a_run_on_a_file() throws Exception {
        Path before = folder.resolve("template.db");
        Path after = copy(before, "after.db");
        int up = events(after, true);
        killAndGoOn(true, 1, up, before, state(after));
        int down = events(copy(after, "back.db"), false);
        killAndGoOn(false, 2, down, after, state(before));
        assertThat(up + down).isGreaterThan(60);
    }

    private Path copy(Path database, String name) throws IOException {
        return Files.copy(database, folder.resolve(name));
    }

    private int events(Path database, boolean up) {
        AtomicInteger events = new AtomicInteger();
        go(database, up, event -> events.addAndGet(SqliteWorker.isCertain(event) ? 1 : 0));
        return events.get();
    }

    private void killAndGoOn(boolean up, int every, int events, Path from, List<String> wanted) throws Exception {
        List<Path> databases = new ArrayList<>();
        while (databases.size() * every < events) {
            databases.add(copy(from, (up ? "up-" : "down-") + databases.size() + ".db"));
        }
        kill(up, every, databases);
        for (Path database : databases) {
            go(database, up, RunListener.SILENT);
            assertThat(state(database)).as(database.toString()).isEqualTo(wanted);
        }
    }

    private void kill(boolean up, int every, List<Path> databases) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SqliteWorker.class.getName(),
                folder.resolve("migrations").toString(),
                up ? "up" : "down",
                String.valueOf(every)));
        databases.forEach(database -> command.add(database.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(said).isEqualTo(SqliteWorker.REACHED);
    }

    /** The schema, all rows, and what the history says, without times. */
    private static List<String> state(Path database) throws SQLException {
        try (Connection connection = SqliteWorker.open(database)) {
            List<String> state = rows(connection, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
            for (String table : List.of("account", "log", "moment")) {
                state.addAll(rows(connection, "SELECT * FROM " + table + " ORDER BY 1"));
            }
            if (state.stream().anyMatch(line -> line.startsWith("table|note|"))) {
                state.addAll(rows(connection, "SELECT * FROM note ORDER BY id"));
            }
            state.addAll(rows(connection, "SELECT id, status FROM decant_migration ORDER BY id"));
            state.addAll(rows(
                    connection, "SELECT kind, name FROM decant_migration_script WHERE kind <> 'hook' ORDER BY 1, 2"));
            state.addAll(rows(connection, "SELECT * FROM decant_migration_step"));
            return state;
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
