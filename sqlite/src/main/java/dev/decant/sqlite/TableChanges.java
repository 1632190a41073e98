package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint.ForeignKey;
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

    /** One rebuild in the place of the last change, where all that it rests on is there. */
    private Map<Integer, Operation> joined() {
        return Map.of(
                all.getLast().place(),
                new Operation(all.stream().map(Placed::change).toList()));
    }
}
