package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.PostgresqlCatalogue.text;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the indexes of all tables, but for those that a constraint owns. */
final class PostgresqlIndexReader {
    private static final String INDEXES = """
            SELECT i.indexrelid, i.indrelid, c.relname AS name, m.amname AS method, i.indisunique, c.reloptions AS storage,
              pg_get_expr(i.indpred, i.indrelid) AS predicate, obj_description(c.oid, 'pg_class') AS comment,
              %s AS nulls_not_distinct
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_class r ON r.oid = i.indrelid
            JOIN pg_am m ON m.oid = c.relam
            WHERE r.relnamespace = ANY (?) AND r.relkind IN ('r', 'm') AND NOT r.relispartition
              AND i.indisvalid AND i.indislive
              AND NOT EXISTS (
                SELECT FROM pg_constraint k
                WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))
            """;

    /**
     * One row a key or included column. The arrays of pg_index count from 0; bit 1 of an option is DESC, bit 2 is NULLS FIRST
     * (INDOPTION_DESC and INDOPTION_NULLS_FIRST in pg_index.h). A collation counts only when it is not the column's own, or for an
     * expression, not its type's.
     */
    private static final String KEYS = """
            SELECT i.indexrelid, u.place > i.indnkeyatts AS included, a.attname AS column_name,
              CASE WHEN u.number = 0 THEN pg_get_indexdef(i.indexrelid, u.place::integer, false) END AS expression,
              coalesce(i.indoption[u.place - 1], 0) AS options, o.opcname AS operators,
              CASE WHEN oe.objid IS NULL AND o_n.nspname <> 'pg_catalog' THEN o_n.nspname ELSE '' END AS operators_namespace,
              o.opcdefault, k.attoptions AS operators_options, l.collname AS collation,
              CASE WHEN l_n.nspname <> 'pg_catalog' THEN l_n.nspname ELSE '' END AS collation_namespace
            FROM pg_index i
            JOIN pg_class r ON r.oid = i.indrelid
            CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS u (number, place)
            JOIN pg_attribute k ON k.attrelid = i.indexrelid AND k.attnum = u.place
            JOIN pg_type t ON t.oid = k.atttypid
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number AND u.number <> 0
            LEFT JOIN pg_opclass o ON o.oid = i.indclass[u.place - 1]
            LEFT JOIN pg_namespace o_n ON o_n.oid = o.opcnamespace
            LEFT JOIN pg_depend oe ON oe.classid = 'pg_opclass'::regclass AND oe.objid = o.oid AND oe.deptype = 'e'
            LEFT JOIN pg_collation l
              ON l.oid = i.indcollation[u.place - 1] AND l.oid <> coalesce(a.attcollation, t.typcollation)
            LEFT JOIN pg_namespace l_n ON l_n.oid = l.collnamespace
            WHERE r.relnamespace = ANY (?) AND r.relkind IN ('r', 'm') AND NOT r.relispartition
            ORDER BY i.indexrelid, u.place
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private record Member(long index, Optional<Index.Key> key, String included) {}

    private PostgresqlIndexReader() {}

    /** The indexes by the oids of their tables. */
    static Map<Long, List<Index>> read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Long, List<Index.Key>> keys = new HashMap<>();
        Map<Long, List<String>> included = new HashMap<>();
        for (Member member : catalogue.read(KEYS, PostgresqlIndexReader::member)) {
            member.key()
                    .ifPresentOrElse(
                            key -> keys.computeIfAbsent(member.index(), id -> new ArrayList<>())
                                    .add(key),
                            () -> included.computeIfAbsent(member.index(), id -> new ArrayList<>())
                                    .add(member.included()));
        }
        String nulls = catalogue.version() >= 15 ? "i.indnullsnotdistinct" : "false";
        Map<Long, List<Index>> indexes = new HashMap<>();
        catalogue.read(
                INDEXES.formatted(nulls),
                row -> indexes.computeIfAbsent(row.getLong("indrelid"), id -> new ArrayList<>())
                        .add(index(row, keys, included)));
        return indexes;
    }

    private static Index index(ResultSet row, Map<Long, List<Index.Key>> keys, Map<Long, List<String>> included)
            throws SQLException {
        long id = row.getLong("indexrelid");
        return new Index(
                row.getString("name"),
                keys.getOrDefault(id, List.of()),
                row.getBoolean("indisunique"),
                row.getString("method"),
                row.getBoolean("nulls_not_distinct"),
                included.getOrDefault(id, List.of()),
                Optional.ofNullable(row.getString("predicate")).map(Expression::new),
                parameters(row, "storage"),
                text(row, "comment"));
    }

    private static Member member(ResultSet row) throws SQLException {
        long index = row.getLong("indexrelid");
        return row.getBoolean("included")
                ? new Member(index, Optional.empty(), row.getString("column_name"))
                : new Member(index, Optional.of(key(row)), "");
    }

    private static Index.Key key(ResultSet row) throws SQLException {
        String expression = row.getString("expression");
        boolean descending = (row.getInt("options") & DESCENDING) != 0;
        boolean first = (row.getInt("options") & NULLS_FIRST) != 0;
        return new Index.Key(
                expression == null
                        ? new Index.Subject.OfColumn(row.getString("column_name"))
                        : new Index.Subject.OfExpression(new Expression(expression)),
                descending,
                first == descending ? Index.Nulls.DEFAULT : first ? Index.Nulls.FIRST : Index.Nulls.LAST,
                operators(row),
                collation(row));
    }

    private static Optional<ObjectName> collation(ResultSet row) throws SQLException {
        String name = row.getString("collation");
        return name == null ? Optional.empty() : Optional.of(ObjectName.of(text(row, "collation_namespace"), name));
    }

    private static Optional<Index.OperatorClass> operators(ResultSet row) throws SQLException {
        Map<String, String> options = parameters(row, "operators_options");
        if (row.getBoolean("opcdefault") && options.isEmpty()) {
            return Optional.empty();
        }
        ObjectName name = ObjectName.of(text(row, "operators_namespace"), row.getString("operators"));
        return Optional.of(new Index.OperatorClass(name, options));
    }
}
