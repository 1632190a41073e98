package dev.decant.journal;

import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements of a file that run together: all in one transaction, or one by one outside of any.
 *
 * @param name its name, unique in its file
 * @param transactional whether the statements share a transaction
 * @param fills whether {@code ${name}} in its statements stands for a value
 * @param limits how long its statements may wait and run, where they say nothing themselves
 * @param statements the statements, with their places in the file
 */
public record SqlStep(
        String name, boolean transactional, boolean fills, TimeLimits limits, List<ScriptStatement> statements) {
    /** Copies the list. */
    public SqlStep {
        statements = List.copyOf(statements);
    }

    /** How long a statement of it may wait and run. */
    public TimeLimits limitsOf(ScriptStatement statement) {
        return StepReader.limits(statement).within(limits);
    }

    /**
     * A statement of it as the server is to see it.
     *
     * @param file the file in which it stands
     * @throws dev.decant.failure.DecantException DCT-225 when a value is not known
     */
    public Filling filling(SqlFile file, ScriptStatement statement, Placeholders values) {
        return Filling.of(file, statement, fills, values);
    }

    /** The checksum of what it does, without the values of placeholders. */
    public String checksum(Syntax syntax) {
        String sql = statements.stream().map(ScriptStatement::text).collect(Collectors.joining(";\n"));
        return Checksum.of(sql, syntax);
    }
}
