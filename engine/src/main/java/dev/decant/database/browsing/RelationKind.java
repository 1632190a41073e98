package dev.decant.database.browsing;

/** What a thing with rows is. */
public enum RelationKind {
    /** A table. */
    TABLE("table"),
    /** A view. */
    VIEW("view"),
    /** A view whose rows are stored. */
    MATERIALIZED_VIEW("materialized view"),
    /** A table whose rows lie in its partitions. */
    PARTITIONED_TABLE("partitioned table"),
    /** A table whose rows lie in another database. */
    FOREIGN_TABLE("foreign table");

    private final String words;

    RelationKind(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** Whether rows are written to it. */
    public boolean isTable() {
        return this == TABLE || this == PARTITIONED_TABLE;
    }
}
