package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.Dialect;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.Expression;
import dev.decant.plan.Needs;
import dev.decant.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changes that are to be made however the questions are answered that stay open: the comparison is made with each kind of answer, and what
 * is the same in all of them, and needs nothing else, is undisputed.
 *
 * @param dialect the dialect
 * @param answers what was decided, by which the changes are planned
 * @param differ what compares, and asks whom the answers name
 */
record Undisputed(Dialect dialect, Answers answers, Differ differ) {
    /**
     * What is undisputed, and the rest.
     *
     * @param plan what is undisputed
     * @param waiting what would be made besides, if everything that is asked about were new or given up
     */
    record Parts(Plan plan, List<Change> waiting) {}

    Parts of(Pair pair) {
        OneWay allNew = new OneWay(answers.questions(), -1);
        Plan plan = planned(pair, allNew);
        List<String> names = Choice.names(plan.changes());
        Set<String> common = new HashSet<>(names);
        for (int candidate = 0; candidate < allNew.candidates; candidate++) {
            common.retainAll(Choice.names(
                    planned(pair, new OneWay(answers.questions(), candidate)).changes()));
        }
        List<Change> disputed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!common.contains(names.get(i))) {
                disputed.add(plan.changes().get(i));
            }
        }
        List<Change> rest = Needs.of(plan.changes(), pair.before(), dialect).without(disputed);
        Set<Change> sure = Collections.newSetFromMap(new IdentityHashMap<>());
        sure.addAll(rest);
        List<Change> waiting =
                plan.changes().stream().filter(change -> !sure.contains(change)).toList();
        return new Parts(answers.planner(dialect).keeping(pair.kept()).plan(pair.before(), rest), waiting);
    }

    private Plan planned(Pair pair, Questions questions) {
        List<Change> changes = differ.asking(questions).diff(pair.before(), pair.after());
        return answers.planner(dialect).keeping(pair.kept()).plan(pair.before(), answers.without(changes));
    }

    /** Answers all open questions in one way: with one of the candidates, or with none. */
    private static final class OneWay implements Questions {
        private static final Expression NOTHING = new Expression("NULL");

        private final Questions answered;
        private final int candidate;
        private int candidates;

        OneWay(Questions answered, int candidate) {
            this.answered = answered;
            this.candidate = candidate;
        }

        @Override
        public Optional<RenameAnswer> answer(RenameQuestion question) {
            return answered.answer(question).or(() -> Optional.of(one(question)));
        }

        private RenameAnswer one(RenameQuestion question) {
            List<String> known = question.candidates();
            candidates = Math.max(candidates, known.size());
            return candidate < 0
                    ? new RenameAnswer.IsNew()
                    : new RenameAnswer.Was(known.get(Math.min(candidate, known.size() - 1)));
        }

        @Override
        public Optional<ConversionAnswer> answer(ConversionQuestion question) {
            return answered.answer(question).or(() -> Optional.of(one(question)));
        }

        private ConversionAnswer one(ConversionQuestion question) {
            candidates = Math.max(candidates, 1);
            return candidate < 0
                    ? new ConversionAnswer.GivenUp()
                    : new ConversionAnswer.Computed(
                            question.forward().orElse(NOTHING),
                            question.backward().orElse(NOTHING));
        }
    }
}
