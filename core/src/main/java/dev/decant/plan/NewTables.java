package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.ownership.Ownership;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that a plan has made so far. They have no rows, and nobody uses them yet: whatever lock a statement takes on them, and
 * whatever it reads or writes again, there is nothing in it for a reviewer.
 */
final class NewTables {
    static final String EXPLANATION = "part of a new table; nobody waits";

    private final Set<ObjectName> tables = new HashSet<>();

    /** The statements of an operation, without warnings where it does nothing but complete tables of the same plan. */
    List<Statement> calmed(Operation operation, List<Statement> statements) {
        return operation.changes().stream().allMatch(this::completes)
                ? statements.stream().map(NewTables::calm).toList()
                : statements;
    }

    /** Whether an operation does nothing but complete tables of the same plan, or has nothing to do with tables. */
    boolean concerns(Operation operation) {
        return operation.changes().stream().allMatch(this::isOfNew);
    }

    private boolean isOfNew(Change change) {
        return switch (change) {
            case AlterTable alter -> tables.contains(alter.table());
            case AddPart(ObjectName table, var part) -> tables.contains(table);
            case DropPart(ObjectName table, var part) -> tables.contains(table);
            case AlterPart(ObjectName table, var before, var after) -> tables.contains(table);
            case ConvertColumn convert -> tables.contains(convert.table());
            default -> true;
        };
    }

    void note(Change change) {
        if (change instanceof CreateTable create) {
            tables.add(create.table().name());
        }
    }

    private boolean completes(Change change) {
        return change instanceof CreateObject(Ownership ownership) && tables.contains(ownership.name())
                || change instanceof AddPart(ObjectName table, var part)
                        && tables.contains(table)
                        && !(part instanceof Constraint.ForeignKey key && !tables.contains(key.target()));
    }

    private static Statement calm(Statement statement) {
        return new Statement(statement.sql(), statement.serves(), EXPLANATION, List.of(), statement.setting());
    }
}
