package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.DataCheck;

/**
 * What a database answers to a question about its rows.
 *
 * @param change the change that the question is about
 * @param check the question
 * @param outcome the answer
 */
public record DataAnswer(Change change, DataCheck check, Outcome outcome) {
    /** What came of a question. */
    public sealed interface Outcome {
        /** There are so many rows of what was asked about. */
        record Counted(long rows) implements Outcome {}

        /**
         * There is a value for which the query fails, as that of a conversion is meant to.
         *
         * @param said what the database says of it
         */
        record Refused(String said) implements Outcome {}

        /** The table was locked, or counting took too long, so that nobody knows. */
        record Open() implements Outcome {}
    }

    /** Whether somebody should know: something is lost, or does not fit. */
    public boolean matters() {
        return switch (outcome) {
            case Outcome.Counted(long rows) -> rows > 0 && check.kind() != DataCheck.Kind.CONVERSION;
            case Outcome.Refused refused -> true;
            case Outcome.Open open -> false;
        };
    }

    /** How many rows there are of what was asked about; none where that is not counted. */
    public long count() {
        return outcome instanceof Outcome.Counted(long rows) && check.kind() != DataCheck.Kind.CONVERSION ? rows : 0;
    }

    /** The answer in words: {@code 17 rows of public.users have no value in email}. */
    public String sentence() {
        return switch (outcome) {
            case Outcome.Counted counted
            when check.kind() == DataCheck.Kind.CONVERSION ->
                "in no row it is so that " + check.subject().one();
            case Outcome.Counted(long rows) -> check.subject().behind(rows);
            case Outcome.Refused(String said) -> check.subject().one() + " (" + said + ")";
            case Outcome.Open open ->
                "it is not known how many " + check.subject().many();
        };
    }
}
