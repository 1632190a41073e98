package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.DataCheck;
import java.util.Optional;

/**
 * What a database answers to a question about its rows.
 *
 * @param change the change that the question is about
 * @param check the question
 * @param count how many rows there are of what was asked about; none where the query itself failed
 * @param problem what the database says of a value for which the query fails, as that of a conversion is meant to
 */
public record DataAnswer(Change change, DataCheck check, long count, Optional<String> problem) {
    /** Whether somebody should know. */
    public boolean matters() {
        return problem.isPresent() || check.kind() != DataCheck.Kind.CONVERSION && count > 0;
    }

    /** The answer in words: {@code 17 rows of public.users have no value in email}. */
    public String sentence() {
        if (check.kind() == DataCheck.Kind.CONVERSION) {
            return problem.map(text -> check.subject() + " (" + text + ")")
                    .orElseGet(() -> "in no row it is so that " + check.subject());
        }
        return count + " " + check.subject();
    }
}
