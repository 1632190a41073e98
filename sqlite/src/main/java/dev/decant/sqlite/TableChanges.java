package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The changes of one table, each with its place among all changes. */
final class TableChanges {
    private final List<Placed> all = new ArrayList<>();
    private final NavigableMap<Integer, RenamePart> renames = new TreeMap<>();

    /** A change, where it stands, and whether it needs a rebuild. */
    private record Placed(int place, Change change, boolean rebuilds) {
        boolean isRenameInPlace() {
            return change instanceof RenamePart rename && rename.kind() == PartKind.COLUMN && !rebuilds;
        }
    }

    void add(int place, Change change, boolean rebuilds) {
        all.add(new Placed(place, change, rebuilds));
    }

    /** Notes that a column of another table is called otherwise from a place on. */
    void noteRename(int place, RenamePart rename) {
        renames.put(place, rename);
    }

    /** The operations by their places. */
    Map<Integer, Operation> operations() {
        Map<Integer, List<Change>> columns = columnsWithKeys();
        Set<Change> paired = new HashSet<>();
        columns.values().forEach(paired::addAll);
        boolean rebuilds = all.stream().anyMatch(placed -> placed.rebuilds() && !paired.contains(placed.change()));
        return rebuilds ? joined() : apart(all, columns, paired);
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

    private static Map<Integer, Operation> apart(
            List<Placed> changes, Map<Integer, List<Change>> columns, Set<Change> paired) {
        Map<Integer, Operation> operations = new TreeMap<>();
        for (Placed placed : changes) {
            if (columns.containsKey(placed.place())) {
                operations.put(placed.place(), new Operation(columns.get(placed.place())));
            } else if (!paired.contains(placed.change())) {
                operations.put(placed.place(), Operation.of(placed.change()));
            }
        }
        return operations;
    }

    /**
     * One rebuild in the place of its last change, where all that it rests on is there.
     *
     * <p>Columns that are renamed before or after all else are renamed in their own place: two tables whose foreign keys follow each
     * other's renames could not both be first.
     */
    private Map<Integer, Operation> joined() {
        int first = 0;
        int end = all.size();
        while (all.get(first).isRenameInPlace()) {
            first++;
        }
        while (all.get(end - 1).isRenameInPlace()) {
            end--;
        }
        Map<Integer, Operation> operations = new TreeMap<>();
        operations.putAll(apart(all.subList(0, first), Map.of(), Set.of()));
        int place = all.get(end - 1).place();
        operations.put(
                place,
                new Operation(all.subList(first, end).stream()
                        .map(placed -> following(placed, place))
                        .toList()));
        operations.putAll(apart(all.subList(end, all.size()), Map.of(), Set.of()));
        return operations;
    }

    /** A change as it is at a later place, where the columns that its foreign key points at may be called otherwise. */
    private Change following(Placed placed, int place) {
        Change change = placed.change();
        for (RenamePart rename : renames.subMap(placed.place(), place).values()) {
            change = switch (change) {
                case AddPart(ObjectName table, ForeignKey key) -> new AddPart(table, following(key, rename));
                case DropPart(ObjectName table, ForeignKey key) -> new DropPart(table, following(key, rename));
                case AlterPart(ObjectName table, ForeignKey before, ForeignKey after) ->
                    new AlterPart(table, following(before, rename), following(after, rename));
                default -> change;
            };
        }
        return change;
    }

    private static ForeignKey following(ForeignKey key, RenamePart rename) {
        return key.target().equals(rename.table())
                ? key.withEnds(
                        key.columns(),
                        key.target(),
                        key.targetColumns().stream()
                                .map(column -> column.equals(rename.before()) ? rename.after() : column)
                                .toList())
                : key;
    }
}
