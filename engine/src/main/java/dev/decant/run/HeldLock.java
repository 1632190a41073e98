package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.RunnerLock;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The lock while it is held, on a connection of its own. Getting it is trying again and again, never waiting inside the database; the pauses
 * are uneven so that many that begin together do not stay together.
 */
final class HeldLock implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final int ANSWER_SECONDS = 10;

    private final RunnerLock lock;
    private final Connection connection;

    private final Duration waited;

    private HeldLock(RunnerLock lock, Connection connection, Duration waited) {
        this.lock = lock;
        this.connection = connection;
        this.waited = waited;
    }

    static HeldLock acquire(RunnerLock lock, ConnectionSource source, Duration timeout, RunListener listener)
            throws SQLException {
        Connection connection = source.open();
        try {
            return new HeldLock(lock, connection, poll(lock, connection, timeout, listener));
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, connection);
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

    private static Duration poll(RunnerLock lock, Connection connection, Duration timeout, RunListener listener)
            throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        Duration tellAfter = Duration.ZERO;
        while (!lock.tryAcquire(connection)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(waited, lock.holder(connection));
            }
            if (waited.compareTo(tellAfter) >= 0) {
                listener.on(new RunEvent.LockWaiting(lock.holder(connection), waited));
                tellAfter = waited.plus(TELL_EVERY);
            }
            pause(uneven(pause), timeout.minus(waited));
            pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration uneven(Duration pause) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() * 3 / 2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void pause(Duration pause, Duration atMost) {
        try {
            Thread.sleep(shorter(pause, atMost));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("DCT-521", "interrupted while waiting for another runner")
                    .next("nothing was run; run this again")
                    .exception(e);
        }
    }

    /** How long it took to get it. */
    Duration waited() {
        return waited;
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
