package dev.decant.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a schema point at by name, outside of expressions. */
public final class References {
    private References() {}

    /** The columns of its own table that an index names outside of expressions. */
    public static Set<String> columnsOf(Index index) {
        Set<String> names = new TreeSet<>(index.include());
        for (Index.Key key : index.keys()) {
            if (key.subject() instanceof Index.Subject.OfColumn(String column)) {
                names.add(column);
            }
        }
        return names;
    }

    /** Whether a foreign key rests on a column of its target: it points at it, or at a key whose index includes it. */
    public static boolean pointsAt(Constraint.ForeignKey key, Table target, String column) {
        Set<String> columns = Set.copyOf(key.targetColumns());
        return columns.contains(column)
                || target.constraints().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(columns) && includes(each, column));
    }

    private static boolean includes(Constraint constraint, String column) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.include().contains(column);
            case Constraint.Unique unique -> unique.include().contains(column);
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> false;
            case Constraint.Exclusion exclusion -> false;
        };
    }

    /** The sets of columns of a table that a foreign key can point at. */
    public static Set<Set<String>> keysOf(Table table) {
        Set<Set<String>> keys = table.constraints().stream()
                .filter(References::isKey)
                .map(c -> Set.copyOf(c.columns()))
                .collect(Collectors.toSet());
        table.indexes().stream()
                .filter(References::isKey)
                .map(index -> columnsOfKeys(index))
                .forEach(keys::add);
        return keys;
    }

    /** Whether a foreign key can point at what the constraint is over: it is a key, and checked at once. */
    private static boolean isKey(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.deferral() == Deferral.NOT_DEFERRABLE;
            case Constraint.Unique key -> key.deferral() == Deferral.NOT_DEFERRABLE;
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> false;
            case Constraint.Exclusion exclusion -> false;
        };
    }

    /**
     * The columns at which a foreign key over a period can point for an exclusion constraint that does what WITHOUT OVERLAPS does: nothing
     * of which these are the same counts twice at any time.
     */
    public static Optional<Set<String>> periodKey(Constraint.Exclusion exclusion) {
        boolean plain = exclusion.deferral() == Deferral.NOT_DEFERRABLE
                && exclusion.predicate().isEmpty()
                && exclusion.elements().stream()
                        .allMatch(element -> element.key().subject() instanceof Index.Subject.OfColumn);
        List<String> operators = exclusion.elements().stream()
                .map(Constraint.Exclusion.Element::operator)
                .toList();
        boolean overlaps = operators.getLast().equals("&&")
                && operators.subList(0, operators.size() - 1).stream().allMatch("="::equals);
        return plain && overlaps
                ? Optional.of(exclusion.elements().stream()
                        .flatMap(element -> element.key().subject() instanceof Index.Subject.OfColumn(String column)
                                ? Stream.of(column)
                                : Stream.empty())
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** Whether a foreign key can point at what the index is over: it is unique, over plain columns, and holds every row. */
    public static boolean isKey(Index index) {
        return index.unique()
                && index.predicate().isEmpty()
                && index.keys().stream().allMatch(key -> key.subject() instanceof Index.Subject.OfColumn);
    }

    private static Set<String> columnsOfKeys(Index index) {
        return columnsOf(index.withInclude(List.of()));
    }
}
