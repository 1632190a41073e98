package dev.decant.database.browsing;

import java.util.List;
import java.util.Optional;

/**
 * Which rows somebody wants to see.
 *
 * @param relation where they are
 * @param columns what of them is shown
 * @param sort their order
 * @param filters what must hold of them
 * @param where what else must hold of them: an expression that somebody typed, known to be one expression
 * @param from where the page begins
 * @param limit how many, at most
 */
public record RowRequest(
        Relation relation,
        List<RelationColumn> columns,
        List<SortKey> sort,
        List<RowFilter> filters,
        Optional<String> where,
        RowPosition from,
        int limit) {
    /** Copies the lists. */
    public RowRequest {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        filters = List.copyOf(filters);
    }

    /** Whether all rows are wanted. */
    public boolean isUnfiltered() {
        return filters.isEmpty() && where.isEmpty();
    }
}
