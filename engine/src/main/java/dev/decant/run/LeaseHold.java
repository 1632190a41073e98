package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A row with a lease, where a pooler lends a session for a transaction only. It is renewed while the run lasts. Each transaction of the work
 * locks the row and looks whose it is, so that nobody takes it over in the middle, and who lost it notices before anything is written.
 */
final class LeaseHold implements Hold {
    private static final long RENEW_SECONDS = 5;

    private final Lease lease;
    private final Connection connection;
    private final Turn turn;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("decant-lease").factory());

    private LeaseHold(Access access, Connection connection) {
        this.lease = new Lease(access.database(), access.settings().user());
        this.connection = connection;
        this.turn = new Turn(access);
    }

    static LeaseHold acquire(Access access, Connection connection) throws SQLException {
        LeaseHold held = new LeaseHold(access, connection);
        held.lease.prepare(connection);
        held.turn.await(() -> held.lease.tryAcquire(connection), () -> held.lease.holder(connection));
        var unused = held.heart.scheduleWithFixedDelay(held::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
        return held;
    }

    private synchronized void renew() {
        try {
            lease.renew(connection);
        } catch (SQLException e) {
            // The next transaction of the work finds out whether the lease is still ours.
        }
    }

    @Override
    public Duration waited() {
        return turn.waited();
    }

    /** Sessions come and go; the lease is all there is. */
    @Override
    public void claim(Connection work) {}

    @Override
    public synchronized void requireHeld() throws SQLException {
        if (!lease.renew(connection)) {
            throw lost();
        }
    }

    @Override
    public void fence(Connection work) throws SQLException {
        if (!lease.isHeldIn(work)) {
            throw lost();
        }
    }

    private static DecantException lost() {
        return Failure.of("DCT-522", "the lease of the lock was lost, so another runner may be at work")
                .next("this process stood still for too long; nothing was written since; run it again")
                .exception();
    }

    @Override
    public synchronized void close() throws SQLException {
        heart.shutdownNow();
        try (connection) {
            lease.release(connection);
        }
    }
}
