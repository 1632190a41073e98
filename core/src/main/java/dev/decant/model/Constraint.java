package dev.decant.model;

import dev.decant.failure.Counted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A rule that every row of a table keeps. Its name is always given, the database's own default where the user gave none. */
public sealed interface Constraint extends TablePart {
    @Override
    Constraint withName(String other);

    @Override
    Constraint withComment(String other);

    /** The table's own columns that it names outside of expressions, in order. */
    List<String> columns();

    /** What the dialect knows of the index that holds it, by its own keys; nothing when none does. */
    default Map<String, String> storage() {
        return Map.of();
    }

    /** The same with its index stored otherwise; itself when it has none. */
    default Constraint withStorage(Map<String, String> other) {
        return this;
    }

    /**
     * The columns that identify a row.
     *
     * @param columns at least one, in the order of the index
     * @param include columns kept beside the key
     * @param withoutOverlaps whether the last column is a range of which no two rows of the same other columns share a part
     * @param deferral when it is checked
     * @param storage what else the dialect knows of its index, by its own keys
     */
    record PrimaryKey(
            String name,
            List<String> columns,
            List<String> include,
            boolean withoutOverlaps,
            Deferral deferral,
            Map<String, String> storage,
            String comment)
            implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
            storage = Options.copyOf(storage);
            Names.requireName(name, "primary key");
            Names.requireSome(columns, "the columns of the primary key " + name);
            Names.requireDistinct(columns, column -> column, "columns", name);
        }

        /** A primary key with every default. */
        public PrimaryKey(String name, List<String> columns, String comment) {
            this(name, columns, List.of(), false, Deferral.NOT_DEFERRABLE, Map.of(), comment);
        }

        @Override
        public PrimaryKey withName(String other) {
            return new PrimaryKey(other, columns, include, withoutOverlaps, deferral, storage, comment);
        }

        @Override
        public PrimaryKey withComment(String other) {
            return new PrimaryKey(name, columns, include, withoutOverlaps, deferral, storage, other);
        }

        @Override
        public PrimaryKey withStorage(Map<String, String> other) {
            return new PrimaryKey(name, columns, include, withoutOverlaps, deferral, other, comment);
        }

        /** The same over other columns. */
        public PrimaryKey withColumns(List<String> other, List<String> included) {
            return new PrimaryKey(name, other, included, withoutOverlaps, deferral, storage, comment);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param columns at least one, in the order of the index
     * @param include columns kept beside the key
     * @param nullsNotDistinct whether nulls count as equal
     * @param withoutOverlaps whether the last column is a range of which no two rows of the same other columns share a part
     * @param deferral when it is checked
     * @param storage what else the dialect knows of its index, by its own keys
     */
    record Unique(
            String name,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            Deferral deferral,
            Map<String, String> storage,
            String comment)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
            storage = Options.copyOf(storage);
            Names.requireName(name, "unique constraint");
            Names.requireSome(columns, "the columns of the unique constraint " + name);
            Names.requireDistinct(columns, column -> column, "columns", name);
        }

        /** A unique constraint over columns and nothing beside them. */
        public Unique(String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral, String comment) {
            this(name, columns, List.of(), nullsNotDistinct, false, deferral, Map.of(), comment);
        }

        /** A unique constraint with every default. */
        public static Unique of(String name, List<String> columns) {
            return new Unique(name, columns, false, Deferral.NOT_DEFERRABLE, "");
        }

        @Override
        public Unique withName(String other) {
            return new Unique(other, columns, include, nullsNotDistinct, withoutOverlaps, deferral, storage, comment);
        }

        @Override
        public Unique withComment(String other) {
            return new Unique(name, columns, include, nullsNotDistinct, withoutOverlaps, deferral, storage, other);
        }

        @Override
        public Unique withStorage(Map<String, String> other) {
            return new Unique(name, columns, include, nullsNotDistinct, withoutOverlaps, deferral, other, comment);
        }

        /** The same over other columns. */
        public Unique withColumns(List<String> other, List<String> included) {
            return new Unique(name, other, included, nullsNotDistinct, withoutOverlaps, deferral, storage, comment);
        }
    }

    /**
     * Columns whose values are found in another table, or the same.
     *
     * @param columns the pointing columns
     * @param target the table pointed at
     * @param targetColumns the columns pointed at, as many
     * @param onUpdate what happens when a value pointed at changes
     * @param onDelete what happens when a row pointed at goes
     * @param deleteColumns which of the pointing columns that sets; all when empty
     * @param period whether the last column of either side is a range that the rows pointed at cover together
     * @param match how nulls count
     * @param deferral when it is checked
     * @param enforcement which rows keep it
     */
    record ForeignKey(
            String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            ReferentialAction onUpdate,
            ReferentialAction onDelete,
            List<String> deleteColumns,
            boolean period,
            MatchType match,
            Deferral deferral,
            Enforcement enforcement,
            String comment)
            implements Constraint {
        public ForeignKey {
            deleteColumns = List.copyOf(deleteColumns);
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
            Names.requireName(name, "foreign key");
            Names.requireSome(columns, "the columns of the foreign key " + name);
            if (columns.size() != targetColumns.size()) {
                throw new IllegalArgumentException("the foreign key " + name + " points from "
                        + Counted.of(columns.size(), "column") + " to " + targetColumns.size());
            }
        }

        /** A foreign key that compares row by row and sets all its columns. */
        public ForeignKey(
                String name,
                List<String> columns,
                ObjectName target,
                List<String> targetColumns,
                ReferentialAction onUpdate,
                ReferentialAction onDelete,
                MatchType match,
                Deferral deferral,
                Enforcement enforcement,
                String comment) {
            this(
                    name,
                    columns,
                    target,
                    targetColumns,
                    onUpdate,
                    onDelete,
                    List.of(),
                    false,
                    match,
                    deferral,
                    enforcement,
                    comment);
        }

        /** A foreign key with every default. */
        public static ForeignKey of(String name, List<String> columns, ObjectName target, List<String> targetColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    target,
                    targetColumns,
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    MatchType.SIMPLE,
                    Deferral.NOT_DEFERRABLE,
                    Enforcement.ENFORCED,
                    "");
        }

        @Override
        public ForeignKey withName(String other) {
            return copy(other, columns, target, targetColumns, deleteColumns, enforcement, comment);
        }

        @Override
        public ForeignKey withComment(String other) {
            return copy(name, columns, target, targetColumns, deleteColumns, enforcement, other);
        }

        /** The same between other columns; what it sets when a row goes follows by place. */
        public ForeignKey withEnds(List<String> from, ObjectName table, List<String> to) {
            List<String> set = deleteColumns.stream()
                    .map(column -> columns.contains(column) ? from.get(columns.indexOf(column)) : column)
                    .toList();
            return copy(name, from, table, to, set, enforcement, comment);
        }

        /** The same, checked at another time. */
        public ForeignKey withDeferral(Deferral other) {
            return new ForeignKey(
                    name,
                    columns,
                    target,
                    targetColumns,
                    onUpdate,
                    onDelete,
                    deleteColumns,
                    period,
                    match,
                    other,
                    enforcement,
                    comment);
        }

        /** The same, kept by other rows. */
        public ForeignKey withEnforcement(Enforcement other) {
            return copy(name, columns, target, targetColumns, deleteColumns, other, comment);
        }

        private ForeignKey copy(
                String newName,
                List<String> from,
                ObjectName table,
                List<String> to,
                List<String> set,
                Enforcement newEnforcement,
                String newComment) {
            return new ForeignKey(
                    newName,
                    from,
                    table,
                    to,
                    onUpdate,
                    onDelete,
                    set,
                    period,
                    match,
                    deferral,
                    newEnforcement,
                    newComment);
        }
    }

    /**
     * A condition that no row makes false.
     *
     * @param condition the condition
     * @param noInherit whether child tables are free of it
     * @param enforcement which rows keep it
     */
    record Check(String name, Expression condition, boolean noInherit, Enforcement enforcement, String comment)
            implements Constraint {
        public Check {
            Names.requireName(name, "check");
        }

        /** A check with every default. */
        public static Check of(String name, Expression condition) {
            return new Check(name, condition, false, Enforcement.ENFORCED, "");
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Check withName(String other) {
            return new Check(other, condition, noInherit, enforcement, comment);
        }

        @Override
        public Check withComment(String other) {
            return new Check(name, condition, noInherit, enforcement, other);
        }

        /** The same with another condition. */
        public Check withCondition(Expression other) {
            return new Check(name, other, noInherit, enforcement, comment);
        }

        /** The same, kept by other rows. */
        public Check withEnforcement(Enforcement other) {
            return new Check(name, condition, noInherit, other, comment);
        }
    }

    /**
     * Keys for which no two rows answer yes to all of their operators.
     *
     * @param method the access method of its index
     * @param elements what is compared and how, at least one
     * @param include columns kept beside the keys
     * @param predicate which rows it is about; all when empty
     * @param deferral when it is checked
     * @param storage what else the dialect knows of its index, by its own keys
     */
    record Exclusion(
            String name,
            String method,
            List<Element> elements,
            List<String> include,
            Optional<Expression> predicate,
            Deferral deferral,
            Map<String, String> storage,
            String comment)
            implements Constraint {
        public Exclusion {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
            storage = Options.copyOf(storage);
            Names.requireName(name, "exclusion constraint");
            Names.requireSome(elements, "the elements of the exclusion constraint " + name);
        }

        /**
         * What is compared and how.
         *
         * @param key the column or expression, as a key of the index
         * @param operator the operator, as the dialect writes it: {@code &&}, {@code =}
         */
        public record Element(Index.Key key, String operator) {}

        /** The columns that are elements by themselves, and those kept beside. */
        @Override
        public List<String> columns() {
            return Stream.concat(
                            elements.stream()
                                    .map(element -> element.key().subject())
                                    .filter(Index.Subject.OfColumn.class::isInstance)
                                    .map(subject -> ((Index.Subject.OfColumn) subject).column()),
                            include.stream())
                    .toList();
        }

        @Override
        public Exclusion withName(String other) {
            return new Exclusion(other, method, elements, include, predicate, deferral, storage, comment);
        }

        @Override
        public Exclusion withComment(String other) {
            return new Exclusion(name, method, elements, include, predicate, deferral, storage, other);
        }

        @Override
        public Exclusion withStorage(Map<String, String> other) {
            return new Exclusion(name, method, elements, include, predicate, deferral, other, comment);
        }

        /** The same with each key made into another. */
        public Exclusion withKeys(UnaryOperator<Index.Key> other) {
            return over(
                    elements.stream()
                            .map(element -> new Element(other.apply(element.key()), element.operator()))
                            .toList(),
                    include,
                    predicate);
        }

        /** The same over other keys, columns beside them and rows. */
        public Exclusion over(List<Element> keys, List<String> beside, Optional<Expression> rows) {
            return new Exclusion(name, method, keys, beside, rows, deferral, storage, comment);
        }
    }
}
