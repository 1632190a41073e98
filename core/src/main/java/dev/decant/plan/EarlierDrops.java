package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.DropObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that go before something that they read is called otherwise, although the changes had it after that: they are told of as they are by
 * then, so that the changes fit each other in their new order, and backwards.
 */
final class EarlierDrops {
    private EarlierDrops() {}

    /**
     * The operations with such drops.
     *
     * @param before the schema before all of them
     */
    static List<Operation> told(List<Operation> operations, Schema before, Dialect dialect) {
        if (operations.stream()
                .flatMap(operation -> operation.changes().stream())
                .noneMatch(EarlierDrops::isRename)) {
            return operations;
        }
        SchemaBuilder state = before.toBuilder();
        List<Operation> told = new ArrayList<>();
        for (Operation operation : operations) {
            List<Change> changes = new ArrayList<>();
            for (Change change : operation.changes()) {
                changes.add(told(change, state));
                change.applyTo(state, dialect.syntax());
            }
            told.add(changes.equals(operation.changes()) ? operation : new Operation(changes));
        }
        return told;
    }

    private static boolean isRename(Change change) {
        return change instanceof RenameTable || change instanceof RenamePart;
    }

    private static Change told(Change change, SchemaBuilder state) {
        return change instanceof DropObject(SchemaObject object)
                ? state.view().object(object.key()).<Change>map(DropObject::new).orElse(change)
                : change;
    }
}
