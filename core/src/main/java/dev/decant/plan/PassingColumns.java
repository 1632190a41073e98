package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that tables have from parents which lose them while another of the name comes, in the table itself or from a parent: what rests
 * on such a column goes with it and comes back, although no change of the table says so.
 */
final class PassingColumns {
    private final Schema state;
    private final Descent before;
    private final Descent after;
    private final Map<Reference.ToColumn, Column> dropped;
    private final Map<String, Map<ObjectName, Column>> added;

    private PassingColumns(
            Map<Reference.ToColumn, Column> dropped,
            Map<String, Map<ObjectName, Column>> added,
            Schema state,
            Schema later) {
        this.state = state;
        this.before = state.descent();
        this.after = later.descent();
        this.dropped = dropped;
        this.added = added;
    }

    /** What drops them, as if they were the tables' own. */
    static List<DropPart> of(List<Change> changes, Schema state, Schema later) {
        Map<Reference.ToColumn, Column> dropped = new LinkedHashMap<>();
        Map<String, Map<ObjectName, Column>> added = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof DropPart(ObjectName table, Column column)) {
                dropped.put(new Reference.ToColumn(table, column.name()), column);
            } else if (change instanceof AddPart(ObjectName table, Column column)) {
                added.computeIfAbsent(column.name(), name -> new HashMap<>()).put(table, column);
            }
        }
        dropped.values().removeIf(column -> !added.containsKey(column.name()));
        return dropped.isEmpty() ? List.of() : new PassingColumns(dropped, added, state, later).found();
    }

    private List<DropPart> found() {
        List<DropPart> found = new ArrayList<>();
        dropped.forEach((place, column) -> state.tables().values().stream()
                .filter(child -> passes(child, place.table(), column))
                .forEach(child -> found.add(new DropPart(child.name(), column))));
        return found;
    }

    private boolean passes(Table child, ObjectName parent, Column column) {
        return before.isDescendant(child.name(), parent)
                && child.column(column.name()).isEmpty()
                && before.ancestors(child.name()).stream().noneMatch(ancestor -> stays(ancestor, column.name()))
                && comesAnew(child.name(), column);
    }

    private boolean stays(ObjectName table, String column) {
        return state.table(table).flatMap(each -> each.column(column)).isPresent()
                && !dropped.containsKey(new Reference.ToColumn(table, column));
    }

    private boolean comesAnew(ObjectName child, Column column) {
        Map<ObjectName, Column> coming = added.getOrDefault(column.name(), Map.of());
        Column own = coming.get(child);
        return own == null ? after.ancestors(child).stream().anyMatch(coming::containsKey) : !isKept(column, own);
    }

    /** Whether a column of a child is that which its parent had: values of the same type that nothing computes or counts. */
    private static boolean isKept(Column parents, Column own) {
        return parents.type().equals(own.type())
                && parents.collation().equals(own.collation())
                && isPlain(parents)
                && isPlain(own);
    }

    private static boolean isPlain(Column column) {
        return column.fill() instanceof Fill.Nothing || column.fill() instanceof Fill.Default;
    }
}
