package dev.decant.journal;

import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

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
    private static final String BETWEEN = ";\n";

    /** Copies the list, unless it is one that reads a large file. */
    public SqlStep {
        statements = statements instanceof StoredStatements ? statements : List.copyOf(statements);
    }

    /** How long a statement of it may wait and run. */
    public TimeLimits limitsOf(ScriptStatement statement) {
        return StepDirectives.limits(statement.directives()).within(limits);
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
        Iterator<String> pieces = IntStream.range(0, 2 * statements.size() - 1)
                .mapToObj(place -> place % 2 == 0 ? statements.get(place / 2).text() : BETWEEN)
                .iterator();
        return Checksum.of(pieces, syntax);
    }
}
