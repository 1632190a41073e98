package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;

/** An assertion around a migration that does not hold. Its message holds no values of rows. */
public class AssertionFailedException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    AssertionFailedException(Verdict verdict) {
        super(
                List.of(Failure.of(
                                "DCT-538",
                                "an assertion does not hold: " + verdict.assertion() + " (" + verdict.said() + ")")
                        .at(verdict.place())),
                null);
        this.verdict = verdict;
    }

    /** What was found. */
    public Verdict verdict() {
        return verdict;
    }
}
