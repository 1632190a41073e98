package dev.decant.sqlite;

import dev.decant.database.Scratch;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database in memory, which is gone with its session.
 *
 * @param connection the session
 */
record SqliteScratch(Connection connection) implements Scratch {
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a database in memory cannot be closed", e);
        }
    }
}
