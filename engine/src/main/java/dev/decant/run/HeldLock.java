package dev.decant.run;

import dev.decant.database.LockHolder;
import dev.decant.database.RunnerLock;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock while it is held, on a connection of its own. Getting it is trying again and again, never waiting inside the database; the pauses
 * are uneven so that many that begin together do not stay together.
 */
final class HeldLock implements AutoCloseable {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final int ANSWER_SECONDS = 10;

    private final Access access;
    private final RunnerLock lock;
    private final Connection connection;
    private final long start = System.nanoTime();

    private HeldLock(Access access, Connection connection) {
        this.access = access;
        this.lock = access.database().lock();
        this.connection = connection;
    }

    /** One try. */
    @FunctionalInterface
    private interface Try {
        boolean succeeds() throws SQLException;
    }

    /** Who is in the way. */
    @FunctionalInterface
    private interface Holder {
        Optional<LockHolder> now() throws SQLException;
    }

    static HeldLock acquire(Access access) throws SQLException {
        HeldLock held = new HeldLock(access, access.source().open());
        try {
            held.await(() -> held.lock.tryAcquire(held.connection), () -> held.lock.holder(held.connection));
            return held;
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, held.connection);
            throw e;
        }
    }

    private static void closeAfter(Exception cause, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Makes a session the one that works, once no session of an earlier run does any more. */
    void claim(Connection work) throws SQLException {
        await(() -> lock.tryClaim(work), () -> lock.claimant(connection));
    }

    private void await(Try attempt, Holder holder) throws SQLException {
        Pauses pauses = new Pauses();
        Duration tellAfter = Duration.ZERO;
        Duration timeout = access.settings().lockTimeout();
        while (!attempt.succeeds()) {
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

    /** How long it took to get it, or has taken so far. */
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Makes sure that the session is still there, and with it the lock.
     *
     * @throws dev.decant.failure.DecantException when it is not
     */
    void requireHeld() throws SQLException {
        if (!connection.isValid(ANSWER_SECONDS)) {
            throw Failure.of("DCT-522", "the connection that holds the lock was lost, so another runner may be at work")
                    .next("see that nothing closes idle connections, and run this again")
                    .exception();
        }
    }

    /** Gives the lock back; when that fails, the end of the session does it. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            release();
        }
    }

    private void release() {
        try {
            lock.release(connection);
        } catch (SQLException e) {
            // The session is broken, so the lock is gone.
        }
    }
}
