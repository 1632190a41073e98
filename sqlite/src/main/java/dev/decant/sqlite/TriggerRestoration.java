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

    /** Creates again what was put aside, unless it is there; says which trigger cannot be. */
    static List<Failure> restore(Connection connection) throws SQLException {
        if (!isThere(connection, "temp.sqlite_schema", SqliteKeptTriggers.TABLE)) {
            return List.of();
        }
        List<Failure> failures = new ArrayList<>();
        for (Kept trigger : kept(connection)) {
            if (!isThere(connection, "main.sqlite_schema", trigger.name())) {
                restore(connection, trigger, failures);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE temp." + SqliteKeptTriggers.TABLE);
        }
        return failures;
    }

    private static void restore(Connection connection, Kept trigger, List<Failure> failures) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(trigger.sql());
        } catch (SQLException refused) {
            failures.add(
                    Failure.of(
                                    "DCT-545",
                                    "the trigger cannot be created again after %s was built anew: %s"
                                            .formatted(
                                                    trigger.table(),
                                                    new SqliteDatabase()
                                                            .explain(refused)
                                                            .message()))
                            .at("trigger " + trigger.name())
                            .next(
                                    "drop it before the change and create it anew after; rename its table in another transaction"));
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

    private static boolean isThere(Connection connection, String catalog, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM " + catalog + " WHERE name = ? COLLATE NOCASE")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A trigger put aside. */
    private record Kept(String name, String table, String sql) {}
}
