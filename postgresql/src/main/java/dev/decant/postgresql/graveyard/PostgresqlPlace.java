package dev.decant.postgresql.graveyard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a name in a statement leads: a schema, and the name in it.
 *
 * @param namespace the schema
 * @param name the name
 */
record PostgresqlPlace(String namespace, String name) {
    private static final String QUERY = """
            SELECT CASE WHEN cardinality(parts) > 1 THEN parts[1] ELSE coalesce(current_schema(), 'public') END, parts[cardinality(parts)]
            FROM pg_catalog.parse_ident(?) AS parts
            """;

    /** Where something that is made gets; without a schema, that is the first one of the search_path. */
    static PostgresqlPlace of(Connection connection, String written) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, written);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new PostgresqlPlace(row.getString(1), row.getString(2));
            }
        }
    }
}
