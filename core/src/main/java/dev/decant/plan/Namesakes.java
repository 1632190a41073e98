package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a child and one of its parent, or those of two parents of one child, that have a name in common, but no type: one goes before
 * the other comes, for it would be taken for the same.
 */
final class Namesakes {
    private record Placed(int operation, ObjectName table, Column column) {}

    private final KnownColumns columns;
    private final Map<String, List<Placed>> going = new HashMap<>();
    private final Map<String, List<Placed>> coming = new HashMap<>();

    private Namesakes(KnownColumns columns) {
        this.columns = columns;
    }

    /** Says which of the operations had better run before which. */
    static void order(List<Operation> operations, KnownColumns columns, Ordering ordering) {
        Namesakes namesakes = new Namesakes(columns);
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                namesakes.note(i, change);
            }
        }
        namesakes.order(ordering);
    }

    private void note(int operation, Change change) {
        switch (change) {
            case DropPart(ObjectName table, Column column) -> put(going, new Placed(operation, table, column));
            case AddPart(ObjectName table, Column column) -> put(coming, new Placed(operation, table, column));
            default -> {}
        }
    }

    private static void put(Map<String, List<Placed>> columns, Placed placed) {
        columns.computeIfAbsent(placed.column().name(), name -> new ArrayList<>())
                .add(placed);
    }

    private void order(Ordering ordering) {
        going.forEach((name, all) -> {
            for (Placed first : all) {
                coming.getOrDefault(name, List.of()).stream()
                        .filter(second -> areTakenForOne(first, second))
                        .forEach(second -> ordering.preferably(first.operation(), second.operation()));
            }
        });
    }

    private boolean areTakenForOne(Placed one, Placed other) {
        return !one.table().equals(other.table())
                && (!one.column().type().equals(other.column().type())
                        || !one.column().collation().equals(other.column().collation()))
                && (columns.areAkin(one.table(), other.table()) || columns.haveHeir(one.table(), other.table()));
    }
}
