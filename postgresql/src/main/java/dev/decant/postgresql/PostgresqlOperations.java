package dev.decant.postgresql;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what cannot be done change by change: a table that gets other parents changes as a whole. */
final class PostgresqlOperations {
    private PostgresqlOperations() {}

    static List<Operation> of(List<Change> changes) {
        Map<ObjectName, List<Change>> descents = new LinkedHashMap<>();
        changes.forEach(change -> descent(change).ifPresent(table -> descents.put(table, new ArrayList<>())));
        if (descents.isEmpty()) {
            return changes.stream().map(Operation::of).toList();
        }
        List<Operation> operations = new ArrayList<>();
        for (Change change : changes) {
            Optional<List<Change>> joined = joined(change).flatMap(table -> Optional.ofNullable(descents.get(table)));
            joined.ifPresentOrElse(all -> all.add(change), () -> operations.add(Operation.of(change)));
        }
        descents.values().forEach(all -> operations.add(new Operation(all)));
        return operations;
    }

    /** The table that gets other parents by the change. */
    static Optional<ObjectName> descent(Change change) {
        return change instanceof AlterTable alter
                        && PostgresqlDescents.changes(
                                alter.before().lineage(), alter.after().lineage())
                ? Optional.of(alter.table())
                : Optional.empty();
    }

    /** The table that the change is about, if it is one of those that are made together; foreign keys have an order of their own. */
    private static Optional<ObjectName> joined(Change change) {
        return switch (change) {
            case AlterTable alter -> Optional.of(alter.table());
            case AddPart(ObjectName table, var part) when !(part instanceof Constraint.ForeignKey) ->
                Optional.of(table);
            case DropPart(ObjectName table, var part) -> Optional.of(table);
            case AlterPart alter -> Optional.of(alter.table());
            default -> Optional.empty();
        };
    }
}
