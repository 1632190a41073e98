package dev.decant.run;

import dev.decant.database.LockHolder;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** Another runner worked on the database for longer than this one was willing to wait. */
public class LockTimeoutException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    LockTimeoutException(Duration waited, Optional<LockHolder> holder) {
        super(Failure.of(
                        "DCT-520",
                        "another runner holds the lock"
                                + holder.map(who -> " (" + who.words() + ")").orElse("") + "; waited "
                                + waited.toSeconds() + " s")
                .next("wait until it is done, with --wait for longer; if it hangs, end it with: decant unlock"
                        + holder.map(who -> " " + who.name()).orElse("")));
        this.holder = holder.map(LockHolder::words).orElse("");
    }

    /** Who holds the lock, as far as the database told. */
    public Optional<String> holder() {
        return Optional.of(holder).filter(who -> !who.isEmpty());
    }
}
