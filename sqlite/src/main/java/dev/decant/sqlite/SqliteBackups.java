package dev.decant.sqlite;

import dev.decant.config.DatabaseUrl;
import dev.decant.config.FileTrouble;
import dev.decant.database.Backups;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.Codes;

/**
 * Backups by SQLite's own copying of pages, while others read: backup.html. What is written into a database is one transaction there, which is undone from its
 * journal when the process is killed in it.
 */
final class SqliteBackups implements Backups {
    private static final String MAIN = "main";
    private static final int PAGES_A_STEP = 1_000;

    /** Ten seconds in all, as a statement waits. */
    private static final int USUAL_TRIES = 100;

    private static final int PAUSE_MILLIS = 100;

    private final SqliteDatabase database;
    private final int tries;

    SqliteBackups(SqliteDatabase database) {
        this(database, USUAL_TRIES);
    }

    SqliteBackups(SqliteDatabase database, int tries) {
        this.database = database;
        this.tries = tries;
    }

    @Override
    public String suffix() {
        return ".db";
    }

    @Override
    public void save(DatabaseUrl.Jdbc from, Path file, Consumer<String> progress) {
        try (Connection connection = database.open(from.jdbcUrl(), new Properties());
                Statement statement = connection.createStatement()) {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            Files.createFile(file); // A database without a page would be no file at all.
            statement.execute("BEGIN DEFERRED");
            statement.execute(
                    "SELECT count(*) FROM main.sqlite_schema"); // From here on all is as it is at this moment.
            int code = copy(connection, file, progress);
            statement.execute("ROLLBACK");
            requireDone(code, from.display());
        } catch (IOException e) {
            throw failed("the backup cannot be written: " + FileTrouble.words(e), file.toString());
        } catch (SQLException e) {
            throw failed(database.explain(e).message(), from.display());
        }
    }

    /** Copies out of the backup, and not into the database, since of the two the driver says of the first alone that it failed. */
    @Override
    public void load(Path file, DatabaseUrl.Jdbc into, List<String> emptying, Consumer<String> progress) {
        Path place = place(into);
        Properties reading = new Properties();
        reading.setProperty("open_mode", String.valueOf(SQLiteOpenMode.READONLY.flag));
        try (Connection backup = database.open("jdbc:sqlite:" + file, reading)) {
            requireWhole(backup, file);
            requireDone(copy(backup, place, progress), into.display());
        } catch (IOException e) {
            throw failed("the backup cannot be read: " + FileTrouble.words(e), file.toString());
        } catch (SQLException e) {
            throw failed("the backup cannot be read: " + database.explain(e).message(), file.toString());
        }
    }

    private int copy(Connection from, Path to, Consumer<String> progress) throws SQLException {
        return from.unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup(
                        MAIN,
                        to.toString(),
                        (left, all) -> progress.accept((all - left) + " of " + all + " pages"),
                        PAUSE_MILLIS,
                        tries,
                        PAGES_A_STEP);
    }

    /** The file in which a database is. */
    private Path place(DatabaseUrl.Jdbc url) {
        try (Connection connection = database.open(url.jdbcUrl(), new Properties())) {
            String file = text(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'");
            if (file.isEmpty()) {
                throw Failure.of("DCT-531", "a database in memory has no file into which a backup could be put")
                        .at(url.display())
                        .next("name one with --url sqlite:FILE")
                        .exception();
            }
            return Path.of(file);
        } catch (SQLException e) {
            throw failed(database.explain(e).message(), url.display());
        }
    }

    /** A file in which anything is damaged is not put in the place of something that may be whole. */
    private static void requireWhole(Connection backup, Path file) throws SQLException, IOException {
        if (Files.size(file) == 0) {
            throw failed("the file is empty", file.toString());
        }
        String said = text(backup, "PRAGMA quick_check(1)");
        if (!said.equals("ok")) {
            throw failed("the backup is broken: " + said, file.toString());
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void requireDone(int code, String place) {
        switch (code) {
            case Codes.SQLITE_OK, Codes.SQLITE_DONE -> {}
            case Codes.SQLITE_BUSY, Codes.SQLITE_LOCKED ->
                throw failed("others wrote into the database for as long as it was tried", place);
            case Codes.SQLITE_FULL -> throw failed("the disk is full", place);
            default -> throw failed("SQLite gave it up with code " + code, place);
        }
    }

    private static DecantException failed(String what, String where) {
        return Failure.of("DCT-537", what)
                .at(where)
                .next("correct the cause and try again; nothing was changed")
                .exception();
    }
}
