package dev.decant.diff;

import dev.decant.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answers that most people would give, for whoever does not want to be asked: what is new is new, columns are converted as suggested,
 * and values are given up where nothing is suggested. Each answer is noted, so that nothing is decided in silence.
 */
public final class ObviousAnswers implements Questions {
    private static final Expression NOTHING = new Expression("NULL");

    private final List<String> notes = new ArrayList<>();

    /** What was answered, a sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public Optional<RenameAnswer> answer(RenameQuestion question) {
        notes.add("%s is taken for new, not for what was %s (if it was renamed: %s)"
                .formatted(
                        ReferenceNotation.words(question.created()),
                        String.join(" or ", question.candidates()),
                        question.flags().getFirst()));
        return Optional.of(new RenameAnswer.IsNew());
    }

    @Override
    public Optional<ConversionAnswer> answer(ConversionQuestion question) {
        return Optional.of(
                question.forward().map(forward -> computed(question, forward)).orElseGet(() -> givenUp(question)));
    }

    private ConversionAnswer computed(ConversionQuestion question, Expression forward) {
        notes.add("%s becomes %s by %s (if another way is meant: --using)"
                .formatted(
                        ReferenceNotation.words(question.column()),
                        question.after().type(),
                        forward.sql()));
        return new ConversionAnswer.Computed(forward, question.backward().orElse(NOTHING));
    }

    private ConversionAnswer givenUp(ConversionQuestion question) {
        notes.add("%s is dropped and added again, since nothing makes %s of %s (to keep its values: --using)"
                .formatted(
                        ReferenceNotation.words(question.column()),
                        question.after().type(),
                        question.before().type()));
        return new ConversionAnswer.GivenUp();
    }
}
