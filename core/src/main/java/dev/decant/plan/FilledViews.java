package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropTable;
import dev.decant.dialect.Operation;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Materialized views, which keep the rows that they are filled with: they had better be filled once the tables whose rows are among those of
 * what they read, as their heirs are, have gone, or have got other parents.
 */
final class FilledViews {
    private final ObjectUses uses;
    private final Map<ObjectName, View> views = new HashMap<>();

    private FilledViews(ObjectUses uses, SchemaView after) {
        this.uses = uses;
        after.objects(View.KIND).forEach(view -> views.put(view.name(), view));
    }

    /**
     * Says which of the operations had better run before which.
     *
     * @param after the schema after all of them
     */
    static void order(
            List<Operation> operations, KnownColumns columns, ObjectUses uses, SchemaView after, Ordering ordering) {
        Map<Integer, Set<ObjectName>> moved = moved(operations, columns);
        if (moved.isEmpty()) {
            return;
        }
        FilledViews filled = new FilledViews(uses, after);
        for (int i = 0; i < operations.size(); i++) {
            int filling = i;
            Set<ObjectName> read = filled.read(operations.get(i));
            moved.forEach((operation, parents) -> {
                if (!Collections.disjoint(read, parents)) {
                    ordering.preferably(operation, filling);
                }
            });
        }
    }

    /** The tables, by the operation, that have other rows once a table that holds rows for them goes or gets other parents. */
    private static Map<Integer, Set<ObjectName>> moved(List<Operation> operations, KnownColumns columns) {
        Map<Integer, Set<ObjectName>> moved = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                Set<ObjectName> parents = switch (change) {
                    case DropTable drop -> columns.ancestors(drop.table().name());
                    case AlterTable alter
                    when !alter.before().lineage().hasSameParents(alter.after().lineage()) ->
                        columns.ancestors(alter.table());
                    default -> Set.of();
                };
                if (!parents.isEmpty()) {
                    moved.computeIfAbsent(i, any -> new HashSet<>()).addAll(parents);
                }
            }
        }
        return moved;
    }

    private Set<ObjectName> read(Operation operation) {
        Set<ObjectName> read = new HashSet<>();
        for (Change change : operation.changes()) {
            switch (change) {
                case CreateObject(MaterializedView view) when view.populated() -> read(view, read);
                case AlterObject(SchemaObject before, MaterializedView view) when view.populated() -> read(view, read);
                default -> {}
            }
        }
        return read;
    }

    /** What it reads, by itself or through views. */
    private void read(SchemaObject reader, Set<ObjectName> read) {
        Deque<SchemaObject> readers = new ArrayDeque<>(List.of(reader));
        while (!readers.isEmpty()) {
            for (Reference used : uses.usedBy(readers.pop())) {
                if (used instanceof Reference.ToRelation(ObjectName name)
                        && read.add(name)
                        && views.containsKey(name)) {
                    readers.add(views.get(name));
                }
            }
        }
    }
}
