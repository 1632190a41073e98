package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What will be run to get from one schema to another, in order.
 *
 * @param changes the changes that it carries out, in an order in which they apply to the schema before
 * @param steps the steps, none when there is nothing to do
 */
public record Plan(List<Change> changes, List<Step> steps) {
    /** Copies the lists. */
    public Plan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** All statements in order. */
    public Stream<Statement> statements() {
        return steps.stream().flatMap(step -> step.statements().stream());
    }

    /** All reasons to look twice, in order. */
    public List<Hazard> hazards() {
        return statements().flatMap(statement -> statement.hazards().stream()).toList();
    }
}
