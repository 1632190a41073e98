package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.TransactionGuard;
import dev.decant.failure.DecantException;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
            new Work(session, task).run();
            return new RunResult(List.of(task.id()), Duration.ofNanos(System.nanoTime() - start));
        }));
    }

    /** One plan in one session. */
    private static final class Work {
        private final Session session;
        private final Task task;
        private final StatementRun statements;
        private final List<String> kept = new ArrayList<>();

        Work(Session session, Task task) {
            this.session = session;
            this.task = task;
            this.statements = new StatementRun(session, task);
        }

        void run() {
            try {
                for (SqlStep step : task.file().steps(session.database().dialect())) {
                    session.tell(new RunEvent.StepStarted(
                            task.id(),
                            step.name(),
                            step.transactional(),
                            step.statements().size()));
                    run(step);
                    kept.add("the step " + step.name());
                }
            } catch (RefusedException e) {
                throw failed(report().refused(e));
            } catch (SQLException e) {
                throw failed(report().ended(e));
            } catch (DecantException e) {
                throw failed(report().ended(e));
            }
        }

        private void run(SqlStep step) throws SQLException {
            if (step.transactional()) {
                tries().run(() -> session.transaction(guard -> runAll(step, guard)));
                return;
            }
            for (int number = 1; number <= step.statements().size(); number++) {
                int next = number;
                tries().run(() -> statements.run(step, next));
            }
        }

        private void runAll(SqlStep step, TransactionGuard guard) throws SQLException {
            for (int number = 1; number <= step.statements().size(); number++) {
                statements.run(step, number);
                guard.afterStatement(session.connection());
            }
        }

        private Tries tries() {
            return new Tries(session, task.id());
        }

        private FailureReport report() {
            return new FailureReport(session, task, kept);
        }

        private MigrationFailedException failed(MigrationFailedException failure) {
            session.tell(new RunEvent.MigrationFailed(failure));
            return failure;
        }
    }
}
