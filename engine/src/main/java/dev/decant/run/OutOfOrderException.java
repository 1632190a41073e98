package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;

/** Migrations that are earlier than what ran wait, and nobody has said that they may run now. */
public class OutOfOrderException extends DecantException {
    private static final long serialVersionUID = 1L;

    OutOfOrderException(List<Failure> failures) {
        super(failures);
    }
}
