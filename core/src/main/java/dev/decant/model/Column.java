package dev.decant.model;

/**
 * A column of a table. It knows neither its table nor its place among the others.
 *
 * @param name the column's name
 * @param type its type
 * @param nullable whether it may be null
 * @param fill what it gets when an insert gives nothing
 * @param comment what users are told about it; may be empty
 */
public record Column(String name, DataType type, boolean nullable, Fill fill, String comment) implements TablePart {
    /** Refuses an empty name and an identity that may be null. */
    public Column {
        Names.requireName(name, "column");
        if (nullable && fill instanceof Fill.Identity) {
            throw new IllegalArgumentException("the identity column " + name + " cannot be nullable");
        }
    }

    /** A column that may be null and is filled with nothing. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, true, Fill.NOTHING, "");
    }

    @Override
    public Column withName(String other) {
        return new Column(other, type, nullable, fill, comment);
    }

    @Override
    public Column withComment(String other) {
        return new Column(name, type, nullable, fill, other);
    }

    /** The same with another type. */
    public Column withType(DataType other) {
        return new Column(name, other, nullable, fill, comment);
    }

    /** The same, nullable or not. */
    public Column withNullable(boolean other) {
        return new Column(name, type, other, fill, comment);
    }

    /** The same, filled in another way. */
    public Column withFill(Fill other) {
        return new Column(name, type, nullable, other, comment);
    }
}
