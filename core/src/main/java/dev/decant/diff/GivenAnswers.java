package dev.decant.diff;

import dev.decant.model.Reference;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers given beforehand, as by flags; what they leave open goes to somebody else.
 *
 * @param created what is new and nothing old under another name
 * @param conversions how columns change their types
 * @param others who is asked what is left open
 */
public record GivenAnswers(
        Set<Reference> created, Map<Reference.ToColumn, ConversionAnswer> conversions, Questions others)
        implements Questions {
    /** Copies the answers. */
    public GivenAnswers {
        created = Set.copyOf(created);
        conversions = Map.copyOf(conversions);
    }

    @Override
    public Optional<RenameAnswer> answer(RenameQuestion question) {
        return created.contains(question.created()) ? Optional.of(new RenameAnswer.IsNew()) : others.answer(question);
    }

    @Override
    public Optional<ConversionAnswer> answer(ConversionQuestion question) {
        return Optional.ofNullable(conversions.get(question.column())).or(() -> others.answer(question));
    }

    @Override
    public Set<Reference> answered() {
        Set<Reference> answered = new HashSet<>(created);
        answered.addAll(conversions.keySet());
        answered.addAll(others.answered());
        return answered;
    }
}
