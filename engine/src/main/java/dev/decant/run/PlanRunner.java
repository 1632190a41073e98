package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.journal.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Runs a plan that no migration holds: each of its steps in a transaction where it can be, under the lock of the runners, and without a word
 * in the history.
 */
public final class PlanRunner {
    private final Access access;

    /** A runner for a database, as {@link Runner}. */
    public PlanRunner(Database database, ConnectionSource source, RunSettings settings, RunListener listener) {
        this.access = new Access(database, source, settings.withKeepDropped(Duration.ZERO), listener);
    }

    /** Something that must hold right before the plan runs. */
    @FunctionalInterface
    public interface Precondition {
        /** Throws when it does not hold. */
        void require(Connection connection) throws SQLException;
    }

    /**
     * Runs a plan; what it drops is not kept, since nothing takes a plan back.
     *
     * @param sql the plan as a file
     * @param precondition is asked when nobody else can run anything any more
     * @throws MigrationFailedException when a statement fails
     */
    public RunResult run(SqlFile sql, Precondition precondition) {
        long start = System.nanoTime();
        Task task = new Task.Push(sql);
        return access.inSession(session -> access.underLockAlone(session, lock -> {
            precondition.require(session.connection());
            session.requireKnown(sql);
            new PlainRun(session, task, 0).run();
            return new RunResult(List.of(task.id()), Duration.ofNanos(System.nanoTime() - start));
        }));
    }
}
