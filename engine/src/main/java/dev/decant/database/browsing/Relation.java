package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something with rows.
 *
 * @param name its name
 * @param kind what it is
 * @param comment the comment, empty when there is none
 * @param estimatedRows about how many rows there are, -1 when nobody knows
 * @param bytes about how much room it takes with its indexes, 0 when nobody knows
 * @param partition whether its rows are those of a partitioned table, too
 * @param writable whether this user may write to it
 * @param columns the columns, in order
 * @param primaryKey the columns of the primary key, empty when there is none
 * @param foreignKeys where it leads to
 * @param referencedBy what leads to it
 * @param indexes its indexes
 */
public record Relation(
        ObjectName name,
        RelationKind kind,
        String comment,
        long estimatedRows,
        long bytes,
        boolean partition,
        boolean writable,
        List<RelationColumn> columns,
        List<String> primaryKey,
        List<RelationKey> foreignKeys,
        List<RelationKey> referencedBy,
        List<RelationIndex> indexes) {
    /** Copies the lists. */
    public Relation {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        referencedBy = List.copyOf(referencedBy);
        indexes = List.copyOf(indexes);
    }

    /** The column of that name. */
    public Optional<RelationColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The columns by which a row is told from all others: the primary key, or the shortest unique index over columns that always have a value. */
    public Optional<List<String>> rowKey() {
        if (!kind.isTable()) {
            return Optional.empty();
        }
        return primaryKey.isEmpty()
                ? indexes.stream()
                        .filter(index -> index.unique() && index.valid() && alwaysThere(index.columns()))
                        .map(RelationIndex::columns)
                        .min(Comparator.comparingInt(List::size))
                : Optional.of(primaryKey);
    }

    private boolean alwaysThere(List<String> names) {
        return !names.isEmpty()
                && names.stream()
                        .allMatch(each ->
                                column(each).filter(RelationColumn::notNull).isPresent());
    }

    /** Why its rows cannot be edited, if they cannot. */
    public Optional<String> readOnlyReason() {
        if (!kind.isTable()) {
            return Optional.of("the rows of a " + kind.words() + " are not edited here");
        }
        if (!writable) {
            return Optional.of("this user may not write to it");
        }
        return rowKey().isPresent()
                ? Optional.empty()
                : Optional.of("it has no primary key and no unique index over columns that always have a value,"
                        + " so that no row can be told from the others");
    }
}
