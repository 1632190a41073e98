package dev.decant.database.browsing;

/**
 * A column by which rows are put in order.
 *
 * @param column the name
 * @param descending whether the largest comes first
 * @param nulls where rows without a value go
 */
public record SortKey(String column, boolean descending, Nulls nulls) {
    /** Where rows without a value go. */
    public enum Nulls {
        /** Where the database puts them. */
        USUAL,
        /** Before all others. */
        FIRST,
        /** Behind all others. */
        LAST
    }
}
