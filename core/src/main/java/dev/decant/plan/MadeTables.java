package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.TableTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables that are made of something else, such as a composite type, which says what columns they have: a table lets go of that before its
 * columns come, go or become others, and is made of something once they have.
 */
final class MadeTables {
    private final Dialect dialect;
    private final Map<ObjectName, List<Integer>> freed = new HashMap<>();
    private final Map<ObjectName, List<Integer>> bound = new HashMap<>();
    private final Map<ObjectName, List<Integer>> columns = new HashMap<>();

    private MadeTables(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Says which of the operations must run before which. */
    static void order(List<Operation> operations, Dialect dialect, Ordering ordering) {
        MadeTables tables = new MadeTables(dialect);
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                tables.note(i, change);
            }
        }
        tables.columns.forEach((table, all) -> all.forEach(column -> {
            tables.freed.getOrDefault(table, List.of()).forEach(first -> ordering.before(first, column));
            tables.bound.getOrDefault(table, List.of()).forEach(last -> ordering.before(column, last));
        }));
    }

    private void note(int operation, Change change) {
        switch (change) {
            case AlterTable alter -> note(operation, alter);
            case AddPart(ObjectName table, Column column) -> put(columns, table, operation);
            case DropPart(ObjectName table, Column column) -> put(columns, table, operation);
            case ConvertColumn convert -> put(columns, convert.table(), operation);
            case AlterPart(ObjectName table, Column before, Column after) -> {
                if (!before.type().equals(after.type()) || !before.collation().equals(after.collation())) {
                    put(columns, table, operation);
                }
            }
            default -> {}
        }
    }

    private void note(int operation, AlterTable alter) {
        Set<Reference> before = types(alter.before());
        Set<Reference> after = types(alter.after());
        if (after.isEmpty() && !before.isEmpty()) {
            put(freed, alter.table(), operation);
        } else if (before.isEmpty() && !after.isEmpty()) {
            put(bound, alter.table(), operation);
        }
    }

    private Set<Reference> types(TableTraits table) {
        return dialect.neededBy(table).stream()
                .filter(Reference.ToType.class::isInstance)
                .collect(Collectors.toSet());
    }

    private static void put(Map<ObjectName, List<Integer>> operations, ObjectName table, int operation) {
        operations.computeIfAbsent(table, key -> new ArrayList<>()).add(operation);
    }
}
