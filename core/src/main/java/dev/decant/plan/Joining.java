package dev.decant.plan;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns of a table that change together where the dialect gains by that, and nothing has to happen between them. */
final class Joining {
    private final Dialect dialect;
    private final List<Operation> operations;
    private final Ordering ordering;
    private final Set<Integer> alone = new HashSet<>();

    /**
     * Joins nothing yet.
     *
     * @param ordering what must run before what of the operations
     */
    Joining(Dialect dialect, List<Operation> operations, Ordering ordering) {
        this.dialect = dialect;
        this.operations = operations;
        this.ordering = ordering;
    }

    /**
     * The operations in an order, joined as far as that leaves one.
     *
     * @throws CircleException when there is none
     */
    List<Operation> ordered() {
        while (true) {
            List<List<Integer>> groups = groups();
            Ordering joined = ordering.of(groups);
            List<Integer> order = joined.order();
            if (order.size() == groups.size()) {
                return order.stream().map(group -> operation(groups.get(group))).toList();
            }
            List<Integer> stuck = joined.circles().stream()
                    .flatMap(group -> groups.get(group).stream())
                    .toList();
            if (stuck.size() == joined.circles().size()) {
                throw new CircleException(stuck.stream()
                        .flatMap(i -> operations.get(i).changes().stream())
                        .toList());
            }
            alone.addAll(stuck);
        }
    }

    private Operation operation(Collection<Integer> group) {
        return group.size() == 1
                ? operations.get(group.iterator().next())
                : new Operation(group.stream()
                        .flatMap(i -> operations.get(i).changes().stream())
                        .toList());
    }

    private List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        Map<ObjectName, List<List<Integer>>> byTable = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            int operation = i;
            Optional<ObjectName> table = alone.contains(i) ? Optional.empty() : table(operations.get(i));
            List<List<Integer>> ofTable = table.map(name -> byTable.computeIfAbsent(name, any -> new ArrayList<>()))
                    .orElseGet(ArrayList::new);
            Optional<List<Integer>> joined = ofTable.stream()
                    .filter(group -> group.stream().allMatch(member -> joins(member, operation)))
                    .findFirst();
            if (joined.isPresent()) {
                joined.get().add(i);
            } else {
                List<Integer> group = new ArrayList<>(List.of(i));
                groups.add(group);
                ofTable.add(group);
            }
        }
        return groups;
    }

    /** The table of which an operation alters a column, and does no more. */
    private static Optional<ObjectName> table(Operation operation) {
        if (operation.changes().size() > 1) {
            return Optional.empty();
        }
        return switch (operation.changes().getFirst()) {
            case AlterPart(ObjectName table, Column before, var after) -> Optional.of(table);
            case ConvertColumn convert -> Optional.of(convert.table());
            default -> Optional.empty();
        };
    }

    private boolean joins(int one, int other) {
        Change first = operations.get(one).changes().getFirst();
        Change second = operations.get(other).changes().getFirst();
        return dialect.joins(first, second) && !ordering.isBetween(one, other);
    }
}
