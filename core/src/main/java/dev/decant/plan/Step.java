package dev.decant.plan;

import dev.decant.dialect.Statement;
import java.util.List;

/**
 * Statements that run together: all in one transaction, or one by one outside of any.
 *
 * @param name what it is called in files and in the history, unique in its plan
 * @param transactional whether the statements share a transaction
 * @param statements at least one
 */
public record Step(String name, boolean transactional, List<Statement> statements) {
    /** Copies the list. */
    public Step {
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("the step " + name + " does nothing");
        }
        if (transactional && !statements.stream().allMatch(Statement::transactional)) {
            throw new IllegalArgumentException("a statement of the step " + name + " cannot be in a transaction");
        }
    }
}
