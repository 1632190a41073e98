package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** Another runner worked on the database for longer than this one was willing to wait. */
public class LockTimeoutException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    LockTimeoutException(Duration waited, Optional<String> holder) {
        super(Failure.of(
                        "DCT-520",
                        "another runner holds the lock"
                                + holder.map(who -> " (" + who + ")").orElse("") + "; waited " + waited.toSeconds()
                                + " s")
                .next("wait until it is done, or end it, and run this again"));
        this.holder = holder.orElse("");
    }

    /** Who holds the lock, as far as the database told. */
    public Optional<String> holder() {
        return Optional.of(holder).filter(who -> !who.isEmpty());
    }
}
