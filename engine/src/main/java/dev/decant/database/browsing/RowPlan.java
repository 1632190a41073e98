package dev.decant.database.browsing;

import java.util.List;

/**
 * How a page of rows is read: queries that are run one after the other until there are enough rows.
 *
 * <p>A row has, for each column that is shown, its value, and behind the value of one that may be cut its length; then the columns of
 * the order and those of the identity, as text.
 *
 * @param paging how the next page is found
 * @param queries the queries; all have the same columns, and take the limit that is left as their last value
 * @param shown the columns that are shown
 * @param order how many columns tell where a row stands in the order
 * @param identity the columns by which a row is found again, empty when it cannot be
 */
public record RowPlan(
        Paging paging, List<BoundSql> queries, List<ShownColumn> shown, int order, List<String> identity) {
    /** Copies the lists. */
    public RowPlan {
        queries = List.copyOf(queries);
        shown = List.copyOf(shown);
        identity = List.copyOf(identity);
    }

    /** How the next page is found. */
    public enum Paging {
        /** By the last row's values of columns that no two rows share. */
        KEYSET("keyset"),
        /** By where the last row lies. */
        PHYSICAL("physical"),
        /** By counting from the beginning. */
        OFFSET("offset");

        private final String word;

        Paging(String word) {
            this.word = word;
        }

        /** What the page calls it. */
        public String word() {
            return word;
        }
    }

    /**
     * A column that is shown.
     *
     * @param column the column
     * @param cut whether only the beginning of a long value is read, so that a length follows: that of the whole in bytes, NULL when the
     *     value is whole
     * @param kind what a long value is
     */
    public record ShownColumn(RelationColumn column, boolean cut, String kind) {}
}
