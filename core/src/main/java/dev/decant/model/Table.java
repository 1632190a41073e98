package dev.decant.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table.
 *
 * <p>Two tables are equal when they have the same columns in any order: no database moves a column that is there, so a place is nothing
 * that can be migrated. The order is kept for creating the table and for reading.
 *
 * @param name its name
 * @param columns its columns in the order of creation
 * @param constraints its constraints, kept sorted by name
 * @param indexes its indexes, kept sorted by name
 * @param lineage how it stands to its partitions and parents
 * @param options what else the dialect knows of a table (storage parameters, {@code strict}), by its own keys
 * @param comment what users are told about it; may be empty
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        Lineage lineage,
        Map<String, String> options,
        String comment) {
    /** Copies and sorts; refuses two parts of one kind under one name. */
    public Table {
        columns = List.copyOf(columns);
        constraints = sorted(constraints);
        indexes = sorted(indexes);
        options = Options.copyOf(options);
        Names.requireDistinct(columns, Column::name, "columns", name);
        Names.requireDistinct(constraints, Constraint::name, "constraints", name);
        Names.requireDistinct(indexes, Index::name, "indexes", name);
        if (constraints.stream().filter(Constraint.PrimaryKey.class::isInstance).count() > 1) {
            throw new IllegalArgumentException(name + " has two primary keys");
        }
    }

    /** A table that stands by itself. */
    public Table(
            ObjectName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Map<String, String> options,
            String comment) {
        this(name, columns, constraints, indexes, Lineage.NONE, options, comment);
    }

    /** A table of columns and nothing else. */
    public static Table of(ObjectName name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), Map.of(), "");
    }

    private static <T extends TablePart> List<T> sorted(List<T> parts) {
        return parts.stream().sorted(Comparator.comparing(TablePart::name)).toList();
    }

    /** The column of that name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The part of that kind and name. */
    public Optional<? extends TablePart> part(PartKind kind, String part) {
        return parts(kind).stream().filter(p -> p.name().equals(part)).findFirst();
    }

    /** All parts of a kind. */
    public List<? extends TablePart> parts(PartKind kind) {
        return switch (kind) {
            case COLUMN -> columns;
            case CONSTRAINT -> constraints;
            case INDEX -> indexes;
        };
    }

    /** The primary key. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraintsOf(Constraint.PrimaryKey.class).findFirst();
    }

    /** The foreign keys. */
    public List<Constraint.ForeignKey> foreignKeys() {
        return constraintsOf(Constraint.ForeignKey.class).toList();
    }

    private <T extends Constraint> Stream<T> constraintsOf(Class<T> type) {
        return constraints.stream().filter(type::isInstance).map(type::cast);
    }

    /** The same under another name. */
    public Table withName(ObjectName other) {
        return new Table(other, columns, constraints, indexes, lineage, options, comment);
    }

    /** The same with other columns. */
    public Table withColumns(List<Column> other) {
        return new Table(name, other, constraints, indexes, lineage, options, comment);
    }

    /** The same with other constraints. */
    public Table withConstraints(List<? extends Constraint> other) {
        return new Table(name, columns, List.copyOf(other), indexes, lineage, options, comment);
    }

    /** The same with other indexes. */
    public Table withIndexes(List<Index> other) {
        return new Table(name, columns, constraints, other, lineage, options, comment);
    }

    /** The same with another standing among its partitions and parents. */
    public Table withLineage(Lineage other) {
        return new Table(name, columns, constraints, indexes, other, options, comment);
    }

    /** The same with other options. */
    public Table withOptions(Map<String, String> other) {
        return new Table(name, columns, constraints, indexes, lineage, other, comment);
    }

    /** The same with another comment. */
    public Table withComment(String other) {
        return new Table(name, columns, constraints, indexes, lineage, options, other);
    }

    /** What it has besides its parts. */
    public TableTraits traits() {
        return new TableTraits(lineage, options, comment);
    }

    /** The same with other options and another comment. */
    public Table withTraits(TableTraits other) {
        return new Table(name, columns, constraints, indexes, other.lineage(), other.options(), other.comment());
    }

    /** This with one part more; a column comes last. */
    public Table with(TablePart part) {
        return switch (part) {
            case Column column -> withColumns(appended(columns, column));
            case Constraint constraint -> withConstraints(appended(constraints, constraint));
            case Index index -> withIndexes(appended(indexes, index));
        };
    }

    /** This without a part. */
    public Table without(PartKind kind, String part) {
        return switch (kind) {
            case COLUMN -> withColumns(lacking(columns, part));
            case CONSTRAINT -> withConstraints(lacking(constraints, part));
            case INDEX -> withIndexes(lacking(indexes, part));
        };
    }

    /**
     * This with a part put in the place of another.
     *
     * @param part the name of the other
     * @throws IllegalStateException when there is none of that name
     */
    public Table replacing(String part, TablePart replacement) {
        if (part(replacement.partKind(), part).isEmpty()) {
            throw new IllegalStateException(
                    "there is no " + replacement.partKind().word() + " " + part + " of " + name);
        }
        return switch (replacement) {
            case Column column -> withColumns(mapped(columns, c -> c.name().equals(part) ? column : c));
            case Constraint constraint ->
                withConstraints(mapped(constraints, c -> c.name().equals(part) ? constraint : c));
            case Index index -> withIndexes(mapped(indexes, i -> i.name().equals(part) ? index : i));
        };
    }

    private static <T extends TablePart> List<T> appended(List<T> parts, T part) {
        return Stream.concat(parts.stream(), Stream.of(part)).toList();
    }

    private static <T extends TablePart> List<T> lacking(List<T> parts, String name) {
        return parts.stream().filter(p -> !p.name().equals(name)).toList();
    }

    private static <T extends TablePart> List<T> mapped(List<T> parts, UnaryOperator<T> change) {
        return parts.stream().map(change).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that
                && name.equals(that.name)
                && new HashSet<>(columns).equals(new HashSet<>(that.columns))
                && constraints.equals(that.constraints)
                && indexes.equals(that.indexes)
                && lineage.equals(that.lineage)
                && options.equals(that.options)
                && comment.equals(that.comment);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + new HashSet<>(columns).hashCode();
    }
}
