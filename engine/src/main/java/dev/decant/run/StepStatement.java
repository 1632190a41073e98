package dev.decant.run;

import dev.decant.journal.SqlStep;
import dev.decant.sql.ScriptStatement;

/**
 * A statement in its place.
 *
 * @param number which one of its step it is, from 1
 * @param statement what it says, held, since a step may be a large file in which nobody should go back
 */
record StepStatement(SqlStep step, int number, ScriptStatement statement) {
    /** One of a step, by its number from 1. */
    static StepStatement of(SqlStep step, int number) {
        return new StepStatement(step, number, step.statements().get(number - 1));
    }

    String text() {
        return statement.text();
    }
}
