package dev.decant.run;

import dev.decant.database.SessionObserver;
import dev.decant.history.Direction;
import dev.decant.journal.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Something that happens while migrations run. */
public sealed interface RunEvent {
    /**
     * The maintenance window is not open yet; told every minute until it is.
     *
     * @param opening when it opens
     * @param left how long that is from now
     */
    record WindowWaiting(Instant opening, Duration left) implements RunEvent {}

    /**
     * A backup is being made before anything runs.
     *
     * @param what what is being written, in words for people
     */
    record BackupProgress(String what) implements RunEvent {}

    /**
     * Another runner is at work, or a session of one that was killed still is.
     *
     * @param holder who that is, as far as the database tells
     * @param waited how long this one has waited so far
     */
    record LockWaiting(Optional<String> holder, Duration waited) implements RunEvent {}

    /**
     * This runner may work.
     *
     * @param waited how long it had to wait
     */
    record LockAcquired(Duration waited) implements RunEvent {}

    /**
     * A migration begins, or goes on where it stopped.
     *
     * @param migration its id
     * @param title its title
     * @param direction which way
     * @param number its number in this run, from 1
     * @param total how many there are in this run
     */
    record MigrationStarted(String migration, String title, Direction direction, int number, int total)
            implements RunEvent {}

    /**
     * A step begins.
     *
     * @param migration the migration
     * @param step the step's name
     * @param transactional whether it runs in a transaction
     * @param statements how many statements it has
     */
    record StepStarted(String migration, String step, boolean transactional, int statements) implements RunEvent {}

    /**
     * A step was done in an earlier run and is passed over.
     *
     * @param migration the migration
     * @param step the step's name
     */
    record StepSkipped(String migration, String step) implements RunEvent {}

    /**
     * A statement begins.
     *
     * @param migration the migration
     * @param sql the statement; it may hold a secret, which is for the listener's print policy to judge
     * @param line the line in the file
     * @param number its number in the step, from 1
     * @param total how many there are in the step
     */
    record StatementStarted(String migration, String sql, int line, int number, int total) implements RunEvent {}

    /**
     * A statement is done.
     *
     * @param migration the migration
     * @param number its number in the step, from 1
     * @param duration how long it ran
     * @param rows how many rows it changed, where that means something
     */
    record StatementFinished(String migration, int number, Duration duration, OptionalLong rows) implements RunEvent {}

    /**
     * A statement was done in an earlier run and is passed over.
     *
     * @param migration the migration
     * @param number its number in the step, from 1
     */
    record StatementSkipped(String migration, int number) implements RunEvent {}

    /**
     * A statement runs for a while already; told again and again, from another thread than the one that runs it.
     *
     * @param migration the migration
     * @param number its number in the step, from 1
     * @param elapsed how long it has run so far
     * @param sighting who is in its way, and how far it has come
     */
    record StatementRunning(String migration, int number, Duration elapsed, SessionObserver.Sighting sighting)
            implements RunEvent {}

    /**
     * Others were in the way, so that all that the transaction did is undone, and done again after a pause.
     *
     * @param migration the migration
     * @param attempt how often it was tried so far
     * @param pause how long the pause is
     * @param blockers who was in the way, as far as somebody looked in time
     */
    record AttemptFailed(String migration, int attempt, Duration pause, List<SessionObserver.Blocker> blockers)
            implements RunEvent {
        /** Copies the list. */
        public AttemptFailed {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * What an earlier attempt left behind is cleared away, or brought to its end.
     *
     * @param migration the migration
     * @param sql the statement that does it
     */
    record LeftoverCleared(String migration, String sql) implements RunEvent {}

    /**
     * What a statement drops was kept, so that a rollback brings it back.
     *
     * @param migration the migration
     * @param what what was kept, in words
     * @param until how long it is kept
     */
    record Kept(String migration, List<String> what, Instant until) implements RunEvent {
        /** Copies the list. */
        public Kept {
            what = List.copyOf(what);
        }
    }

    /**
     * What was kept is there again.
     *
     * @param migration the migration that is taken back
     * @param what what came back, in words
     */
    record BroughtBack(String migration, List<String> what) implements RunEvent {
        /** Copies the list. */
        public BroughtBack {
            what = List.copyOf(what);
        }
    }

    /**
     * What was kept for long enough is gone.
     *
     * @param what what it was, in words
     */
    record GraveyardEmptied(List<String> what) implements RunEvent {
        /** Copies the list. */
        public GraveyardEmptied {
            what = List.copyOf(what);
        }
    }

    /**
     * The server had something to say.
     *
     * @param migration the migration
     * @param text what it said
     */
    record ServerNotice(String migration, String text) implements RunEvent {}

    /**
     * A hook of the project begins.
     *
     * @param hook which one
     * @param migration the migration or repeatable script in whose transaction it runs, if it is one around each
     */
    record HookStarted(Hook hook, Optional<String> migration) implements RunEvent {}

    /**
     * A hook of the project is done.
     *
     * @param hook which one
     * @param migration the migration or repeatable script in whose transaction it ran, if it is one around each
     * @param duration how long it took
     */
    record HookFinished(Hook hook, Optional<String> migration, Duration duration) implements RunEvent {}

    /**
     * An assertion is being asked.
     *
     * @param migration the migration
     * @param file the file that it stands in
     * @param line the line where it begins, from 1
     * @param number its number in the file, from 1, which {@link StatementRunning} names when it takes long
     * @param assertion what is asserted, in words
     */
    record AssertionStarted(String migration, String file, int line, int number, String assertion)
            implements RunEvent {}

    /**
     * An assertion around a migration was asked, and holds or does not; when it does not, the run ends.
     *
     * @param migration the migration
     * @param verdict what came of it; it may hold values of rows, which is for the listener's print policy to judge
     */
    record Asserted(String migration, Verdict verdict) implements RunEvent {}

    /**
     * A migration is done, and the history says so.
     *
     * @param migration its id
     * @param direction which way
     * @param duration how long it took
     */
    record MigrationFinished(String migration, Direction direction, Duration duration) implements RunEvent {}

    /**
     * A migration failed; the run ends with this exception.
     *
     * @param failure what happened, and what was done before
     */
    record MigrationFailed(MigrationFailedException failure) implements RunEvent {}
}
