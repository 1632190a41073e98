package dev.decant.workflow;

import dev.decant.database.LockHolder;
import dev.decant.database.RunnerLock;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code unlock}: ends a runner that hangs, when it is called by its name. */
public final class Unlock {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Target target;

    /** Unlocks a database. */
    public Unlock(Target target) {
        this.target = target;
    }

    /** Who holds the lock, who works, and who has the lease that stands for the lock behind a pooler. */
    public List<LockHolder> holders() {
        try (Connection connection = target.connect()) {
            return holders(connection);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private List<LockHolder> holders(Connection connection) throws SQLException {
        RunnerLock lock = target.database().lock();
        return Stream.of(lock.holder(connection), lock.claimant(connection), lease().holder(connection))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * Ends it; what it has begun and not concluded is undone.
     *
     * @param name the name of a holder
     * @throws DecantException DCT-536 when nobody of that name holds the lock, or the database cannot end its sessions
     */
    public void run(String name) {
        try (Connection connection = target.connect()) {
            if (!target.database().lock().evict(connection, name) && !endLease(connection, name)) {
                throw notEnded(name, holders(connection));
            }
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** A transaction that has the lease locked is waited for, since it may be over in a moment. */
    private boolean endLease(Connection connection, String name) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lease().holder(connection)
                .filter(holder -> holder.name().equals(name))
                .isPresent()) {
            if (lease().end(connection, name)) {
                return true;
            }
            if (System.nanoTime() > end) {
                throw atWork(name);
            }
            pause();
        }
        return false;
    }

    private DecantException atWork(String name) {
        return Failure.of("DCT-536", "process " + name + " has a transaction at work, which keeps its lease")
                .at(target.display())
                .next("wait until its statement is over, or end its session in the server; then unlock again")
                .exception();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("DCT-521", "interrupted while waiting for a transaction of the holder")
                    .next("nothing was ended; run this again")
                    .exception(e);
        }
    }

    private Lease lease() {
        return new Lease(target.database(), "");
    }

    private DecantException notEnded(String name, List<LockHolder> holders) {
        boolean there = holders.stream().anyMatch(holder -> holder.name().equals(name));
        String who = holders.isEmpty()
                ? "nobody holds the lock"
                : "the lock is held by " + holders.getFirst().words();
        return Failure.of("DCT-536", there ? "this database cannot end who holds its lock" : who)
                .at(target.display())
                .next(
                        there
                                ? "end process " + name + " yourself"
                                : holders.isEmpty()
                                        ? "nothing has to be ended: decant migrate"
                                        : "end that one if it hangs: decant unlock "
                                                + holders.getFirst().name())
                .exception();
    }
}
