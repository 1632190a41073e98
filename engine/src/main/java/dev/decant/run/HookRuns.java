package dev.decant.run;

import dev.decant.database.TransactionGuard;
import dev.decant.history.Mark;
import dev.decant.journal.Hook;
import dev.decant.journal.Scripts;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs the hooks of one run, each by itself or in a transaction that is open. That the hook at the end is still to be run is noted in the history
 * before anything else runs, so that a run which is killed in between leaves it to the next one.
 *
 * @param scripts where the hooks are
 * @param first the hook at the beginning
 * @param last the hook at the end
 */
record HookRuns(Session session, Scripts scripts, Hook first, Hook last) {
    /** Those of a run upwards. */
    static HookRuns ofMigrate(Session session, Scripts scripts) {
        return new HookRuns(session, scripts, Hook.BEFORE_MIGRATE, Hook.AFTER_MIGRATE);
    }

    /** Those of a run downwards. */
    static HookRuns ofRollback(Session session, Scripts scripts) {
        return new HookRuns(session, scripts, Hook.BEFORE_ROLLBACK, Hook.AFTER_ROLLBACK);
    }

    /** Whether an earlier run did not come to its last hook. */
    boolean isOwed() throws SQLException {
        return scripts.hook(last).isPresent()
                && session.history().isNoted(session.connection(), HookTask.id(last), HookTask.direction(last));
    }

    /**
     * Before anything else.
     *
     * @param behind how much is to run behind it
     */
    void begin(int behind) throws SQLException {
        run(first, behind);
        if (scripts.hook(last).isPresent()) {
            Mark mark = new Mark(last.word(), 0, "", Mark.State.STARTED);
            session.commit(() -> session.history()
                    .marks()
                    .put(session.connection(), HookTask.id(last), HookTask.direction(last), mark, session.now()));
        }
    }

    /** When all is done. */
    void end() throws SQLException {
        run(last, 0);
        if (scripts.hook(last).isPresent()) {
            session.commit(this::settle);
        }
    }

    /** When there was nothing to do but the last hook of an earlier run. */
    void endIfOwed() throws SQLException {
        if (isOwed()) {
            end();
        }
    }

    /** From now on nothing is owed. */
    private void settle() throws SQLException {
        if (scripts.hook(last).isPresent()) {
            session.history().marks().remove(session.connection(), HookTask.id(last));
        }
    }

    /** When something failed; that this fails as well hides nothing. */
    void afterFailure(MigrationFailedException failure) {
        if (session.isAlive()) {
            try {
                run(Hook.AFTER_FAILURE, 0);
            } catch (MigrationFailedException | SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void run(Hook hook, int behind) throws SQLException {
        Optional<SqlFile> file = scripts.hook(hook);
        if (file.isPresent()) {
            long start = System.nanoTime();
            HookTask task = new HookTask(hook, file.get());
            session.tell(new RunEvent.HookStarted(hook, Optional.empty()));
            new PlainRun(session, task, behind).run();
            Duration elapsed = elapsed(start);
            session.commit(() -> task.note(session, elapsed));
            session.tell(new RunEvent.HookFinished(hook, Optional.empty(), elapsed));
        }
    }

    /** Runs a hook in the transaction that is open. */
    static void within(
            Session session, Hook hook, Optional<SqlFile> file, Optional<String> migration, TransactionGuard guard)
            throws SQLException {
        if (file.isPresent()) {
            long start = System.nanoTime();
            HookTask task = new HookTask(hook, file.get());
            session.tell(new RunEvent.HookStarted(hook, migration));
            Optional<SqlStep> step = file.get().step(session.database().dialect());
            if (step.isPresent()) {
                new InsideStep(new StatementRun(session, task), step.get()).run(guard);
            }
            Duration elapsed = elapsed(start);
            task.note(session, elapsed);
            session.tell(new RunEvent.HookFinished(hook, migration, elapsed));
        }
    }

    /** Before anything else in the one transaction of all migrations. */
    void beginWithin(TransactionGuard guard) throws SQLException {
        within(session, first, scripts.hook(first), Optional.empty(), guard);
    }

    /** When all is done in that transaction. */
    void endWithin(TransactionGuard guard) throws SQLException {
        within(session, last, scripts.hook(last), Optional.empty(), guard);
        settle();
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
