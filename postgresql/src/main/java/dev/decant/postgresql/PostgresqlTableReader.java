package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.PostgresqlCatalogue.text;

import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads tables without their parts. */
final class PostgresqlTableReader {
    private static final String TABLES = """
            SELECT c.oid, n.nspname AS namespace, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
              c.reloptions AS options, t.reloptions AS toast_options, c.relpersistence = 'u' AS unlogged
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            WHERE c.relnamespace = ANY (?) AND c.relkind = 'r' AND NOT c.relispartition
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private record Found(long id, Table table) {}

    private PostgresqlTableReader() {}

    static Map<Long, Table> read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Long, Table> tables = new HashMap<>();
        catalogue.read(TABLES, PostgresqlTableReader::found).forEach(each -> tables.put(each.id(), each.table()));
        return tables;
    }

    private static Found found(ResultSet row) throws SQLException {
        Map<String, String> options = new TreeMap<>(parameters(row, "options"));
        parameters(row, "toast_options").forEach((name, value) -> options.put("toast." + name, value));
        if (row.getBoolean("unlogged")) {
            options.put(PostgresqlTables.UNLOGGED, "true");
        }
        ObjectName name = ObjectName.of(row.getString("namespace"), row.getString("name"));
        Table table = new Table(name, List.of(), List.of(), List.of(), options, text(row, "comment"));
        return new Found(row.getLong("oid"), table);
    }
}
