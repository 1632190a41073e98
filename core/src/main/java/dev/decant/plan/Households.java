package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tables wait for without using it: a partition leaves before others come that may hold rows like its own, a table leaves a parent
 * before that gets more columns or checks, joins one once the columns and parents of that are what they shall be, and is stored as its new
 * columns and foreign keys need.
 */
final class Households {
    private final KnownColumns columns;
    private final Map<ObjectName, Set<Integer>> leaving = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> coming = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> dividing = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> catching = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> joining = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> settling = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> parting = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> gaining = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> growing = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> stored = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> releasing = new HashMap<>();
    private final Map<ObjectName, Set<Integer>> pointing = new HashMap<>();

    private Households(List<Operation> operations, KnownColumns columns) {
        this.columns = columns;
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                note(i, change);
            }
        }
    }

    /** Says which of the operations had better run before which. */
    static void order(List<Operation> operations, KnownColumns columns, Ordering ordering) {
        Households households = new Households(operations, columns);
        order(households.leaving, households.coming, ordering);
        order(households.dividing, households.catching, ordering);
        order(households.parting, households.gaining, ordering);
        order(households.settling, households.joining, ordering);
        order(households.growing, households.stored, ordering);
        order(households.releasing, households.stored, ordering);
        order(households.stored, households.pointing, ordering);
    }

    private static void order(
            Map<ObjectName, Set<Integer>> first, Map<ObjectName, Set<Integer>> second, Ordering ordering) {
        first.forEach((parent, earlier) -> second.getOrDefault(parent, Set.of())
                .forEach(later -> earlier.forEach(each -> ordering.preferably(each, later))));
    }

    private void note(int operation, Change change) {
        switch (change) {
            case DropTable(Table table) -> {
                leaves(operation, table.lineage());
                table.lineage().parents().forEach(parent -> parts(operation, parent));
            }
            case CreateTable(Table table) -> {
                comes(operation, table.lineage());
                if (table.lineage().isPartition()) {
                    put(
                            table.lineage().isDefault() ? catching : dividing,
                            table.lineage().parents().getFirst(),
                            operation);
                }
                table.lineage().parents().forEach(parent -> put(joining, parent, operation));
            }
            case AlterTable alter -> {
                Lineage before = alter.before().lineage();
                Lineage after = alter.after().lineage();
                if (!before.hasSameParents(after) || !before.bound().equals(after.bound())) {
                    leaves(operation, before);
                    comes(operation, after);
                    after.parents().stream()
                            .filter(parent -> !before.parents().contains(parent))
                            .forEach(parent -> put(joining, parent, operation));
                    put(gaining, alter.table(), operation);
                    put(settling, alter.table(), operation);
                }
                before.parents().stream()
                        .filter(parent -> !after.parents().contains(parent))
                        .forEach(parent -> parts(operation, parent));
                put(stored, alter.table(), operation);
            }
            case AddPart(ObjectName table, Column column) -> {
                put(gaining, table, operation);
                put(settling, table, operation);
                put(growing, table, operation);
            }
            case AddPart(ObjectName table, Constraint.Check check) -> put(gaining, table, operation);
            case AddPart(ObjectName table, Constraint.ForeignKey key) -> {
                put(pointing, table, operation);
                put(pointing, key.target(), operation);
            }
            case DropPart(ObjectName table, Constraint.ForeignKey key) -> {
                put(releasing, table, operation);
                put(releasing, key.target(), operation);
            }
            case DropPart(ObjectName table, Column column) -> put(settling, table, operation);
            case AlterPart(ObjectName table, Column before, Column after) -> {
                put(settling, table, operation);
                put(growing, table, operation);
            }
            case ConvertColumn convert -> {
                put(settling, convert.table(), operation);
                put(growing, convert.table(), operation);
            }
            default -> {}
        }
    }

    private void leaves(int operation, Lineage lineage) {
        if (lineage.isPartition()) {
            put(leaving, lineage.parents().getFirst(), operation);
        }
    }

    /** What leaves a table leaves those that this one holds rows for. */
    private void parts(int operation, ObjectName parent) {
        put(parting, parent, operation);
        columns.ancestors(parent).forEach(ancestor -> put(parting, ancestor, operation));
    }

    private void comes(int operation, Lineage lineage) {
        if (lineage.isPartition()) {
            put(coming, lineage.parents().getFirst(), operation);
        }
    }

    private static void put(Map<ObjectName, Set<Integer>> operations, ObjectName parent, int operation) {
        operations.computeIfAbsent(parent, key -> new HashSet<>()).add(operation);
    }
}
