package dev.decant.testkit;

import dev.decant.dialect.Dialect;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Questions;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody who answers the differ anything: any thing may have been any other, and every value becomes null. */
public final class AnyAnswer implements Questions {
    private final Dialect dialect;
    private final RandomGenerator random;

    /** Somebody who speaks a dialect; the same random numbers give the same answers. */
    public AnyAnswer(Dialect dialect, RandomGenerator random) {
        this.dialect = dialect;
        this.random = random;
    }

    @Override
    public Optional<RenameAnswer> answer(RenameQuestion question) {
        List<String> candidates = question.candidates();
        int choice = random.nextInt(candidates.size() + 1);
        return Optional.of(choice == 0 ? new RenameAnswer.IsNew() : new RenameAnswer.Was(candidates.get(choice - 1)));
    }

    @Override
    public Optional<ConversionAnswer> answer(ConversionQuestion question) {
        return Optional.of(new ConversionAnswer.Computed(
                nothing(question.after().type()), nothing(question.before().type())));
    }

    private Expression nothing(DataType type) {
        String name = dialect.syntax().name(type.name().schema(), type.name().local());
        return new Expression("CAST(NULL AS "
                + type.render(type.isDeclared() ? name : type.name().local()) + ")");
    }
}
