package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements whose values are text that the statement casts. */
final class PostgresqlBound {
    private PostgresqlBound() {}

    /** The first column of the first row; empty when there is none. */
    static String text(Connection connection, BoundSql sql) throws SQLException {
        return text(connection, sql.sql(), sql.values());
    }

    static String text(Connection connection, String sql, List<@Nullable String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                // Of no type, so that the server takes the one that it is cast to.
                statement.setObject(i + 1, values.get(i), Types.OTHER);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }
}
