package dev.decant.workflow;

import dev.decant.database.LockHolder;
import dev.decant.database.RunnerLock;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code unlock}: ends a runner that hangs, when it is called by its name. */
public final class Unlock {
    private final Target target;

    /** Unlocks a database. */
    public Unlock(Target target) {
        this.target = target;
    }

    /** Who holds the lock, and who works: nobody, one session, or two. */
    public List<LockHolder> holders() {
        try (Connection connection = target.connect()) {
            return holders(connection);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private List<LockHolder> holders(Connection connection) throws SQLException {
        RunnerLock lock = target.database().lock();
        return Stream.of(lock.holder(connection), lock.claimant(connection))
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
            if (!target.database().lock().evict(connection, name)) {
                throw notEnded(name, holders(connection));
            }
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private DecantException notEnded(String name, List<LockHolder> holders) {
        boolean there = holders.stream().anyMatch(holder -> holder.name().equals(name));
        String who = holders.isEmpty()
                ? "nobody holds the lock"
                : "the lock is held by " + holders.getFirst().words();
        return Failure.of("DCT-536", there ? "this database cannot end who holds its lock" : who)
                .at(target.display())
                .next(there ? "end process " + name + " yourself" : "see who holds it: decant unlock")
                .exception();
    }
}
