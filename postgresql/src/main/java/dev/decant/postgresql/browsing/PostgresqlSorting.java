package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.RowPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server sorts rows to read a page of them, as its plan says. What it sorts in small portions, since an index has the beginning of the
 * order, is another node: Incremental Sort. Several processes each sort a part, and Gather Merge has all of them.
 */
final class PostgresqlSorting {
    private static final Pattern SORT = Pattern.compile("\"Node Type\": \"Sort\"");
    private static final Pattern SORTED =
            Pattern.compile("\"Node Type\": \"(?:Sort|Gather Merge)\"[^\\[{}]*?\"Plan Rows\": (\\d+)");

    private static final long FEW = 10_000;
    private static final String USUAL_LIMIT = "200";

    private PostgresqlSorting() {}

    /** Of the query that sorts the most; nothing when that is not worth a word. */
    static OptionalLong rows(Connection connection, RowPlan page) throws SQLException {
        long most = 0;
        for (BoundSql query : page.queries()) {
            most = Math.max(most, sorted(plan(connection, query)));
        }
        return most < FEW ? OptionalLong.empty() : OptionalLong.of(most);
    }

    private static long sorted(String plan) {
        return SORT.matcher(plan).find()
                ? SORTED.matcher(plan)
                        .results()
                        .mapToLong(node -> Long.parseLong(node.group(1)))
                        .max()
                        .orElse(0)
                : 0;
    }

    /** A page takes its limit as its last value. */
    private static String plan(Connection connection, BoundSql query) throws SQLException {
        List<@Nullable String> values = new ArrayList<>(query.values());
        values.add(USUAL_LIMIT);
        return PostgresqlBound.text(connection, "EXPLAIN (FORMAT JSON) " + query.sql(), values);
    }
}
