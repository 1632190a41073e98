package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.dialect.Ability;
import dev.decant.failure.Counted;
import dev.decant.failure.DecantException;
import dev.decant.history.Mark;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one migration: as a whole in one transaction with its history where that is possible, else step by step, each with a note of what is
 * done in its own transaction.
 */
final class MigrationRun {
    private final Session session;
    private final Task task;
    private final int behind;
    private final List<SqlStep> steps;
    private final Progress progress;
    private final StatementRun statements;
    private final List<String> kept = new ArrayList<>();
    private final long start = System.nanoTime();
    private boolean finished;

    /**
     * Runs a migration.
     *
     * @param behind how many others are to run behind it
     */
    MigrationRun(Session session, Task task, int behind) throws SQLException {
        this.session = session;
        this.task = task;
        this.behind = behind;
        this.steps = task.file().steps(session.database().dialect());
        List<Mark> marks = task.isBegun()
                ? session.history().marks().read(session.connection(), task.id(), task.direction())
                : List.of();
        this.progress = new Progress(
                marks, steps, task.file(), session.database().dialect().syntax());
        this.statements = new StatementRun(session, task);
    }

    /** Runs it; tells how long that took. */
    Duration run() {
        return reporting(() -> {
            if (isOneTransaction()) {
                new Tries(session, task.id()).run(() -> session.transaction(this::runWhole));
            } else {
                runParts();
            }
        });
    }

    /** Runs it inside of a transaction that others share; tells how long that took. */
    Duration runWithin(TransactionGuard guard) throws SQLException {
        runWhole(guard);
        return elapsed();
    }

    private void runWhole(TransactionGuard guard) throws SQLException {
        task.frame().open(session, task, task.isBegun(), guard);
        for (SqlStep step : steps) {
            runStatements(step, guard);
        }
        task.frame().close(session, task, guard);
        task.finish(session, elapsed(), !task.isBegun());
    }

    private Duration reporting(Session.Work work) {
        try {
            work.run();
            return elapsed();
        } catch (RefusedException e) {
            throw failed(report().refused(e));
        } catch (SQLException e) {
            throw failed(report().ended(e));
        } catch (DecantException e) {
            throw failed(report().ended(e));
        }
    }

    private boolean isOneTransaction() {
        return steps.size() <= 1 && isOfTransactions();
    }

    /** Whether it can be undone as a whole as long as it is not finished. */
    boolean isOfTransactions() {
        return canUndo() && !progress.isBegun() && steps.stream().allMatch(SqlStep::transactional);
    }

    private boolean canUndo() {
        return session.database().dialect().can(Ability.UNDO_DDL);
    }

    private void runParts() throws SQLException {
        new Tries(session, task.id()).run(() -> session.commit(this::begin));
        for (SqlStep step : steps) {
            if (progress.isDone(step)) {
                session.tell(new RunEvent.StepSkipped(task.id(), step.name()));
            } else if (step.transactional() && canUndo()) {
                new Tries(session, task.id())
                        .run(() -> session.transaction(guard -> {
                            runStatements(step, guard);
                            conclude(step);
                        }));
            } else {
                runOutside(step);
            }
            kept.add("the step " + step.name());
        }
        if (!finished) {
            session.commit(this::finish);
        }
    }

    private void begin() throws SQLException {
        task.frame().open(session, task, task.isBegun(), TransactionGuard.NONE);
        task.begin(session);
    }

    private void runStatements(SqlStep step, TransactionGuard guard) throws SQLException {
        tellOf(step, true);
        new InsideStep(statements, step).run(guard);
    }

    private void runOutside(SqlStep step) throws SQLException {
        tellOf(step, false);
        OutsideStep outside = new OutsideStep(session, task, step, progress);
        try {
            outside.run();
            session.commit(() -> conclude(step));
        } catch (SQLException | DecantException e) {
            if (outside.done() > 0) {
                kept.add("the first " + outside.done() + " of "
                        + Counted.of(step.statements().size(), "statement") + " of the step " + step.name());
            }
            throw e;
        }
    }

    private void tellOf(SqlStep step, boolean transactional) {
        session.tell(new RunEvent.StepStarted(
                task.id(), step.name(), transactional, step.statements().size()));
    }

    /** Notes that a step is done; with the last, the migration is. */
    private void conclude(SqlStep step) throws SQLException {
        if (step.equals(steps.getLast())) {
            finish();
        } else {
            String checksum = step.checksum(session.database().dialect().syntax());
            Mark mark = new Mark(step.name(), 0, checksum, Mark.State.DONE);
            session.history().marks().put(session.connection(), task.id(), task.direction(), mark, session.now());
        }
    }

    private void finish() throws SQLException {
        task.frame().close(session, task, TransactionGuard.NONE);
        task.finish(session, elapsed(), false);
        finished = true;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private FailureReport report() {
        return new FailureReport(session, task, behind, kept);
    }

    private MigrationFailedException failed(MigrationFailedException failure) {
        session.tell(new RunEvent.MigrationFailed(failure));
        return failure;
    }
}
