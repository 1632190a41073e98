package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.diff.UndecidedException;
import dev.decant.model.FormerName;
import java.util.List;

/**
 * The changes that a call is to make: all of them, or what was chosen with what that needs. A choice waits only for the answers that it depends
 * on: while a question is open, what is to be done however it is answered can be chosen.
 *
 * @param dialect the dialect
 * @param answers what was decided, by which the changes are planned
 * @param formerNames what is said to be something old under another name
 * @param choice what was chosen
 */
record Wanted(Dialect dialect, Answers answers, List<FormerName> formerNames, Choice choice) {
    /**
     * Those that turn the first of two schemas into the second, or a part of the way.
     *
     * @throws UndecidedException when a question stays open that one of them depends on
     * @throws dev.decant.failure.DecantException DCT-407 when one of the chosen is not there, DCT-408 when an answer is about nothing
     */
    List<Change> changes(Pair pair) {
        AnsweredThings.require(answers, pair);
        if (choice.isAll()) {
            return all(pair);
        }
        try {
            // A choice is made among the changes of a difference, which is planned as its answers ask for.
            return choice.of(answers.planner(dialect).plan(pair.before(), all(pair)), pair.before(), dialect);
        } catch (UndecidedException open) {
            return undisputed(pair, open);
        }
    }

    private List<Change> all(Pair pair) {
        return differ().diff(pair.before(), pair.after());
    }

    private Differ differ() {
        return new Differ(dialect, formerNames, answers.questions());
    }

    private List<Change> undisputed(Pair pair, UndecidedException open) {
        Undisputed.Parts parts = new Undisputed(dialect, answers, differ()).of(pair);
        if (!choice.isAmong(parts.plan().changes())) {
            throw open;
        }
        return choice.of(parts.plan(), pair.before(), dialect);
    }
}
