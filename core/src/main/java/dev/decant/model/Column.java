package dev.decant.model;

import java.util.Map;
import java.util.Optional;

/**
 * A column of a table. It knows neither its table nor its place among the others.
 *
 * @param name the column's name
 * @param type its type
 * @param nullable whether it may be null
 * @param fill what it gets when an insert gives nothing
 * @param collation in whose order its text is sorted; empty for the type's own
 * @param options what else the dialect knows of a column (how it is stored, how much is known of it), by its own keys
 * @param comment what users are told about it; may be empty
 */
public record Column(
        String name,
        DataType type,
        boolean nullable,
        Fill fill,
        Optional<ObjectName> collation,
        Map<String, String> options,
        String comment)
        implements TablePart {
    /** Copies the options; refuses an empty name and an identity that may be null. */
    public Column {
        options = Options.copyOf(options);
        Names.requireName(name, "column");
        if (nullable && fill instanceof Fill.Identity) {
            throw new IllegalArgumentException("the identity column " + name + " cannot be nullable");
        }
    }

    /** A column in its type's own order and without options. */
    public Column(String name, DataType type, boolean nullable, Fill fill, String comment) {
        this(name, type, nullable, fill, Optional.empty(), Map.of(), comment);
    }

    /** A column that may be null and is filled with nothing. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, true, Fill.NOTHING, "");
    }

    @Override
    public Column withName(String other) {
        return new Column(other, type, nullable, fill, collation, options, comment);
    }

    @Override
    public Column withComment(String other) {
        return new Column(name, type, nullable, fill, collation, options, other);
    }

    /** The same with another type. */
    public Column withType(DataType other) {
        return new Column(name, other, nullable, fill, collation, options, comment);
    }

    /** The same, nullable or not. */
    public Column withNullable(boolean other) {
        return new Column(name, type, other, fill, collation, options, comment);
    }

    /** The same, filled in another way. */
    public Column withFill(Fill other) {
        return new Column(name, type, nullable, other, collation, options, comment);
    }

    /** The same, sorted in another order. */
    public Column withCollation(Optional<ObjectName> other) {
        return new Column(name, type, nullable, fill, other, options, comment);
    }

    /** The same with other options. */
    public Column withOptions(Map<String, String> other) {
        return new Column(name, type, nullable, fill, collation, other, comment);
    }
}
