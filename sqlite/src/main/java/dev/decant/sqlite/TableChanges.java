package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Index;
import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The changes of one table, each with its place among all changes. */
final class TableChanges {
    private final List<Placed> all = new ArrayList<>();

    /** A change, where it stands, and whether it needs a rebuild. */
    private record Placed(int place, Change change, boolean rebuilds) {}

    void add(int place, Change change, boolean rebuilds) {
        all.add(new Placed(place, change, rebuilds));
    }

    /** The operations by their places. */
    Map<Integer, Operation> operations() {
        Map<Integer, List<Change>> columns = columnsWithKeys();
        Set<Change> paired = new HashSet<>();
        columns.values().forEach(paired::addAll);
        boolean rebuilds = all.stream().anyMatch(placed -> placed.rebuilds() && !paired.contains(placed.change()));
        return rebuilds ? joined() : apart(columns, paired);
    }

    /** New columns that take their foreign keys along, by their places. */
    private Map<Integer, List<Change>> columnsWithKeys() {
        Map<Integer, List<Change>> found = new TreeMap<>();
        for (Placed placed : all) {
            if (placed.change() instanceof AddPart add && add.part() instanceof Column column) {
                List<Change> group = new ArrayList<>(List.of(add));
                all.stream()
                        .map(Placed::change)
                        .filter(change -> comesWith(change, column))
                        .forEach(group::add);
                if (group.size() > 1) {
                    found.put(placed.place(), group);
                }
            }
        }
        return found;
    }

    private static boolean comesWith(Change change, Column column) {
        return change instanceof AddPart add
                && add.part() instanceof ForeignKey key
                && SqliteColumns.canComeWith(column, key);
    }

    private Map<Integer, Operation> apart(Map<Integer, List<Change>> columns, Set<Change> paired) {
        Map<Integer, Operation> operations = new TreeMap<>();
        for (Placed placed : all) {
            if (columns.containsKey(placed.place())) {
                operations.put(placed.place(), new Operation(columns.get(placed.place())));
            } else if (!paired.contains(placed.change())) {
                operations.put(placed.place(), Operation.of(placed.change()));
            }
        }
        return operations;
    }

    /**
     * One rebuild in the place of the last change that is not about an index.
     *
     * <p>An index is dropped or renamed in its own place, so that others may take its name; an index that is created before the rebuild
     * may need what the rebuild brings, and is created by it.
     */
    private Map<Integer, Operation> joined() {
        int last = all.stream()
                .filter(placed -> !isIndex(placed.change()))
                .mapToInt(Placed::place)
                .max()
                .orElseThrow();
        Map<Integer, Operation> operations = new TreeMap<>();
        List<Change> rebuild = new ArrayList<>();
        Set<String> rebuilt = new HashSet<>();
        for (Placed placed : all) {
            if (placed.place() > last || staysApart(placed.change(), rebuilt)) {
                operations.put(placed.place(), Operation.of(placed.change()));
            } else {
                rebuild.add(placed.change());
                rebuilt.addAll(indexNames(placed.change()));
            }
        }
        operations.put(last, new Operation(rebuild));
        return operations;
    }

    private static boolean staysApart(Change change, Set<String> rebuilt) {
        return switch (change) {
            case DropPart drop -> drop.part() instanceof Index index && !rebuilt.contains(index.name());
            case RenamePart rename -> rename.kind() == PartKind.INDEX && !rebuilt.contains(rename.before());
            default -> false;
        };
    }

    private static boolean isIndex(Change change) {
        return !indexNames(change).isEmpty();
    }

    private static Set<String> indexNames(Change change) {
        return switch (change) {
            case AddPart add when add.part() instanceof Index index -> Set.of(index.name());
            case DropPart drop when drop.part() instanceof Index index -> Set.of(index.name());
            case AlterPart alter when alter.after() instanceof Index index -> Set.of(index.name());
            case RenamePart rename when rename.kind() == PartKind.INDEX -> Set.of(rename.before(), rename.after());
            default -> Set.of();
        };
    }
}
