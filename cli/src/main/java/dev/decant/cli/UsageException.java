package dev.decant.cli;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;

/** An option with a value that makes no sense. */
final class UsageException extends DecantException {
    private static final long serialVersionUID = 1L;

    UsageException(Failure failure) {
        super(failure);
    }
}
