package dev.decant.postgresql.faults;

import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Everything in a database that a migration can change, rows counted and hashed, and what the history says. */
final class State {
    private static final String TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname = 'public'
            """;

    private static final List<String> CATALOGUE = List.of(
            """
            SELECT c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped
            """,
            """
            SELECT conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
            """,
            """
            SELECT pg_get_indexdef(indexrelid), indisvalid, indisready, indislive FROM pg_index
            JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace = 'public'::regnamespace
            """,
            "SELECT enumtypid::regtype, string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum GROUP BY 1",
            "SELECT inhrelid::regclass, inhparent::regclass, inhdetachpending FROM pg_inherits",
            "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
            "SELECT tgname, tgrelid::regclass, tgenabled FROM pg_trigger WHERE NOT tgisinternal");

    private static final List<String> HISTORY = List.of(
            "SELECT id, status, position, up_checksum, fingerprint, md5(down_sql) FROM decant.migration",
            "SELECT count(*) FROM decant.migration_step",
            "SELECT kind, name, checksum, md5(script) FROM decant.migration_script",
            "SELECT count(*) FROM decant.migration_remark WHERE kind = 'failed'");

    private static final String HASH =
            "SELECT '%s', count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM %s t";

    private State() {}

    static List<String> of(TestDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            List<String> state = new ArrayList<>();
            for (String query : CATALOGUE) {
                state.addAll(rows(connection, query));
            }
            for (String table : rows(connection, TABLES)) {
                state.addAll(rows(connection, HASH.formatted(table, table)));
            }
            if (!rows(connection, "SELECT 1 FROM pg_namespace WHERE nspname = 'decant'")
                    .isEmpty()) {
                for (String query : HISTORY) {
                    state.addAll(rows(connection, query));
                }
            }
            return state.stream().sorted().toList();
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringJoiner line = new StringJoiner("|");
                for (int column = 1; column <= columns; column++) {
                    line.add(row.getString(column));
                }
                rows.add(line.toString());
            }
            return rows;
        }
    }
}
