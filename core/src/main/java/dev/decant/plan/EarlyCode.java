package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.routine.Routine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of a plan whose code mentions what comes after them, because no order suits both. */
final class EarlyCode {
    private final Map<Reference, Integer> comes = new HashMap<>();
    private final Map<ObjectName, Integer> rows = new HashMap<>();
    private final ObjectUses uses;

    /** Those of operations in their order. */
    EarlyCode(List<Operation> operations, ObjectUses uses) {
        this.uses = uses;
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                note(change, i);
            }
        }
    }

    private void note(Change change, int place) {
        switch (change) {
            case CreateObject create -> create.object().provides().forEach(reference -> comes.put(reference, place));
            case CreateTable(Table table) -> {
                Uses.table(table.name()).forEach(reference -> comes.put(reference, place));
                table.columns().forEach(column -> note(table.name(), column, place));
            }
            case AddPart(ObjectName table, Column column) -> {
                note(table, column, place);
                rows.put(table, place);
            }
            case AlterPart alter -> rows.put(alter.table(), place);
            case DropPart drop -> rows.put(drop.table(), place);
            case AlterObject alter -> rows.put(alter.after().name(), place);
            default -> {}
        }
    }

    private void note(ObjectName table, Column column, int place) {
        comes.put(new Reference.ToColumn(table, column.name()), place);
    }

    /** Whether the operation at that place makes code that mentions what is made at a later one, or rows that are others by then. */
    boolean isMadeBy(Operation operation, int place) {
        return operation.changes().stream()
                .map(EarlyCode::made)
                .flatMap(Optional::stream)
                .anyMatch(object -> {
                    Set<Reference> mentioned = object.laterCode().isEmpty() ? Set.of() : uses.preferredBy(object);
                    return mentioned.stream().anyMatch(reference -> comes.getOrDefault(reference, place) > place)
                            || makesRowOfLater(object, place);
                });
    }

    private boolean makesRowOfLater(SchemaObject object, int place) {
        return object instanceof Routine routine
                && routine.row().stream().anyMatch(name -> rows.getOrDefault(name, place) > place);
    }

    private static Optional<SchemaObject> made(Change change) {
        return switch (change) {
            case CreateObject create -> Optional.of(create.object());
            case AlterObject alter -> Optional.of(alter.after());
            default -> Optional.empty();
        };
    }
}
