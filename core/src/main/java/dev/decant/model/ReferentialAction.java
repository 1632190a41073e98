package dev.decant.model;

/** What happens to the rows that point at a row that changes or goes. */
public enum ReferentialAction {
    /** The change is refused, at the end of the statement or transaction. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** They change or go too. */
    CASCADE,
    /** They point at nothing. */
    SET_NULL,
    /** They point at the default. */
    SET_DEFAULT;

    /** The action in SQL. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
