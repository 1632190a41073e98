package dev.decant.studio.connection;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sessions of one database that are lent, given back and lent again.
 *
 * <p>One that has died meanwhile, as all do when the server is restarted, is noticed before it is lent.
 */
public final class Sessions implements AutoCloseable {
    private static final int MOST = 12;
    private static final int KEPT = 4;
    private static final int SECONDS_TO_ANSWER = 3;
    private static final int SECONDS_TO_WAIT = 20;

    private final Target target;
    private final ConnectionSource source;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Sessions(Target target, ConnectionSource source) {
        this.target = target;
        this.source = source;
    }

    /** Something done in a session. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Does something in a session that nobody else uses meanwhile; it leaves auto-commit on and no transaction open.
     *
     * @throws DecantException DCT-510 to DCT-519 with what the database refused
     */
    public <T> T with(Work<T> work) {
        try (Loan loan = borrow()) {
            return work.in(loan.connection());
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** A session, until it is given back by closing the loan. */
    Loan borrow() {
        await();
        try {
            Connection connection = alive();
            lent.add(connection);
            if (closed) {
                // Whoever closed the sessions did not see this one.
                lent.remove(connection);
                connection.close();
                throw Failure.of("DCT-521", "the studio has ended").exception();
            }
            return new Loan(this, connection);
        } catch (SQLException e) {
            free.release();
            throw target.failure(e);
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private void await() {
        try {
            if (!free.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw Failure.of("DCT-514", "the studio does too much at once in this database")
                        .next("cancel a query that runs, and try again")
                        .exception();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("DCT-521", "interrupted").exception(e);
        }
    }

    private Connection alive() throws SQLException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isValid(SECONDS_TO_ANSWER)) {
                return kept;
            }
            kept.close();
        }
        return source.open();
    }

    void giveBack(Connection connection, boolean sound) {
        lent.remove(connection);
        try {
            if (sound && !closed && idle.size() < KEPT && !connection.isClosed() && connection.getAutoCommit()) {
                idle.addFirst(connection);
                if (closed) {
                    closeIdle();
                }
            } else {
                connection.close();
            }
        } catch (SQLException broken) {
            // It is not used again.
        } finally {
            free.release();
        }
    }

    /** The database that the sessions are in. */
    public Target target() {
        return target;
    }

    @Override
    public void close() {
        closed = true;
        lent.forEach(this::end);
        closeIdle();
    }

    private void closeIdle() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            try {
                kept.close();
            } catch (SQLException broken) {
                // It is closed, then.
            }
        }
    }

    /** Ends what runs in a session, and the session. */
    private void end(Connection connection) {
        try {
            target.database().interrupt(connection);
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            // It has ended by itself.
        }
    }
}
