package dev.decant.run;

import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.StatementPatterns;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements in a row that put rows into tables and ask for nothing, so that one need not wait for the answer to the one before: what dumps are
 * made of. Sent together, they spare a way to the server and back each.
 *
 * @param statements the statements, none when the first one is of another kind
 */
record Volley(List<StepStatement> statements) {
    /** Its answers come together as well, and are held until then. */
    private static final int MOST = 2_000;

    private static final int LONGEST_STATEMENT = 8_192;
    private static final int LONGEST = 1_048_576;

    private static final StatementPatterns PLAIN_INSERTS =
            StatementPatterns.of("INSERT INTO ... VALUES").except("INSERT ... SELECT|WITH|RETURNING");

    Volley {
        statements = List.copyOf(statements);
    }

    /** The longest that begins at a statement, by its number from 1. */
    static Volley from(SqlStep step, int first, Syntax syntax) {
        List<StepStatement> found = new ArrayList<>();
        int length = 0;
        for (int number = first;
                number <= step.statements().size() && found.size() < MOST && length < LONGEST;
                number++) {
            StepStatement next = StepStatement.of(step, number);
            if (!isPlain(next.statement(), syntax)) {
                break;
            }
            found.add(next);
            length += next.text().length();
        }
        return new Volley(found);
    }

    /** What a file says about a single statement wants that to run alone. */
    private static boolean isPlain(ScriptStatement statement, Syntax syntax) {
        return statement.directives().isEmpty()
                && statement.text().length() <= LONGEST_STATEMENT
                && PLAIN_INSERTS.match(statement.text(), syntax);
    }

    /** Whether there is anything to spare. */
    boolean isWorthwhile() {
        return statements.size() > 1;
    }
}
