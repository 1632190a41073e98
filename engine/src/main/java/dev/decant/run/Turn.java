package dev.decant.run;

import dev.decant.database.LockHolder;
import dev.decant.failure.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Waits for one's turn: trying again and again, never waiting inside the database, with pauses that are uneven. */
final class Turn {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Access access;
    private final long start = System.nanoTime();

    Turn(Access access) {
        this.access = access;
    }

    /** One try. */
    @FunctionalInterface
    interface Try {
        boolean succeeds() throws SQLException;
    }

    /** Who is in the way. */
    @FunctionalInterface
    interface Holder {
        Optional<LockHolder> now() throws SQLException;
    }

    /**
     * Tries until it succeeds.
     *
     * @throws LockTimeoutException when that takes too long
     * @throws dev.decant.failure.DecantException DCT-548 when nobody wants to wait any more
     */
    void await(Try attempt, Holder holder) throws SQLException {
        Pauses pauses = Pauses.ofAsking(access::isInterrupted);
        Duration tellAfter = Duration.ZERO;
        Duration timeout = access.settings().lockTimeout();
        while (!attempt.succeeds()) {
            requireWanted();
            Duration waited = waited();
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(waited, holder.now());
            }
            if (waited.compareTo(tellAfter) >= 0) {
                access.tell(new RunEvent.LockWaiting(holder.now().map(LockHolder::words), waited));
                tellAfter = waited.plus(TELL_EVERY);
            }
            pauses.sleep(timeout.minus(waited));
        }
    }

    private void requireWanted() {
        if (access.isInterrupted()) {
            throw Failure.of("DCT-548", "somebody interrupted the wait for another runner; nothing was begun")
                    .next("run this again")
                    .exception();
        }
    }

    /** How long it has taken so far. */
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
