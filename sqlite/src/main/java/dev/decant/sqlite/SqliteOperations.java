package dev.decant.sqlite;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Operation;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins the changes of a table into one rebuild when any of them needs one.
 *
 * <p>Changes of a table that is created, dropped or renamed on the way are joined before and after that, not across it.
 */
final class SqliteOperations {
    private final Map<ObjectName, TableChanges> open = new TreeMap<>();
    private final Map<Integer, Operation> operations = new TreeMap<>();

    private SqliteOperations() {}

    /** The operations, in an order in which they apply to the state before. */
    static List<Operation> join(List<Change> changes, SchemaView before) {
        SqliteOperations joining = new SqliteOperations();
        SchemaBuilder state = before.toBuilder();
        for (int place = 0; place < changes.size(); place++) {
            joining.take(place, changes.get(place), state.view());
            changes.get(place).applyTo(state, Syntax.SQLITE);
        }
        joining.open.values().forEach(joining::close);
        return new ArrayList<>(joining.operations.values());
    }

    private void take(int place, Change change, SchemaView state) {
        Optional<ObjectName> table = table(change);
        if (table.isPresent()) {
            boolean rebuilds = new SqliteAlterations(state).inPlace(change).isEmpty();
            open.computeIfAbsent(table.get(), name -> new TableChanges()).add(place, change, rebuilds);
            if (change instanceof RenamePart rename && rename.kind() == PartKind.COLUMN) {
                open.forEach((name, others) -> {
                    if (!name.equals(rename.table())) {
                        others.noteRename(place, rename);
                    }
                });
            }
            return;
        }
        touched(change).forEach(name -> Optional.ofNullable(open.remove(name)).ifPresent(this::close));
        operations.put(place, Operation.of(change));
    }

    private void close(TableChanges changes) {
        operations.putAll(changes.operations());
    }

    /** The table whose parts a change is about. */
    private static Optional<ObjectName> table(Change change) {
        return switch (change) {
            case AddPart add -> Optional.of(add.table());
            case DropPart drop -> Optional.of(drop.table());
            case AlterPart alter -> Optional.of(alter.table());
            case RenamePart rename -> Optional.of(rename.table());
            case ConvertColumn convert -> Optional.of(convert.table());
            case AlterTable alter -> Optional.of(alter.table());
            default -> Optional.empty();
        };
    }

    private static List<ObjectName> touched(Change change) {
        return switch (change) {
            case CreateTable create -> List.of(create.table().name());
            case DropTable drop -> List.of(drop.table().name());
            case RenameTable rename -> List.of(rename.before(), rename.after());
            default -> List.of();
        };
    }
}
