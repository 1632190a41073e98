package dev.decant.model;

/** What a table is made of, each with a name that is unique among its kind in the table. */
public sealed interface TablePart permits Column, Constraint, Index {
    /** The name inside the table. */
    String name();

    /** What users are told about it; empty when there is nothing to tell. */
    String comment();

    /** The same under another name. */
    TablePart withName(String other);

    /** The same with another comment. */
    TablePart withComment(String other);

    /** The kind of part. */
    default PartKind partKind() {
        return switch (this) {
            case Column column -> PartKind.COLUMN;
            case Constraint constraint -> PartKind.CONSTRAINT;
            case Index index -> PartKind.INDEX;
        };
    }
}
