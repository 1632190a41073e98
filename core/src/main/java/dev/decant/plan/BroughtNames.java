package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaView;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of indexes that others bring the partitions of their table: what is renamed to one comes once that is gone, what is renamed from one
 * makes room before that comes, and a partition's own index of such a name comes first, whereupon the database finds the other a free one. A
 * partition may hold both under names that the database found free, so that all of it is but a wish.
 */
final class BroughtNames {
    private final Dialect dialect;
    private final Map<ObjectName, List<Integer>> going = new HashMap<>();
    private final Map<ObjectName, List<Integer>> coming = new HashMap<>();
    private final Map<ObjectName, Integer> own = new HashMap<>();
    private final Map<Integer, RenamePart> renames = new HashMap<>();
    private final boolean matters;

    BroughtNames(Dialect dialect, List<Operation> operations) {
        this.dialect = dialect;
        matters = operations.stream()
                .flatMap(operation -> operation.changes().stream())
                .anyMatch(change -> switch (change) {
                    case RenamePart rename -> rename.kind() != PartKind.COLUMN;
                    case AddPart add -> !(add.part() instanceof Column);
                    default -> false;
                });
    }

    /**
     * Notes what a change does.
     *
     * @param operation the operation that it is of
     * @param state the state that it meets in the row of changes
     */
    void note(int operation, Change change, SchemaView state) {
        switch (change) {
            case DropPart(ObjectName table, TablePart part) -> note(going, operation, table, part, state);
            case AddPart(ObjectName table, TablePart part) -> {
                note(coming, operation, table, part, state);
                if (isPartition(table, state)) {
                    own.put(table.withLocal(part.name()), operation);
                }
            }
            case RenamePart rename -> renames.put(operation, rename);
            default -> {}
        }
    }

    private static boolean isPartition(ObjectName table, SchemaView state) {
        return state.table(table).filter(each -> each.lineage().isPartition()).isPresent();
    }

    private void note(
            Map<ObjectName, List<Integer>> names, int operation, ObjectName table, TablePart part, SchemaView state) {
        if (matters && !(part instanceof Column)) {
            dialect.brought(table, part, state)
                    .forEach(name -> names.computeIfAbsent(name, key -> new ArrayList<>(1))
                            .add(operation));
        }
    }

    /** Says which of the operations had better run before which. */
    void order(Ordering ordering) {
        renames.forEach((operation, rename) -> {
            going.getOrDefault(rename.table().withLocal(rename.after()), List.of())
                    .forEach(drop -> ordering.preferably(drop, operation));
            coming.getOrDefault(rename.table().withLocal(rename.before()), List.of())
                    .forEach(add -> ordering.preferably(operation, add));
        });
        own.forEach((name, operation) -> coming.getOrDefault(name, List.of()).stream()
                .filter(add -> !add.equals(operation))
                .forEach(add -> ordering.preferably(operation, add)));
    }
}
