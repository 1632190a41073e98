package dev.decant.model;

import java.util.List;

/** A rule that every row of a table keeps. Its name is always given, the database's own default where the user gave none. */
public sealed interface Constraint extends TablePart {
    @Override
    Constraint withName(String other);

    @Override
    Constraint withComment(String other);

    /** The table's own columns that it names outside of expressions, in order. */
    List<String> columns();

    /**
     * The columns that identify a row.
     *
     * @param columns at least one, in the order of the index
     */
    record PrimaryKey(String name, List<String> columns, String comment) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            Names.requireName(name, "primary key");
            Names.requireSome(columns, "the columns of the primary key " + name);
            Names.requireDistinct(columns, column -> column, "columns of " + name);
        }

        @Override
        public PrimaryKey withName(String other) {
            return new PrimaryKey(other, columns, comment);
        }

        @Override
        public PrimaryKey withComment(String other) {
            return new PrimaryKey(name, columns, other);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param columns at least one, in the order of the index
     * @param nullsNotDistinct whether nulls count as equal
     * @param deferral when it is checked
     */
    record Unique(String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral, String comment)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            Names.requireName(name, "unique constraint");
            Names.requireSome(columns, "the columns of the unique constraint " + name);
            Names.requireDistinct(columns, column -> column, "columns of " + name);
        }

        /** A unique constraint with every default. */
        public static Unique of(String name, List<String> columns) {
            return new Unique(name, columns, false, Deferral.NOT_DEFERRABLE, "");
        }

        @Override
        public Unique withName(String other) {
            return new Unique(other, columns, nullsNotDistinct, deferral, comment);
        }

        @Override
        public Unique withComment(String other) {
            return new Unique(name, columns, nullsNotDistinct, deferral, other);
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
     * @param match how nulls count
     * @param deferral when it is checked
     * @param notValid whether the rows that were there before may break it
     */
    record ForeignKey(
            String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            ReferentialAction onUpdate,
            ReferentialAction onDelete,
            MatchType match,
            Deferral deferral,
            boolean notValid,
            String comment)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
            Names.requireName(name, "foreign key");
            Names.requireSome(columns, "the columns of the foreign key " + name);
            if (columns.size() != targetColumns.size()) {
                throw new IllegalArgumentException("the foreign key " + name + " points from " + columns.size()
                        + " columns to " + targetColumns.size());
            }
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
                    false,
                    "");
        }

        @Override
        public ForeignKey withName(String other) {
            return new ForeignKey(
                    other, columns, target, targetColumns, onUpdate, onDelete, match, deferral, notValid, comment);
        }

        @Override
        public ForeignKey withComment(String other) {
            return new ForeignKey(
                    name, columns, target, targetColumns, onUpdate, onDelete, match, deferral, notValid, other);
        }

        /** The same between other columns. */
        public ForeignKey withEnds(List<String> from, ObjectName table, List<String> to) {
            return new ForeignKey(name, from, table, to, onUpdate, onDelete, match, deferral, notValid, comment);
        }

        /** The same, with or without regard to the rows that were there before. */
        public ForeignKey withNotValid(boolean other) {
            return new ForeignKey(
                    name, columns, target, targetColumns, onUpdate, onDelete, match, deferral, other, comment);
        }
    }

    /**
     * A condition that no row makes false.
     *
     * @param condition the condition
     * @param noInherit whether child tables are free of it
     * @param notValid whether the rows that were there before may break it
     */
    record Check(String name, Expression condition, boolean noInherit, boolean notValid, String comment)
            implements Constraint {
        public Check {
            Names.requireName(name, "check");
        }

        /** A check with every default. */
        public static Check of(String name, Expression condition) {
            return new Check(name, condition, false, false, "");
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Check withName(String other) {
            return new Check(other, condition, noInherit, notValid, comment);
        }

        @Override
        public Check withComment(String other) {
            return new Check(name, condition, noInherit, notValid, other);
        }

        /** The same with another condition. */
        public Check withCondition(Expression other) {
            return new Check(name, other, noInherit, notValid, comment);
        }

        /** The same, with or without regard to the rows that were there before. */
        public Check withNotValid(boolean other) {
            return new Check(name, condition, noInherit, other, comment);
        }
    }
}
