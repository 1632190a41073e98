package dev.decant.sqlite;

import dev.decant.config.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;

/** A process that restores a database and ends in the middle of it, as one that is killed does. */
final class SqliteRestorer {
    private static final int ENDED = 9;

    private SqliteRestorer() {}

    static DatabaseUrl.Jdbc url(Path database) {
        return (DatabaseUrl.Jdbc) DatabaseUrl.parse("sqlite:" + database, database.resolveSibling("."));
    }

    /** Takes the database and the backup. */
    public static void main(String[] arguments) {
        new SqliteBackups(new SqliteDatabase())
                .load(
                        Path.of(arguments[1]),
                        url(Path.of(arguments[0])),
                        List.of(),
                        progress -> Runtime.getRuntime().halt(ENDED));
    }
}
