package dev.decant.postgresql.catalogue;

import dev.decant.database.Names;
import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Reads what schemas and relations are called, whoever may use them. */
public final class PostgresqlNameReader {
    /** A schema may be empty. */
    private static final String NAMES = """
            SELECT n.nspname, c.relname
            FROM pg_catalog.pg_namespace n
            LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private PostgresqlNameReader() {}

    /** Reads them all in one query. */
    public static Names read(Connection connection) throws SQLException {
        Set<String> namespaces = new HashSet<>();
        Set<ObjectName> relations = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                namespaces.add(rows.getString(1));
                if (rows.getString(2) != null) {
                    relations.add(ObjectName.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return new Names(namespaces, relations);
    }
}
