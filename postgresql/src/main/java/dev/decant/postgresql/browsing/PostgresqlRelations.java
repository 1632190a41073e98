package dev.decant.postgresql.browsing;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.database.browsing.Catalogue;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RelationIndex;
import dev.decant.database.browsing.RelationKey;
import dev.decant.database.browsing.RelationKind;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlOwn;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what has rows, and waits for no lock: sizes are those of the catalogue, since asking for those of the files does, and of a table that
 * somebody holds for himself the defaults and the definitions of indexes are left out, since {@code pg_get_expr} and {@code pg_get_indexdef} wait for it.
 */
final class PostgresqlRelations {
    /** The namespaces of users. */
    private static final String OURS =
            "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', '" + PostgresqlOwn.NAMESPACE + "')";

    private final Connection connection;
    private final Map<Long, List<RelationColumn>> columns = new HashMap<>();
    private final Map<Long, List<String>> primaryKeys = new HashMap<>();
    private final Map<Long, List<RelationKey>> leaving = new HashMap<>();
    private final Map<Long, List<RelationKey>> coming = new HashMap<>();
    private final Map<Long, List<RelationIndex>> indexes = new HashMap<>();

    /** The identity of the only one that is looked at, as an expression; empty when all are. */
    private final String wanted;

    /** Of everything. */
    PostgresqlRelations(Connection connection) {
        this(connection, "");
    }

    /** Of one thing only. */
    static PostgresqlRelations of(Connection connection, ObjectName name) {
        Syntax syntax = Syntax.POSTGRESQL;
        String id = "pg_catalog.to_regclass("
                + syntax.literal(syntax.quoted(name.schema()) + "." + syntax.quoted(name.local())) + ")";
        return new PostgresqlRelations(connection, id);
    }

    private PostgresqlRelations(Connection connection, String wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /** Takes a row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Catalogue read() throws SQLException {
        Map<ObjectName, List<String>> enums = enums();
        readColumns();
        readKeys();
        readIndexes();
        return new Catalogue(namespaces(), relations(), enums);
    }

    /** The one thing, if it is there. */
    Optional<Relation> one() throws SQLException {
        readColumns();
        readKeys();
        readIndexes();
        return relations().stream().findFirst();
    }

    /** The condition on rows of one of our things. */
    private String ours(String id) {
        return wanted.isEmpty() ? OURS : OURS + " AND " + id + " = " + wanted;
    }

    /** The condition on keys that leave one of our things or lead to it. */
    private String oursKeys() {
        return wanted.isEmpty() ? OURS : OURS + " AND (k.conrelid = " + wanted + " OR k.confrelid = " + wanted + ")";
    }

    private List<String> namespaces() throws SQLException {
        return rows(
                "SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE " + OURS + " ORDER BY 1",
                row -> row.getString(1));
    }

    private Map<ObjectName, List<String>> enums() throws SQLException {
        Map<ObjectName, List<String>> enums = new HashMap<>();
        rows(
                "SELECT n.nspname, t.typname, e.enumlabel FROM pg_catalog.pg_enum e"
                        + " JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE " + OURS
                        + " ORDER BY e.enumtypid, e.enumsortorder",
                row -> enums.computeIfAbsent(
                                ObjectName.of(row.getString(1), row.getString(2)), any -> new ArrayList<>())
                        .add(row.getString(3)));
        return enums;
    }

    private void readColumns() throws SQLException {
        rows(
                """
                SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
                  CASE WHEN t.typtype = 'e' THEN 'enum' WHEN t.typtype IN ('r', 'm') THEN 'range' WHEN t.typtype = 'c' THEN 'composite'
                    WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN 'array' ELSE t.typname END,
                  a.attnotnull, CASE WHEN a.attrelid IN (SELECT l.relation FROM pg_catalog.pg_locks l WHERE l.mode = 'AccessExclusiveLock')
                    THEN '' ELSE coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), '') END, a.attgenerated <> '',
                  CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' ELSE '' END,
                  coalesce(pg_catalog.col_description(a.attrelid, a.attnum), ''),
                  coalesce((SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)::text, '[]'),
                  pg_catalog.format_type(t.oid, -1)
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_type s ON s.oid = a.atttypid
                CROSS JOIN LATERAL (WITH RECURSIVE b AS (SELECT s.oid, s.typtype, s.typbasetype
                    UNION ALL SELECT u.oid, u.typtype, u.typbasetype FROM b JOIN pg_catalog.pg_type u ON u.oid = b.typbasetype
                    WHERE b.typtype = 'd') SELECT b.oid FROM b WHERE b.typtype <> 'd') base
                JOIN pg_catalog.pg_type t ON t.oid = base.oid
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attnum > 0 AND NOT a.attisdropped AND \
                """ + ours("c.oid") + " ORDER BY a.attrelid, a.attnum",
                row -> list(columns, row).add(column(row)));
    }

    private static RelationColumn column(ResultSet row) throws SQLException {
        boolean generated = row.getBoolean(7);
        return new RelationColumn(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(11),
                row.getBoolean(5),
                row.getString(6),
                generated,
                row.getString(8),
                row.getString(9),
                texts(row.getString(10)));
    }

    private void readKeys() throws SQLException {
        rows("""
                SELECT k.conrelid, k.conname, k.contype, n.nspname, c.relname, fn.nspname, f.relname,
                  (SELECT pg_catalog.json_agg(a.attname ORDER BY u.place) FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY u (number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number)::text,
                  coalesce((SELECT pg_catalog.json_agg(a.attname ORDER BY u.place)
                    FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY u (number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number)::text, '[]'),
                  CASE k.confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' WHEN 'r' THEN 'restrict'
                    ELSE 'no action' END, k.confrelid
                FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
                LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
                WHERE k.contype IN ('p', 'f') AND (k.contype = 'p' OR k.conparentid = 0 OR p.conrelid <> k.conrelid) AND \
                """ + oursKeys() + " ORDER BY k.conrelid, k.conname", this::key);
    }

    private boolean key(ResultSet row) throws SQLException {
        List<String> own = texts(row.getString(8));
        if (row.getString(3).equals("p")) {
            primaryKeys.put(row.getLong(1), own);
            return true;
        }
        RelationKey key = new RelationKey(
                row.getString(2),
                ObjectName.of(row.getString(4), row.getString(5)),
                own,
                ObjectName.of(row.getString(6), row.getString(7)),
                texts(row.getString(9)),
                row.getString(10));
        list(leaving, row).add(key);
        coming.computeIfAbsent(row.getLong(11), any -> new ArrayList<>()).add(key);
        return true;
    }

    private void readIndexes() throws SQLException {
        rows(
                """
                SELECT i.indrelid, c.relname, CASE WHEN i.indrelid IN
                    (SELECT l.relation FROM pg_catalog.pg_locks l WHERE l.mode = 'AccessExclusiveLock')
                    THEN '' ELSE pg_catalog.pg_get_indexdef(i.indexrelid) END, i.indisunique, i.indisvalid,
                  CASE WHEN i.indpred IS NULL AND i.indexprs IS NULL AND i.indimmediate THEN (SELECT pg_catalog.json_agg(a.attname ORDER BY u.place)
                    FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY u (number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                    WHERE u.place <= i.indnkeyatts)::text ELSE '[]' END
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE \
                """ + ours("i.indrelid") + " ORDER BY i.indrelid, c.relname",
                row -> list(indexes, row)
                        .add(new RelationIndex(
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                texts(row.getString(6)))));
    }

    private List<Relation> relations() throws SQLException {
        return rows("""
                SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), ''),
                  (CASE WHEN c.relkind = 'v' THEN -1
                    WHEN c.relkind = 'p' THEN (WITH RECURSIVE p AS (SELECT c.oid UNION ALL SELECT i.inhrelid FROM p JOIN pg_catalog.pg_inherits i ON i.inhparent = p.oid)
                      SELECT coalesce(pg_catalog.sum(CASE WHEN l.reltuples < 0
                        THEN pg_catalog.pg_stat_get_live_tuples(l.oid) ELSE l.reltuples END), 0)
                      FROM p JOIN pg_catalog.pg_class l ON l.oid = p.oid WHERE l.relkind IN ('r', 'f'))
                    WHEN c.reltuples < 0 THEN pg_catalog.pg_stat_get_live_tuples(c.oid) ELSE c.reltuples END)::int8,
                  (SELECT coalesce(pg_catalog.sum(r.relpages::int8), 0) FROM pg_catalog.pg_class r WHERE r.oid = c.oid OR r.oid = c.reltoastrelid
                    OR r.oid IN (SELECT i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid))
                    * pg_catalog.current_setting('block_size')::int8,
                  c.relispartition, pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE')
                    OR pg_catalog.has_any_column_privilege(c.oid, 'INSERT, UPDATE')
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND \
                """ + ours("c.oid") + " ORDER BY n.nspname, c.relname", this::relation);
    }

    private Relation relation(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        return new Relation(
                ObjectName.of(row.getString(2), row.getString(3)),
                kind(row.getString(4)),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8),
                row.getBoolean(9),
                columns.getOrDefault(id, List.of()),
                primaryKeys.getOrDefault(id, List.of()),
                leaving.getOrDefault(id, List.of()),
                coming.getOrDefault(id, List.of()),
                indexes.getOrDefault(id, List.of()));
    }

    private static RelationKind kind(String letter) {
        return switch (letter) {
            case "v" -> RelationKind.VIEW;
            case "m" -> RelationKind.MATERIALIZED_VIEW;
            case "p" -> RelationKind.PARTITIONED_TABLE;
            case "f" -> RelationKind.FOREIGN_TABLE;
            default -> RelationKind.TABLE;
        };
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, ResultSet row) throws SQLException {
        return lists.computeIfAbsent(row.getLong(1), any -> new ArrayList<>());
    }

    private static List<String> texts(String json) {
        return Optional.of(json)
                .map(text -> JsonReader.read(text, "the catalogue"))
                .map(Json::asTexts)
                .orElseThrow();
    }

    private <T> List<T> rows(String sql, Row<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }
}
