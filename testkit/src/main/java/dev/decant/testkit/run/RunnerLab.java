package dev.decant.testkit.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.history.History;
import dev.decant.history.HistoryEntry;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.run.Amendments;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An empty database, a folder of migrations, and a runner between them. */
public final class RunnerLab {
    /** What time it always is. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:17:30Z"), ZoneOffset.UTC);

    /** Half a minute for another runner, and a tester. */
    public static final RunSettings SETTINGS = RunSettings.USUAL
            .withClock(CLOCK)
            .withUser("tester")
            .withToolVersion("1.2.3")
            .withLockTimeout(Duration.ofSeconds(30));

    private final Database database;
    private final ConnectionSource source;
    private final Path folder;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    /**
     * A lab.
     *
     * @param database the dialect
     * @param source opens sessions in one empty database
     * @param folder an empty folder
     */
    public RunnerLab(Database database, ConnectionSource source, Path folder) {
        this.database = database;
        this.source = source;
        this.folder = folder;
    }

    public Database database() {
        return database;
    }

    public ConnectionSource source() {
        return source;
    }

    /** What the runners told so far. */
    public List<RunEvent> events() {
        return List.copyOf(events);
    }

    public <T extends RunEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public Journal journal() {
        return Journal.openOrBegin(folder, database.dialect());
    }

    /** Writes a migration on top of what is there. */
    public Migration add(String title, String up, String down) {
        Migration migration = journal().appendCustom(title, CLOCK);
        edit(migration, up);
        write(migration, "down.sql", down);
        return journal().find(migration.id()).orElseThrow();
    }

    /** A migration that makes a table of one column, and its way back. */
    public Migration addTable(String table) {
        return add(table, "CREATE TABLE " + table + " (id integer);", "DROP TABLE " + table + ";");
    }

    /** Gives a migration another {@code up.sql}. */
    public void edit(Migration migration, String up) {
        write(migration, "up.sql", up);
    }

    public void write(Migration migration, String file, String text) {
        script(migration.id() + "/" + file, text);
    }

    /** Writes a file of the folder, such as {@code hooks/before-each.sql}. */
    public void script(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the words of a {@code migration.json}. */
    public void rewrite(Migration migration, String from, String to) {
        Path json = folder.resolve(migration.id()).resolve("migration.json");
        try {
            Files.writeString(json, Files.readString(json).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file away. */
    public void removeScript(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the folder of a migration away. */
    public void remove(Migration migration) {
        try {
            for (String file : List.of("up.sql", "down.sql", "migration.json")) {
                Files.delete(folder.resolve(migration.id()).resolve(file));
            }
            Files.delete(folder.resolve(migration.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Runner runner() {
        return runner(SETTINGS, event -> {});
    }

    public Runner runner(RunListener listener) {
        return runner(SETTINGS, listener);
    }

    public Runner runner(RunSettings settings) {
        return runner(settings, event -> {});
    }

    public Runner runner(RunSettings settings, RunListener listener) {
        return new Runner(database, source, settings, event -> {
            events.add(event);
            listener.on(event);
        });
    }

    /** Changes to the history for this reason. */
    public Amendments amendments(String reason) {
        return new Amendments(database, source, SETTINGS, events::add, reason);
    }

    public List<HistoryEntry> history() {
        return with(connection -> new History(database).read(connection));
    }

    /** The ids in the history. */
    public List<String> ran() {
        return history().stream().map(HistoryEntry::id).toList();
    }

    public boolean hasHistoryTable() {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(database.historyTable().existence())) {
                return rows.next();
            }
        });
    }

    public void sql(String sql) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The number that a query gives. */
    public long number(String query) {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Whether there is a table of that name. */
    public boolean has(String table) {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM " + table);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Something done on a connection. */
    @FunctionalInterface
    interface OnConnection<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T with(OnConnection<T> work) {
        try (Connection connection = source.open()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
