package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs several migrations as one transaction, with their rows in the history: all of them are done, or none is. */
final class OneTransaction {
    private final Session session;
    private final List<Task> tasks;
    private final HookRuns hooks;

    OneTransaction(Session session, List<Task> tasks, HookRuns hooks) {
        this.hooks = hooks;
        this.session = session;
        this.tasks = tasks;
    }

    /** Runs them. */
    void run(Hold lock) throws SQLException {
        List<MigrationRun> runs = new ArrayList<>();
        for (Task task : tasks) {
            MigrationRun run = new MigrationRun(session, task, 0);
            requireOfTransactions(run, task);
            runs.add(run);
        }
        lock.requireHeld();
        Task[] current = {tasks.getFirst()};
        try {
            new Tries(session, current[0].id()).run(() -> session.transaction(guard -> runAll(runs, guard, current)));
        } catch (RefusedException e) {
            throw failed(report(current[0]).refused(e));
        } catch (SQLException e) {
            throw failed(report(current[0]).ended(e));
        } catch (DecantException e) {
            throw failed(report(current[0]).ended(e));
        }
    }

    private void runAll(List<MigrationRun> runs, TransactionGuard guard, Task[] current) throws SQLException {
        current[0] = tasks.getFirst();
        hooks.beginWithin(guard);
        for (int i = 0; i < runs.size(); i++) {
            Task task = tasks.get(i);
            current[0] = task;
            session.tell(new RunEvent.MigrationStarted(task.id(), task.title(), task.direction(), i + 1, tasks.size()));
            Duration duration = runs.get(i).runWithin(guard);
            session.tell(new RunEvent.MigrationFinished(task.id(), task.direction(), duration));
        }
        hooks.endWithin(guard);
    }

    private static void requireOfTransactions(MigrationRun run, Task task) {
        if (!run.isOfTransactions()) {
            throw oneByOne(task);
        }
    }

    private static DecantException oneByOne(Task task) {
        return Failure.of(
                        "DCT-533",
                        "cannot be undone as a whole: it is begun already, or a step of it runs outside of a transaction")
                .at(task.file().path())
                .next("migrate up to the one before it with --to, and run it without --all-or-nothing")
                .exception();
    }

    private FailureReport report(Task task) {
        return new FailureReport(session, task, 0, List.of());
    }

    private MigrationFailedException failed(MigrationFailedException failure) {
        session.tell(new RunEvent.MigrationFailed(failure));
        new FailureNote(session).write(failure);
        return failure;
    }
}
