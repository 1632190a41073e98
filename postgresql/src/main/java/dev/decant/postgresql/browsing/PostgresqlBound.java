package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Runs statements whose values are text that the statement casts. */
final class PostgresqlBound {
    private PostgresqlBound() {}

    /** The first column of the first row; empty when there is none. */
    static String text(Connection connection, BoundSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            for (int i = 0; i < sql.values().size(); i++) {
                // Of no type, so that the server takes the one that it is cast to.
                statement.setObject(i + 1, sql.values().get(i), Types.OTHER);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }
}
