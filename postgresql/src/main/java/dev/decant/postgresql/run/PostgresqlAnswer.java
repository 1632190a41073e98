package dev.decant.postgresql.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short answers of the catalogue to short questions. */
public final class PostgresqlAnswer {
    private PostgresqlAnswer() {}

    /** The first column of the first row, if there is one and it holds something. */
    public static Optional<String> of(Connection connection, String query, String... values) throws SQLException {
        return all(connection, query, values).stream().findFirst();
    }

    /** The first column of all rows, as far as it holds something. */
    public static List<String> all(Connection connection, String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    Optional.ofNullable(rows.getString(1)).ifPresent(found::add);
                }
                return found;
            }
        }
    }
}
