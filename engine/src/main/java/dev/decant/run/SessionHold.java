package dev.decant.run;

import dev.decant.database.RunnerLock;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The lock of a session, on a connection of its own. With it goes the claim of the session that works, which nobody else can have as long as
 * that session is there: whoever has lost the claim has lost the session, and cannot write.
 */
final class SessionHold implements Hold {
    private static final int ANSWER_SECONDS = 10;

    /** For so long an answer counts; a process that was stopped comes back later than that. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private final RunnerLock lock;
    private final Connection connection;
    private final Turn turn;
    private long answered;

    private SessionHold(Access access, Connection connection) {
        this.lock = access.database().lock();
        this.connection = connection;
        this.turn = new Turn(access);
    }

    static SessionHold acquire(Access access, Connection connection) throws SQLException {
        SessionHold held = new SessionHold(access, connection);
        held.turn.await(held::tryAcquire, () -> held.lock.holder(connection));
        return held;
    }

    private boolean tryAcquire() throws SQLException {
        answered = System.nanoTime();
        return lock.tryAcquire(connection);
    }

    @Override
    public void claim(Connection work) throws SQLException {
        turn.await(() -> lock.tryClaim(work), () -> lock.claimant(connection));
    }

    @Override
    public Duration waited() {
        return turn.waited();
    }

    @Override
    public void requireHeld() throws SQLException {
        long now = System.nanoTime();
        if (now - answered < FRESH.toNanos()) {
            return;
        }
        if (!connection.isValid(ANSWER_SECONDS)) {
            throw Failure.of("DCT-522", "the connection that holds the lock was lost, so another runner may be at work")
                    .next("see that nothing closes idle connections, and run this again")
                    .exception();
        }
        answered = now;
    }

    /** The session that works has its claim, or is no more. */
    @Override
    public void fence(Connection work) {}

    /** When giving back fails, the end of the session does it. */
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
