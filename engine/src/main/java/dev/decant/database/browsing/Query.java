package dev.decant.database.browsing;

import java.util.List;

/**
 * A query that can stand inside another.
 *
 * @param sql the query, without a semicolon
 * @param columns what it gives
 * @param whole the most bytes of a value that is read as a whole; 0 for what a page of rows shows
 */
public record Query(BoundSql sql, List<RelationColumn> columns, int whole) {
    /** Copies the list. */
    public Query {
        columns = List.copyOf(columns);
    }

    /** The same with another limit. */
    public Query withWhole(int bytes) {
        return new Query(sql, columns, bytes);
    }
}
