package dev.decant.diff;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;

/** Questions are open that nobody answered, so there is no right set of changes yet. */
public class UndecidedException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final List<Question> questions;

    /** Names the open questions, at least one. */
    public UndecidedException(List<Question> questions) {
        super(questions.stream().map(UndecidedException::failure).toList());
        this.questions = List.copyOf(questions);
    }

    /** The open questions. */
    public List<Question> questions() {
        return questions;
    }

    private static Failure failure(Question question) {
        return Failure.of("DCT-401", question.sentence())
                .next("say so with " + String.join("  or  ", question.flags()));
    }
}
