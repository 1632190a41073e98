package dev.decant.postgresql.run;

import dev.decant.database.Durability;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The setting synchronous_commit: the manual's chapters 20.5.1 and 30.4. */
public final class PostgresqlDurability implements Durability {
    private static final String OFF = "off";

    private String before = OFF;

    @Override
    public void relax(Connection connection) throws SQLException {
        before = ask(connection, "SELECT pg_catalog.current_setting('synchronous_commit')");
        set(connection, OFF);
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        set(connection, before);
    }

    /** A commit that wrote something waits for the log up to its place; a message is the least that can be written. */
    @Override
    public void flush(Connection connection) throws SQLException {
        ask(connection, "SELECT pg_catalog.pg_logical_emit_message(true, 'decant', '')::text");
    }

    private void set(Connection connection, String value) throws SQLException {
        if (!before.equals(OFF)) {
            ask(connection, "SELECT pg_catalog.set_config('synchronous_commit', '" + value + "', false)");
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
