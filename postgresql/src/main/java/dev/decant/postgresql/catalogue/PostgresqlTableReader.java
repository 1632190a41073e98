package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.postgresql.table.PostgresqlForeign;
import dev.decant.postgresql.table.PostgresqlPartitionTriggers;
import dev.decant.postgresql.table.PostgresqlTableOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables without their parts: plain, partitioned, partitions and foreign ones. */
final class PostgresqlTableReader {
    private static final String TABLES = """
            SELECT c.oid, n.nspname AS namespace, c.relname AS name,
              c.reloptions AS options, t.reloptions AS toast_options, c.relpersistence = 'u' AS unlogged,
              CASE WHEN c.relkind = 'f' THEN 'd' ELSE c.relreplident END AS replica_identity, c.relrowsecurity, c.relforcerowsecurity, m.amname AS access_method, ts.spcname AS tablespace,
              CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partitioning,
              pg_get_expr(c.relpartbound, c.oid) AS bound,
              CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype::text END AS of_type,
              fs.srvname AS foreign_server, ft.ftoptions AS foreign_options,
              v.checked, h.parents, g.triggers, g.states,
              CASE WHEN h.parents IS NOT NULL AND NOT c.relispartition THEN ARRAY(
                SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attislocal AND a.attinhcount > 0 AND NOT a.attisdropped
                ORDER BY a.attnum) END AS declared_columns,
              CASE WHEN h.parents IS NOT NULL AND NOT c.relispartition THEN ARRAY(
                SELECT k.conname::text FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal AND k.coninhcount > 0
                ORDER BY k.conname) END AS declared_checks
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
            LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
            LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
            LEFT JOIN (
              SELECT i.inhrelid, array_agg(format('%I.%I', pn.nspname, p.relname) ORDER BY i.inhseqno) AS parents
              FROM pg_inherits i
              JOIN pg_class p ON p.oid = i.inhparent
              JOIN pg_namespace pn ON pn.oid = p.relnamespace
              GROUP BY i.inhrelid) h ON h.inhrelid = c.oid
            LEFT JOIN (
              SELECT k.conrelid, array_agg(k.conname::text) AS checked
              FROM pg_constraint k
              JOIN pg_inherits ki ON ki.inhrelid = k.conrelid
              JOIN pg_constraint kp ON kp.conrelid = ki.inhparent AND kp.conname = k.conname AND kp.contype = k.contype
              WHERE k.convalidated AND NOT kp.convalidated
                AND (k.contype = 'c' AND k.coninhcount > 0 OR k.contype = 'f' AND k.conparentid = kp.oid)
              GROUP BY k.conrelid) v ON v.conrelid = c.oid
            LEFT JOIN (
              SELECT g.tgrelid, array_agg(g.tgname::text ORDER BY g.tgname) AS triggers,
                array_agg(g.tgenabled::text ORDER BY g.tgname) AS states
              FROM pg_trigger g
              JOIN pg_trigger gp ON gp.oid = g.tgparentid AND gp.tgenabled <> g.tgenabled
              LEFT JOIN pg_constraint gk ON gk.oid = g.tgconstraint
              WHERE gk.contype IS NULL OR gk.contype = 't'
              GROUP BY g.tgrelid) g ON g.tgrelid = c.oid
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p', 'f')
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private record Found(long id, Table table) {}

    private PostgresqlTableReader() {}

    static Map<Long, Table> read(PostgresqlCatalogue catalogue, PostgresqlDescriptions descriptions)
            throws SQLException {
        Map<Long, Table> tables = new HashMap<>();
        catalogue.read(TABLES, row -> found(row, descriptions)).forEach(each -> tables.put(each.id(), each.table()));
        return tables;
    }

    private static Found found(ResultSet row, PostgresqlDescriptions descriptions) throws SQLException {
        ObjectName name = ObjectName.of(row.getString("namespace"), row.getString("name"));
        long id = row.getLong("oid");
        String comment = descriptions.ofRelation(id);
        return new Found(id, new Table(name, List.of(), List.of(), List.of(), lineage(row), options(row), comment));
    }

    private static Lineage lineage(ResultSet row) throws SQLException {
        return new Lineage(
                Optional.ofNullable(row.getString("partitioning")).map(Expression::new),
                texts(row, "parents").stream().map(ObjectName::parse).toList(),
                Optional.ofNullable(row.getString("bound")).map(Expression::new),
                texts(row, "declared_columns"),
                texts(row, "declared_checks"));
    }

    private static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>(parameters(row, "options"));
        parameters(row, "toast_options").forEach((name, value) -> options.put("toast." + name, value));
        parameters(row, "foreign_options")
                .forEach((name, value) -> options.put(PostgresqlForeign.OPTION + name, value));
        putFlag(options, PostgresqlTableOptions.UNLOGGED, row.getBoolean("unlogged"));
        putFlag(options, PostgresqlTableOptions.ROW_SECURITY, row.getBoolean("relrowsecurity"));
        putFlag(options, PostgresqlTableOptions.FORCED, row.getBoolean("relforcerowsecurity"));
        putText(options, PostgresqlTableOptions.ACCESS_METHOD, text(row, "access_method"));
        putText(options, PostgresqlTableOptions.TABLESPACE, text(row, "tablespace"));
        String type = text(row, "of_type");
        putText(
                options,
                PostgresqlTableOptions.OF_TYPE,
                type.isEmpty() ? type : ObjectName.parse(type).toString());
        texts(row, "checked").forEach(check -> options.put(PostgresqlTableOptions.CHECKED + check, "true"));
        putTriggers(options, texts(row, "triggers"), texts(row, "states"));
        putText(options, PostgresqlForeign.SERVER, text(row, "foreign_server"));
        switch (row.getString("replica_identity")) {
            case "f" -> options.put(PostgresqlTableOptions.REPLICA_IDENTITY, "full");
            case "n" -> options.put(PostgresqlTableOptions.REPLICA_IDENTITY, "nothing");
            default -> {}
        }
        return options;
    }

    private static void putTriggers(Map<String, String> options, List<String> triggers, List<String> letters) {
        for (int i = 0; i < triggers.size(); i++) {
            options.put(
                    PostgresqlTableOptions.TRIGGER + triggers.get(i),
                    PostgresqlPartitionTriggers.word(PostgresqlTriggerReader.state(letters.get(i))));
        }
    }

    private static void putFlag(Map<String, String> options, String key, boolean value) {
        if (value) {
            options.put(key, "true");
        }
    }

    private static void putText(Map<String, String> options, String key, String value) {
        if (!value.isEmpty()) {
            options.put(key, value);
        }
    }
}
