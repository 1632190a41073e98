package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import java.util.ArrayList;
import java.util.List;

/** Turns changes into a plan: taken apart, ordered by what rests on what, written in the dialect's SQL, joined into steps. */
public final class Planner {
    private final Dialect dialect;

    /** Makes a planner for a dialect. */
    public Planner(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The plan that makes the changes.
     *
     * @param before the schema that it starts from, in canonical form
     * @param changes changes in an order in which they apply to it
     */
    public Plan plan(Schema before, List<Change> changes) {
        List<Change> parts = new Expansion(dialect).expand(changes, before);
        List<Operation> operations = new Sorter(dialect).sort(dialect.operations(parts, before), before, Changes.apply(parts, before, dialect.syntax()));
        SchemaBuilder state = before.toBuilder();
        NewTables newTables = new NewTables();
        List<Statement> statements = new ArrayList<>();
        for (Operation operation : operations) {
            for (Statement statement : newTables.calmed(operation, dialect.render(operation, state.view()))) {
                statements.add(statement.serving(operation.changes()));
            }
            operation.changes().forEach(change -> change.applyTo(state, dialect.syntax()));
            operation.changes().forEach(newTables::note);
        }
        List<Change> ordered = operations.stream()
                .flatMap(operation -> operation.changes().stream())
                .toList();
        return new Plan(ordered, Steps.of(statements));
    }
}
