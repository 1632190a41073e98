package dev.decant.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a table stands to other tables that hold rows for it, or whose rows it holds: partitioning and inheritance.
 *
 * <p>Two of them are equal when they have the same parents in any order: one that joins later comes last, and another order would take
 * columns away from their parents. The order is kept for creating the table, and so is what the table declares for itself although parents
 * bring it, of which a table that is there can lose nothing.
 *
 * <p>A child holds in the model what is its own: columns and constraints that come from a parent as they are stand with the parent only.
 * A column of a child that differs from the parent's (another default, not null) stands with the child too.
 *
 * @param partitioning how a partitioned table divides its rows, as its dialect writes it: {@code RANGE (created_at)}; empty when it holds its
 *     rows itself
 * @param parents the tables whose columns it has, in order; the one of a partition
 * @param bound which rows of its one parent it holds, as its dialect writes it: {@code FOR VALUES IN (1)}, {@code DEFAULT}; empty when it is
 *     no partition
 * @param declaredColumns the columns that its parents bring and it declares besides; they stay with it when the parents lose them
 * @param declaredChecks the checks of that kind
 */
public record Lineage(
        Optional<Expression> partitioning,
        List<ObjectName> parents,
        Optional<Expression> bound,
        List<String> declaredColumns,
        List<String> declaredChecks) {
    /** That of a table which stands by itself. */
    public static final Lineage NONE = new Lineage(Optional.empty(), List.of(), Optional.empty());

    /** Copies the lists; refuses a partition of several tables, or of none. */
    public Lineage {
        parents = List.copyOf(parents);
        declaredColumns = List.copyOf(declaredColumns);
        declaredChecks = List.copyOf(declaredChecks);
        if (bound.isPresent() && parents.size() != 1) {
            throw new IllegalArgumentException("a partition has one parent, not " + parents);
        }
    }

    /** That of a table that declares nothing of what its parents bring. */
    public Lineage(Optional<Expression> partitioning, List<ObjectName> parents, Optional<Expression> bound) {
        this(partitioning, parents, bound, List.of(), List.of());
    }

    /** A table that holds some of the rows of another. */
    public static Lineage partitionOf(ObjectName parent, Expression bound) {
        return new Lineage(Optional.empty(), List.of(parent), Optional.of(bound));
    }

    /** Whether the table holds some of the rows of another. */
    public boolean isPartition() {
        return bound.isPresent();
    }

    /** Whether the table holds the rows that no other partition does. */
    public boolean isDefault() {
        return bound.filter(each -> each.sql().strip().equalsIgnoreCase("DEFAULT"))
                .isPresent();
    }

    /** The same, its rows divided in another way. */
    public Lineage withPartitioning(Optional<Expression> other) {
        return new Lineage(other, parents, bound, declaredColumns, declaredChecks);
    }

    /** The same under other parents. */
    public Lineage withParents(List<ObjectName> other) {
        return new Lineage(partitioning, other, bound, declaredColumns, declaredChecks);
    }

    /** The same, other things declared that its parents bring. */
    public Lineage withDeclared(List<String> columns, List<String> checks) {
        return new Lineage(partitioning, parents, bound, columns, checks);
    }

    /** Whether the parents are those of another, in whatever order. */
    public boolean hasSameParents(Lineage other) {
        return parents.equals(other.parents) || Set.copyOf(parents).equals(Set.copyOf(other.parents));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lineage that
                && partitioning.equals(that.partitioning)
                && hasSameParents(that)
                && bound.equals(that.bound);
    }

    @Override
    public int hashCode() {
        return Objects.hash(partitioning, Set.copyOf(parents), bound);
    }
}
