package dev.decant.workflow;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;

/** A person has to decide something that nobody decided with the call; the failure's advice names the option that does. */
public class DecisionNeededException extends DecantException {
    private static final long serialVersionUID = 1L;

    /** The decision that is needed. */
    public DecisionNeededException(Failure failure) {
        super(failure);
    }
}
