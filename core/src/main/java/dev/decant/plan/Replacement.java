package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.References;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Finds what has to step aside while something else changes: parts of tables that are the same before and after, but rest on a column that
 * is dropped and added again or gets another type, or on a key that is replaced; and objects that rest on any of it, such as a view over a
 * column. They are dropped before and made again after it.
 */
final class Replacement {
    private record Key(ObjectName table, PartKind kind, String name) {}

    private record Placed(ObjectName table, TablePart part) {
        Key key() {
            return new Key(table, part.partKind(), part.name());
        }
    }

    private final Dialect dialect;
    private final Schema state;
    private final Schema after;
    private final List<Change> changes;
    private final PartUses partUses;
    private final ReplacedObjects objects;
    private final Set<Key> touched = new HashSet<>();
    private final Set<Key> going = new HashSet<>();
    private final Map<Key, TablePart> altered = new HashMap<>();
    private final Set<Key> droppedColumns = new HashSet<>();
    private final Set<ObjectName> droppedTables = new LinkedHashSet<>();
    private final SequencedMap<Key, Placed> replaced = new LinkedHashMap<>();
    private final Deque<Placed> moving = new ArrayDeque<>();
    private final Map<ObjectName, List<Placed>> incoming = new HashMap<>();

    /**
     * Looks at changes.
     *
     * @param state the schema before them
     * @param after the schema after them
     * @param loosened what is taken further apart than usual
     */
    Replacement(Dialect dialect, Schema state, Schema after, List<Change> changes, Loosened loosened) {
        this.dialect = dialect;
        this.state = state;
        this.after = after;
        this.changes = changes;
        this.partUses = new PartUses(dialect);
        this.objects = new ReplacedObjects(dialect, state, after, loosened);
    }

    List<Change> withReplaced() {
        changes.forEach(this::note);
        changes.forEach(objects::note);
        PassingColumns.of(changes, state, after).forEach(this::notePassing);
        objects.replace();
        if (moving.isEmpty() && droppedTables.isEmpty() && objects.isEmpty()) {
            return changes;
        }
        state.tables().values().forEach(this::noteForeignKeys);
        Set<ObjectName> returning = returning();
        returning.forEach(table -> incoming.getOrDefault(table, List.of()).forEach(this::replace));
        follow();
        Circles circles = Circles.among(
                droppedTables, returning, state, key -> going.contains(new Placed(key.table(), key.part()).key()));
        List<Change> all = new ArrayList<>(circles.broken());
        replaced.values().forEach(placed -> all.add(new DropPart(placed.table(), placed.part())));
        all.addAll(objects.before());
        changes.stream()
                .filter(change -> !isReplaced(change))
                .flatMap(objects::apart)
                .map(circles::without)
                .forEach(all::add);
        all.addAll(objects.after());
        replaced.sequencedValues().reversed().forEach(placed -> all.add(added(placed)));
        return all;
    }

    /** The tables that go and come again. */
    private Set<ObjectName> returning() {
        Set<ObjectName> returning = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change instanceof CreateTable(Table table) && droppedTables.contains(table.name())) {
                returning.add(table.name());
            }
        }
        return returning;
    }

    /** Parts make objects step aside, and objects parts, until nothing more does. */
    private void follow() {
        int found;
        do {
            found = replaced.size();
            while (!moving.isEmpty()) {
                dependants(moving.remove());
            }
            objects.replace();
            objects.parts().forEach(part -> replace(new Placed(part.table(), part.part())));
        } while (replaced.size() > found);
        changes.forEach(objects::forget);
    }

    private boolean isReplaced(Change change) {
        return change instanceof AlterPart alter
                && replaced.containsKey(new Placed(alter.table(), alter.before()).key());
    }

    private AddPart added(Placed placed) {
        return new AddPart(placed.table(), altered.getOrDefault(placed.key(), placed.part()));
    }

    private void note(Change change) {
        switch (change) {
            case AddPart(ObjectName table, TablePart part) -> touch(table, part);
            case DropPart(ObjectName table, TablePart part) -> {
                touch(table, part);
                going.add(new Placed(table, part).key());
                moving.add(new Placed(table, part));
                if (part instanceof Column) {
                    droppedColumns.add(new Placed(table, part).key());
                }
            }
            case AlterPart(ObjectName table, TablePart before, TablePart after) -> {
                altered.put(new Placed(table, before).key(), after);
                if (before instanceof Column then && after instanceof Column now) {
                    noteType(table, then, now);
                }
            }
            case ConvertColumn convert -> {
                touch(convert.table(), convert.before());
                noteType(convert.table(), convert.before(), convert.after());
            }
            case DropTable(Table table) -> droppedTables.add(table.name());
            default -> {}
        }
    }

    private void notePassing(DropPart drop) {
        Placed placed = new Placed(drop.table(), drop.part());
        droppedColumns.add(placed.key());
        moving.add(placed);
        objects.note(drop);
    }

    private void noteType(ObjectName table, Column before, Column after) {
        if (!before.type().name().equals(after.type().name())
                || before.type().dimensions() != after.type().dimensions()
                || !before.collation().equals(after.collation())) {
            moving.add(new Placed(table, before));
        }
    }

    private void touch(ObjectName table, TablePart part) {
        touched.add(new Placed(table, part).key());
    }

    private void noteForeignKeys(Table table) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            incoming.computeIfAbsent(key.target(), target -> new ArrayList<>()).add(new Placed(table.name(), key));
        }
    }

    private void dependants(Placed moved) {
        switch (moved.part()) {
            case Column column -> dependants(moved.table(), column);
            case Constraint.PrimaryKey key -> pointingAt(moved.table(), Set.copyOf(key.columns()), false);
            case Constraint.Unique unique -> pointingAt(moved.table(), Set.copyOf(unique.columns()), false);
            case Index index -> {
                if (References.isKey(index)) {
                    pointingAt(moved.table(), References.columnsOf(index.withInclude(List.of())), false);
                }
            }
            case Constraint.ForeignKey key -> {}
            case Constraint.Check check -> {}
            case Constraint.Exclusion exclusion ->
                References.periodKey(exclusion).ifPresent(key -> pointingAt(moved.table(), key, true));
        }
    }

    private void pointingAt(ObjectName table, Set<String> columns, boolean periodsOnly) {
        for (Placed placed : incoming.getOrDefault(table, List.of())) {
            if (placed.part() instanceof Constraint.ForeignKey key
                    && (key.period() || !periodsOnly)
                    && Set.copyOf(key.targetColumns()).equals(columns)) {
                replace(placed);
            }
        }
    }

    private void dependants(ObjectName table, Column column) {
        for (Placed placed : incoming.getOrDefault(table, List.of())) {
            if (placed.part() instanceof Constraint.ForeignKey key && pointsAt(key, column)) {
                replace(placed);
            }
        }
        state.table(table).ifPresent(holder -> dependants(holder, column));
    }

    private boolean pointsAt(Constraint.ForeignKey key, Column column) {
        return state.table(key.target())
                .filter(target -> References.pointsAt(key, target, column.name()))
                .isPresent();
    }

    private void dependants(Table holder, Column column) {
        boolean dropped = droppedColumns.contains(new Placed(holder.name(), column).key());
        for (PartKind kind : PartKind.values()) {
            for (TablePart part : holder.parts(kind)) {
                boolean inTheWay = dropped
                        || part instanceof Constraint.ForeignKey
                        || partUses.computes(holder, part, column.name())
                        || becomesOther(holder, part, column);
                if (inTheWay
                        && !stopsComputing(holder, part)
                        && !part.name().equals(column.name())
                        && partUses.uses(holder, part, column.name())) {
                    replace(new Placed(holder.name(), part));
                }
            }
        }
    }

    /** Whether a column keeps its values and computes none any more, which it can do before those that it was computed from change. */
    private boolean stopsComputing(Table holder, TablePart part) {
        return part instanceof Column column
                && altered.get(new Placed(holder.name(), part).key()) instanceof Column later
                && !(later.fill() instanceof Fill.Generated)
                && !dialect.renews(holder.traits(), column, later);
    }

    /** Whether an index is sorted by the column in an order of one type before or after, and becomes another itself. */
    private boolean becomesOther(Table holder, TablePart part, Column column) {
        TablePart later = altered.get(new Placed(holder.name(), part).key());
        return later != null && (PartUses.sorts(part, column.name()) || PartUses.sorts(later, column.name()));
    }

    private void replace(Placed placed) {
        if (droppedTables.contains(placed.table()) || touched.contains(placed.key())) {
            return;
        }
        if (replaced.putIfAbsent(placed.key(), placed) == null) {
            moving.add(placed);
            if (placed.part() instanceof Column column) {
                droppedColumns.add(placed.key());
                objects.goesAndComes(placed.table(), column);
            }
        }
    }
}
