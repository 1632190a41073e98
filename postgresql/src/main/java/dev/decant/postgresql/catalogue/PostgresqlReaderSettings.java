package dev.decant.postgresql.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a session is told before it reads the catalogues, until its transaction ends: every role may say it, and a pooler of transactions
 * has nothing to remember.
 *
 * <p>With an empty search_path the server qualifies every name that it prints, whatever the session's own is. Compiling queries to machine
 * code, and starting processes that help, takes longer than these queries do. Right after many things were made, the statistics of the
 * catalogues say that there are none, and a loop over all of one catalogue for each row of another looks cheap; without such loops, the time
 * grows as the catalogues do, whatever the statistics say.
 */
final class PostgresqlReaderSettings {
    private static final Map<String, String> VALUES = new TreeMap<>(
            Map.of("search_path", "", "jit", "off", "max_parallel_workers_per_gather", "0", "enable_nestloop", "off"));

    /** The values that are, then the new ones. */
    private static final String SETTINGS = VALUES.keySet().stream()
                    .map("pg_catalog.current_setting('%s')"::formatted)
                    .collect(Collectors.joining(", ", "SELECT ", ", "))
            + VALUES.keySet().stream()
                    .map("pg_catalog.set_config('%s', ?, true)"::formatted)
                    .collect(Collectors.joining(", "));

    private PostgresqlReaderSettings() {}

    /** Makes them so, and returns the values before, for {@link #restore}. */
    static List<String> apply(Connection connection) throws SQLException {
        return set(connection, List.copyOf(VALUES.values()));
    }

    /** Gives back what {@link #apply} took. */
    static void restore(Connection connection, List<String> before) throws SQLException {
        set(connection, before);
    }

    private static List<String> set(Connection connection, List<String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            for (int i = 1; i <= values.size(); i++) {
                statement.setString(i, values.get(i - 1));
            }
            List<String> before = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 1; i <= values.size(); i++) {
                    before.add(row.getString(i));
                }
            }
            return before;
        }
    }
}
