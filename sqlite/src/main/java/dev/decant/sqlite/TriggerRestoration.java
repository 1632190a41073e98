package dev.decant.sqlite;

import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Creates the triggers again that {@link SqliteKeptTriggers} put aside. */
final class TriggerRestoration {
    private TriggerRestoration() {}

    /**
     * Creates again what was put aside and is not there, as soon as its table is; says which trigger cannot be created.
     *
     * @param last whether a table that is not there by now will not come
     */
    static List<Failure> restore(Connection connection, boolean last) throws SQLException {
        if (!isThere(connection, "temp.sqlite_schema", "table", SqliteKeptTriggers.TABLE)) {
            return List.of();
        }
        List<Failure> failures = new ArrayList<>();
        for (Kept trigger : kept(connection)) {
            boolean gone = !isThere(connection, "main.sqlite_schema", "trigger", trigger.name());
            if (gone && (last || isThere(connection, "main.sqlite_schema", "table", trigger.table()))) {
                restore(connection, trigger, failures);
            }
        }
        if (last) {
            execute(connection, "DROP TABLE temp." + SqliteKeptTriggers.TABLE);
        }
        return failures;
    }

    private static void restore(Connection connection, Kept trigger, List<Failure> failures) throws SQLException {
        try {
            execute(connection, trigger.sql());
        } catch (SQLException refused) {
            failures.add(failure(trigger, new SqliteDatabase().explain(refused).message()));
        }
        execute(
                connection,
                SqliteNames.sql("DELETE FROM")
                        .name("temp", SqliteKeptTriggers.TABLE)
                        .words("WHERE name =")
                        .literal(trigger.name())
                        .toString());
    }

    private static Failure failure(Kept trigger, String why) {
        return Failure.of(
                        "DCT-545",
                        "the trigger cannot be created again after %s was built anew: %s"
                                .formatted(trigger.table(), why))
                .at("trigger " + trigger.name())
                .next("drop it before the change and create it anew after, in the same migration");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Kept> kept(Connection connection) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name, tbl_name, sql FROM temp." + SqliteKeptTriggers.TABLE)) {
            while (rows.next()) {
                kept.add(new Kept(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return kept;
    }

    private static boolean isThere(Connection connection, String catalog, String type, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM " + catalog + " WHERE type = ? AND name = ? COLLATE NOCASE")) {
            statement.setString(1, type);
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A trigger put aside. */
    private record Kept(String name, String table, String sql) {}
}
