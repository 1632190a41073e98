package dev.decant.postgresql.browsing;

import dev.decant.database.Ailment;
import dev.decant.database.Ailment.Kind;
import dev.decant.database.Ailment.Severity;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes that are broken, missing, there twice, or used by nobody. */
final class PostgresqlIndexAilments {
    private static final long MUCH = 100L << 20;
    private static final long MANY_ROWS = 10_000;

    /** One that is being built is not valid yet, and nothing is the matter with it. */
    private static final String INVALID = """
            SELECT n.nspname, c.relname, tn.nspname, t.relname, pg_catalog.pg_relation_size(c.oid)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
            JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
            WHERE NOT i.indisvalid AND t.relkind IN ('r', 'm')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid)
            ORDER BY 1, 2
            """;

    /** What keeps rows apart, serves replication or stands ready for a foreign key is of use without being read. */
    private static final String UNUSED = """
            SELECT n.nspname, c.relname, tn.nspname, t.relname, pg_catalog.pg_relation_size(c.oid) AS bytes
            FROM pg_catalog.pg_stat_user_indexes s
            JOIN pg_catalog.pg_index i ON i.indexrelid = s.indexrelid
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
            JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
            WHERE s.idx_scan = 0 AND i.indisvalid AND NOT i.indisunique AND NOT i.indisreplident AND NOT i.indisexclusion
              AND NOT c.relispartition AND c.relpages > 8
              AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_constraint o
                  WHERE o.conrelid = i.indrelid AND o.contype = 'f'
                    AND (i.indkey::int2[])[0:cardinality(o.conkey) - 1] @> o.conkey)
            ORDER BY bytes DESC
            """;

    /** The keys of a B-tree that another B-tree begins with are served by that one, too. */
    private static final String DUPLICATE = """
            WITH indexes AS (
                SELECT i.indexrelid, i.indrelid, c.relname, c.relam, i.indisunique, i.indisprimary, i.indnkeyatts, i.indnatts,
                       i.indkey::text AS keys, i.indclass::text AS classes, i.indcollation::text AS collations,
                       i.indoption::text AS options, coalesce(i.indpred::text, '') AS predicate,
                       coalesce(i.indexprs::text, '') AS expressions,
                       EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conindid = i.indexrelid) AS backs
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE i.indisvalid AND NOT c.relispartition AND n.nspname !~ '^pg_' AND i.indnatts = i.indnkeyatts)
            SELECT DISTINCT ON (n.nspname, one.relname)
                   n.nspname, one.relname, n.nspname, t.relname, pg_catalog.pg_relation_size(one.indexrelid), other.relname
            FROM indexes one
            JOIN indexes other ON other.indrelid = one.indrelid AND other.indexrelid <> one.indexrelid AND other.relam = one.relam
             AND other.predicate = one.predicate AND other.expressions = one.expressions
            JOIN pg_catalog.pg_am a ON a.oid = one.relam
            JOIN pg_catalog.pg_class t ON t.oid = one.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
            WHERE NOT one.backs AND (
                  one.keys = other.keys AND one.classes = other.classes AND one.collations = other.collations
                      AND one.options = other.options
                      AND (NOT one.indisunique OR other.indisunique)
                      AND (other.backs OR other.indisunique AND NOT one.indisunique OR one.indexrelid > other.indexrelid)
               OR a.amname = 'btree' AND NOT one.indisunique AND one.expressions = ''
                      AND starts_with(other.keys, one.keys || ' ') AND starts_with(other.classes, one.classes || ' ')
                      AND starts_with(other.collations, one.collations || ' ')
                      AND starts_with(other.options, one.options || ' '))
            ORDER BY n.nspname, one.relname, other.relname
            """;

    /** To delete a row, or change its key, every row that may point at it is looked for: CREATE TABLE, "REFERENCES". */
    private static final String MISSING = """
            SELECT n.nspname, c.relname, o.conname, greatest(c.reltuples, 0)::bigint AS rows,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(o.conkey) WITH ORDINALITY AS k (number, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number),
                   fn.nspname || '.' || f.relname
            FROM pg_catalog.pg_constraint o
            JOIN pg_catalog.pg_class c ON c.oid = o.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class f ON f.oid = o.confrelid
            JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
            WHERE o.contype = 'f' AND o.conparentid = 0 AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = o.conrelid AND i.indisvalid AND i.indpred IS NULL
                  AND (i.indkey::int2[])[0:cardinality(o.conkey) - 1] @> o.conkey)
            ORDER BY rows DESC, 1, 2, 3
            """;

    private PostgresqlIndexAilments() {}

    static List<Ailment> found(Connection connection) throws SQLException {
        List<Ailment> found = new ArrayList<>();
        found.addAll(PostgresqlRows.read(connection, INVALID, PostgresqlIndexAilments::invalid));
        found.addAll(PostgresqlRows.read(connection, MISSING, PostgresqlIndexAilments::missing));
        List<Ailment> twice = PostgresqlRows.read(connection, DUPLICATE, PostgresqlIndexAilments::duplicate);
        List<String> told = twice.stream().map(Ailment::subject).toList();
        found.addAll(twice);
        PostgresqlRows.read(connection, UNUSED, PostgresqlIndexAilments::unused).stream()
                .filter(ailment -> !told.contains(ailment.subject()))
                .forEach(found::add);
        return found;
    }

    private static Ailment invalid(ResultSet row) throws SQLException {
        ObjectName index = index(row);
        return new Ailment(
                Kind.INVALID_INDEX,
                Severity.HIGH,
                index.toString(),
                Optional.of(table(row)),
                index + " is not valid: building it failed or was interrupted.",
                "Every write still pays for it, and no query uses it. Build it again, or drop it.",
                List.of("REINDEX INDEX CONCURRENTLY " + PostgresqlText.name(index)),
                true);
    }

    private static Ailment unused(ResultSet row) throws SQLException {
        ObjectName index = index(row);
        long bytes = row.getLong(5);
        return new Ailment(
                        Kind.UNUSED_INDEX,
                        bytes > MUCH ? Severity.MEDIUM : Severity.LOW,
                        index.toString(),
                        Optional.of(table(row)),
                        "No query has used %s since the server began to count; it takes %,d kB."
                                .formatted(index, bytes >> 10),
                        "Every write pays for it. Before it goes, look at the replicas, which count for themselves, and at jobs"
                                + " that run once a month.",
                        List.of(drop(index)),
                        true)
                .withCode(taken(row));
    }

    private static Ailment duplicate(ResultSet row) throws SQLException {
        ObjectName index = index(row);
        long bytes = row.getLong(5);
        return new Ailment(
                        Kind.DUPLICATE_INDEX,
                        bytes > MUCH ? Severity.HIGH : Severity.MEDIUM,
                        index.toString(),
                        Optional.of(table(row)),
                        "%s does nothing that %s does not do as well; it takes %,d kB."
                                .formatted(index, row.getString(6), bytes >> 10),
                        "Every write pays for both.",
                        List.of(drop(index)),
                        true)
                .withCode(taken(row));
    }

    private static Ailment missing(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString(1), row.getString(2));
        String key = row.getString(3);
        long rows = row.getLong(4);
        List<String> columns = List.of((String[]) row.getArray(5).getArray());
        String target = row.getString(6);
        return new Ailment(
                        Kind.MISSING_INDEX,
                        rows > MANY_ROWS ? Severity.MEDIUM : Severity.LOW,
                        table + "." + String.join(", ", columns),
                        Optional.of(table),
                        "No index begins with %s, by which %s of %s (about %,d rows) points at %s."
                                .formatted(String.join(", ", columns), key, table, rows, target),
                        "Each time that a row of " + target + " is deleted, or its key changes, all of " + table
                                + " is read.",
                        List.of("CREATE INDEX CONCURRENTLY ON " + PostgresqlText.name(table) + " ("
                                + String.join(
                                        ", ",
                                        columns.stream()
                                                .map(PostgresqlText::name)
                                                .toList()) + ")"),
                        true)
                .withCode(added(table, columns));
    }

    /** The line that the class of the table gets; a field is called as its column is, when nobody called it otherwise. */
    private static String added(ObjectName table, List<String> columns) {
        List<String> fields =
                columns.stream().map(PostgresqlIndexAilments::field).toList();
        String name = table.local() + "_" + String.join("_", columns) + "_idx";
        String first = fields.getFirst();
        return "public final Index by" + Character.toUpperCase(first.charAt(0)) + first.substring(1) + " = index(\""
                + name + "\").on(" + String.join(", ", fields) + ");";
    }

    /** The column's name in camel case. */
    private static String field(String column) {
        StringBuilder field = new StringBuilder();
        for (String word : column.split("_", -1)) {
            field.append(
                    field.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.isEmpty() ? column : field.toString();
    }

    private static String taken(ResultSet row) throws SQLException {
        return "// remove index(\"" + row.getString(2) + "\") from the class of " + table(row);
    }

    private static String drop(ObjectName index) {
        return "DROP INDEX CONCURRENTLY " + PostgresqlText.name(index);
    }

    private static ObjectName index(ResultSet row) throws SQLException {
        return ObjectName.of(row.getString(1), row.getString(2));
    }

    private static ObjectName table(ResultSet row) throws SQLException {
        return ObjectName.of(row.getString(3), row.getString(4));
    }
}
