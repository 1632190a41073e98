package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.Graveyard;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.journal.Journal;
import dev.decant.journal.Scripts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs migrations in a database, the only one that does. One runner works at a time; each reads the history again once it is its turn. What
 * every method throws is a {@link DecantException}.
 */
public final class Runner {
    private final Access access;
    private final Scripts scripts;

    /**
     * A runner for a database.
     *
     * @param database its dialect
     * @param source opens connections to it: one for the work, one for the lock, and one to look at what takes long
     * @param settings how to work
     * @param listener who is told what happens
     */
    public Runner(Database database, ConnectionSource source, RunSettings settings, RunListener listener) {
        this(new Access(database, source, settings, listener), Scripts.NONE);
    }

    private Runner(Access access, Scripts scripts) {
        this.access = access;
        this.scripts = scripts;
    }

    /** The same runner with hooks around what it takes back; around what it runs, those of the journal are. */
    public Runner hookedBack(Scripts hooks) {
        return new Runner(access, hooks);
    }

    /** How the migrations of a journal stand in the database; reads and nothing else. */
    public Comparison compare(Journal journal) {
        return access.inSession(session -> Tasks.compare(journal, session));
    }

    /** What the history says, in the order in which it ran; reads and nothing else. */
    public List<HistoryEntry> history() {
        return access.inSession(session -> access.history().read(session.connection()));
    }

    /** What happened to migrations beside running, oldest first; reads and nothing else. */
    public List<Remark> remarks() {
        return access.inSession(session -> access.history().remarks(session.connection()));
    }

    /** What earlier runs dropped and is still kept, in the order in which it goes; reads and nothing else. */
    public List<Graveyard.Kept> kept() {
        return access.inSession(session -> access.database().graveyard().kept(session.connection()));
    }

    /**
     * What there is to do beside migrations and scripts that have not run.
     *
     * @param comparison how these stand
     * @param hookOwed whether an earlier run was ended before its last hook, which the next one makes up for
     * @param graveyardDue whether something is kept whose time is over
     */
    public record Outlook(Comparison comparison, boolean hookOwed, boolean graveyardDue) {}

    /** What there is to do in the database; reads and nothing else. */
    public Outlook look(Journal journal) {
        requireGraveyard();
        return access.inSession(session -> new Outlook(
                Tasks.compare(journal, session),
                HookRuns.ofMigrate(session, journal.scripts()).isOwed(),
                access.database().graveyard().isDue(session.connection(), session.now())));
    }

    /**
     * Runs all migrations that have not run.
     *
     * @throws MigrationFailedException when one fails; those before it are done
     * @throws LockTimeoutException when another runner takes too long
     * @throws OutOfOrderException when one is earlier than what ran
     */
    public RunResult migrate(Journal journal) {
        return migrate(journal, Selection.ALL);
    }

    /** Runs a migration and all that it rests on, as far as they have not run. */
    public RunResult migrateTo(Journal journal, String id) {
        return migrate(journal, Selection.ALL.upTo(id));
    }

    /** Runs some of the migrations that have not run. */
    public RunResult migrate(Journal journal, Selection selection) {
        requireGraveyard();
        return access.inSession(session -> {
            Tasks tasks = new Tasks(session);
            HookRuns hooks = HookRuns.ofMigrate(session, journal.scripts());
            RunResult result = new TaskRun(access, session, hooks, selection.allOrNothing())
                    .run(() -> tasks.ups(journal, selection));
            emptyGraveyard(session);
            return result;
        });
    }

    /** Takes back what ran last, so many migrations of it, or all there are. */
    public RunResult rollback(int count) {
        return rollback(RollbackChoice.last(count));
    }

    /**
     * Takes back everything that ran after a migration.
     *
     * @throws DecantException DCT-527 when it is not in the history
     */
    public RunResult rollbackTo(String id) {
        return rollback(RollbackChoice.after(id, historyPlace()));
    }

    /** Takes back everything that was finished after a moment, and what ran behind it, whatever the clock said then. */
    public RunResult rollbackTo(Instant moment) {
        return rollback(RollbackChoice.since(moment));
    }

    /**
     * Takes back these migrations, in this order.
     *
     * @param ids the last that ran, the very last first, as somebody has looked at them
     * @throws DecantException DCT-547 when they are no longer the last
     */
    public RunResult rollback(List<String> ids) {
        return rollback(RollbackChoice.exactly(ids, historyPlace()));
    }

    private String historyPlace() {
        return access.database().historyTable().name().toString();
    }

    private RunResult rollback(RollbackChoice choice) {
        return access.inSession(session -> {
            Tasks tasks = new Tasks(session);
            return new TaskRun(access, session, HookRuns.ofRollback(session, scripts), false)
                    .run(() -> tasks.downs(choice));
        });
    }

    private void requireGraveyard() {
        if (!access.settings().keepDropped().isZero()
                && access.database().graveyard().equals(Graveyard.NONE)) {
            throw Failure.of("DCT-546", "this Decant keeps nothing of what is dropped in a database of this kind")
                    .next("remove keep-dropped, or let it go for this run: DECANT_KEEP_DROPPED=none")
                    .exception();
        }
    }

    /** Removes what was kept for long enough. */
    private void emptyGraveyard(Session session) throws SQLException {
        Graveyard graveyard = access.database().graveyard();
        if (graveyard.isDue(session.connection(), session.now())) {
            List<String> gone = access.underLockAlone(session, lock -> {
                List<String> what = new ArrayList<>();
                session.commit(() -> what.addAll(graveyard.empty(session.connection(), session.now())));
                return what;
            });
            if (!gone.isEmpty()) {
                access.tell(new RunEvent.GraveyardEmptied(gone));
            }
        }
    }
}
