package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys of all indexes and the columns kept beside them, also of those that hold a constraint. */
final class PostgresqlIndexMembers {
    /**
     * One row a key or included column, which is a column of the index. The arrays of pg_index count from 0; bit 1 of an option is DESC, bit 2 is NULLS FIRST
     * (INDOPTION_DESC and INDOPTION_NULLS_FIRST in pg_index.h). A collation counts only when it is not the column's own, or for an
     * expression, not its type's. pg_get_indexdef can take one of several expressions out, which pg_get_expr cannot, in five times the time.
     */
    private static final String MEMBERS = """
            SELECT i.indexrelid, k.attnum AS place, k.attnum > i.indnkeyatts AS included, a.attname AS column_name,
              k.attname AS given_name, nullif(k.attstattarget, -1) AS statistics,
              CASE
                WHEN i.indkey[k.attnum - 1] <> 0 THEN NULL
                WHEN cardinality(array_positions(i.indkey::smallint[], 0::smallint)) = 1 THEN pg_get_expr(i.indexprs, i.indrelid)
                ELSE pg_get_indexdef(i.indexrelid, k.attnum, false)
              END AS expression,
              coalesce(i.indoption[k.attnum - 1], 0) AS options, o.opcname AS operators,
              CASE WHEN oe.objid IS NULL AND o_n.nspname <> 'pg_catalog' THEN o_n.nspname ELSE '' END AS operators_namespace,
              o.opcdefault, k.attoptions AS operators_options, l.collname AS collation,
              CASE WHEN l_n.nspname <> 'pg_catalog' THEN l_n.nspname ELSE '' END AS collation_namespace
            FROM pg_index i
            JOIN pg_class r ON r.oid = i.indrelid
            JOIN pg_attribute k ON k.attrelid = i.indexrelid
            JOIN pg_type t ON t.oid = k.atttypid
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.attnum - 1]
            LEFT JOIN pg_opclass o ON o.oid = i.indclass[k.attnum - 1]
            LEFT JOIN pg_namespace o_n ON o_n.oid = o.opcnamespace
            LEFT JOIN pg_depend oe ON oe.classid = 'pg_opclass'::regclass AND oe.objid = o.oid AND oe.deptype = 'e'
            LEFT JOIN pg_collation l
              ON l.oid = i.indcollation[k.attnum - 1] AND l.oid <> coalesce(a.attcollation, t.typcollation)
            LEFT JOIN pg_namespace l_n ON l_n.oid = l.collnamespace
            WHERE r.relnamespace = ANY (?) AND r.relkind IN ('r', 'p', 'm')
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private record Member(
            long index,
            int place,
            Optional<Index.Key> key,
            @Nullable String column,
            String givenName,
            Optional<String> statistics) {}

    private final Map<Long, List<Member>> members = new HashMap<>();

    private PostgresqlIndexMembers() {}

    static PostgresqlIndexMembers read(PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlIndexMembers all = new PostgresqlIndexMembers();
        catalogue
                .read(MEMBERS, PostgresqlIndexMembers::member)
                .forEach(member -> all.members
                        .computeIfAbsent(member.index(), id -> new ArrayList<>())
                        .add(member));
        all.members.values().forEach(members -> members.sort(Comparator.comparingInt(Member::place)));
        return all;
    }

    /** The keys of an index, in order. */
    List<Index.Key> keys(long index) {
        return of(index).stream().flatMap(member -> member.key().stream()).toList();
    }

    /** The columns kept beside the keys, in order. */
    List<String> included(long index) {
        return of(index).stream()
                .filter(member -> member.key().isEmpty())
                .map(member -> String.valueOf(member.column()))
                .toList();
    }

    /** What the server calls its members: columns by their names, expressions by a word. */
    List<String> givenNames(long index) {
        return of(index).stream().map(Member::givenName).toList();
    }

    /** How much is to be known of the members by their place, where that was said. */
    Map<Integer, String> statistics(long index) {
        Map<Integer, String> targets = new TreeMap<>();
        of(index).forEach(member -> member.statistics().ifPresent(target -> targets.put(member.place(), target)));
        return targets;
    }

    private List<Member> of(long index) {
        return members.getOrDefault(index, List.of());
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("indexrelid"),
                row.getInt("place"),
                row.getBoolean("included") ? Optional.empty() : Optional.of(key(row)),
                row.getString("column_name"),
                row.getString("given_name"),
                Optional.ofNullable(row.getString("statistics")));
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
