package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of a column that has few values, read value by value: those of one value in the order of the key, which an index gives. In one
 * query the server would read and sort all rows of a value, a good part of the table, to find the first ones (incremental sort, nodeIncrementalSort.c).
 */
record PostgresqlGroups(
        String holds, PostgresqlOrder.Key first, PostgresqlOrder order, Which which, List<@Nullable String> values) {
    private static final long FEWEST_ROWS = 1000;

    /** Which rows. */
    enum Which {
        /** Those of the value that the last row had, behind it. */
        SAME,
        /** Those of the value that comes next. */
        NEXT,
        /** Those of all values behind that one. */
        OTHERS
    }

    /** The same rows as those of a part, in the same order. */
    static List<PostgresqlGroups> of(PostgresqlOrder.Part part) {
        List<PostgresqlOrder.Key> keys = part.order().keys();
        PostgresqlOrder.Key first = keys.getFirst();
        PostgresqlOrder rest = new PostgresqlOrder(keys.subList(1, keys.size()));
        List<PostgresqlGroups> groups = new ArrayList<>();
        if (!part.values().isEmpty()) {
            groups.add(new PostgresqlGroups(part.holds(), first, rest, Which.SAME, part.values()));
        }
        groups.add(new PostgresqlGroups(part.holds(), first, rest, Which.NEXT, part.values()));
        groups.add(new PostgresqlGroups(part.holds(), first, part.order(), Which.OTHERS, part.values()));
        return groups;
    }

    void condition(BoundSqlBuilder sql, Relation relation, RowRequest request) {
        sql.add(holds).add(holds.isEmpty() ? "" : " AND ").add(first.name());
        switch (which) {
            case SAME -> {
                sql.add(" = ").value(values.getFirst(), first.column().plainType());
                PostgresqlOrder.Part behind = new PostgresqlOrder.Part("", order, values.subList(1, values.size()));
                if (!order.keys().isEmpty()) {
                    sql.add(" AND ");
                    behind.condition(sql);
                }
            }
            case NEXT -> next(sql.add(" = "), relation, request);
            case OTHERS -> next(sql.add(first.beyond()), relation, request);
        }
    }

    /** The value that comes next. */
    private void next(BoundSqlBuilder sql, Relation relation, RowRequest request) {
        sql.add("(SELECT " + first.name()).words("FROM ").name(relation.name());
        sql.words("WHERE " + first.name() + " IS NOT NULL");
        if (!values.isEmpty()) {
            sql.add(" AND " + first.name() + first.beyond())
                    .value(values.getFirst(), first.column().plainType());
        }
        PostgresqlFilters.append(sql, relation, request, " AND ");
        sql.words("ORDER BY " + first.filled().ordered()).add(" LIMIT 1)");
    }

    static boolean areLarge(Connection connection, Relation relation, String column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(pg_catalog.max(CASE WHEN"
                + " s.n_distinct > 0 THEN s.n_distinct ELSE -s.n_distinct * CAST(? AS int8) END), 0)"
                + " FROM pg_catalog.pg_stats s WHERE s.schemaname = ? AND s.tablename = ? AND s.attname = ?")) {
            statement.setLong(1, relation.estimatedRows());
            statement.setString(2, relation.name().schema());
            statement.setString(3, relation.name().local());
            statement.setString(4, column);
            try (ResultSet distinct = statement.executeQuery()) {
                distinct.next();
                double values = distinct.getDouble(1);
                return values > 0 && relation.estimatedRows() / values >= FEWEST_ROWS;
            }
        }
    }
}
