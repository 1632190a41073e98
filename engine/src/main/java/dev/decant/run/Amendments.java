package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.history.ScriptEntry;
import dev.decant.history.Status;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.Repeatable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes what the history says without running anything, on the word of a person, under the runner's lock; who said so, when and why is
 * kept in the history. Every method throws {@link DecantException}: DCT-534 when the migration does not stand so that it makes sense.
 */
public final class Amendments {
    private final Access access;
    private final String reason;

    /**
     * Changes to the history of a database.
     *
     * @param source opens connections to it
     * @param settings who does it, and how long to wait for a runner
     * @param reason why
     */
    public Amendments(
            Database database, ConnectionSource source, RunSettings settings, RunListener listener, String reason) {
        this.access = new Access(database, source, settings, listener);
        this.reason = reason;
    }

    /** Takes what the folder of an applied migration says now, its way back included, for what ran. */
    public void acceptEdit(Journal journal, String id) {
        amend(journal, id, (session, standing) -> {
            require(standing, standing.state() == Standing.State.EDITED, "it was not edited after it ran");
            HistoryEntry before = standing.entry().orElseThrow();
            Migration migration = standing.migration().orElseThrow();
            HistoryEntry now = Task.entry(migration, Status.APPLIED, before.position(), before.duration(), session);
            session.history().put(session.connection(), now.asOf(before), Task.wayBack(migration, session));
            KeptClasses.keep(session, migration);
            remark(session, id, Remark.Kind.EDIT_ACCEPTED);
        });
    }

    /** Takes a migration for applied that was not run, or not to its end, because what it does is there already. */
    public void markApplied(Journal journal, String id) {
        if (isScript(id)) {
            amendScript(journal, id, (session, script) -> {
                require(id, script.script().isPresent(), "its file is gone");
                session.history().remarks().forgive(session.connection(), id);
                session.history()
                        .scripts()
                        .put(
                                session.connection(),
                                RepeatTask.entry(script.script().get(), script.checksum(), Duration.ZERO, session));
                remark(session, id, Remark.Kind.MARKED_APPLIED);
            });
            return;
        }
        amend(journal, id, (session, standing) -> {
            boolean open = standing.migration().isPresent() && standing.state() != Standing.State.APPLIED;
            require(standing, open && standing.state() != Standing.State.EDITED, "it is applied");
            long last = lastPosition(session);
            apply(session, standing, last + 1, Remark.Kind.MARKED_APPLIED);
        });
    }

    /** Forgets a migration, because what it did is not there any more, or never was. */
    public void markRolledBack(Journal journal, String id) {
        if (isScript(id)) {
            amendScript(journal, id, (session, script) -> {
                require(id, script.entry().isPresent(), "it is not in the history");
                session.history().scripts().remove(session.connection(), ScriptEntry.Kind.REPEATABLE, script.name());
                session.history().remarks().forgive(session.connection(), id);
                remark(session, id, Remark.Kind.MARKED_ROLLED_BACK);
            });
            return;
        }
        amend(journal, id, (session, standing) -> {
            require(standing, standing.entry().isPresent(), "it is not in the history");
            session.history().remove(session.connection(), id);
            session.history().remarks().forgive(session.connection(), id);
            remark(session, id, Remark.Kind.MARKED_ROLLED_BACK);
        });
    }

    /**
     * Takes migrations for applied, in a database that was there before Decant was.
     *
     * @param wanted their ids
     * @return the ids of those that were not in the history before
     */
    public List<String> baseline(Journal journal, List<String> wanted) {
        return access.inSession(session -> access.underLock(session, lock -> {
            List<String> marked = new ArrayList<>();
            session.commit(() -> {
                long position = lastPosition(session);
                for (Standing standing : Tasks.compare(journal, session).standings()) {
                    if (wanted.contains(standing.id()) && standing.entry().isEmpty()) {
                        apply(session, standing, ++position, Remark.Kind.BASELINE);
                        marked.add(standing.id());
                    }
                }
            });
            return marked;
        }));
    }

    /** Something that is done about a migration in a transaction. */
    @FunctionalInterface
    private interface Amendment {
        void apply(Session session, Standing standing) throws SQLException;
    }

    private void amend(Journal journal, String id, Amendment amendment) {
        access.inSession(session -> access.underLock(session, lock -> {
            session.commit(() -> amendment.apply(session, standing(journal, id, session)));
            return id;
        }));
    }

    private static boolean isScript(String id) {
        return id.startsWith(Repeatable.FOLDER + "/");
    }

    /** Something that is done about a repeatable script in a transaction. */
    @FunctionalInterface
    private interface ScriptAmendment {
        void apply(Session session, Repeated script) throws SQLException;
    }

    private void amendScript(Journal journal, String id, ScriptAmendment amendment) {
        access.inSession(session -> access.underLock(session, lock -> {
            session.commit(() -> amendment.apply(session, script(journal, id, session)));
            return id;
        }));
    }

    private static Repeated script(Journal journal, String id, Session session) throws SQLException {
        return Tasks.compare(journal, session).repeatables().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static Standing standing(Journal journal, String id, Session session) throws SQLException {
        return Tasks.compare(journal, session).standings().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static DecantException unknown(String id) {
        return Failure.of("DCT-527", "there is no such migration, here or in the history")
                .at(id)
                .next("see: decant status")
                .exception();
    }

    private static void require(Standing standing, boolean sensible, String what) {
        require(standing.id(), sensible, what);
    }

    private static void require(String id, boolean sensible, String what) {
        if (!sensible) {
            throw Failure.of("DCT-534", "nothing to repair in this way: " + what)
                    .at(id)
                    .next("see what stands how: decant status")
                    .exception();
        }
    }

    private static long lastPosition(Session session) throws SQLException {
        List<HistoryEntry> entries = session.history().read(session.connection());
        return entries.isEmpty() ? 0 : entries.getLast().position();
    }

    private void apply(Session session, Standing standing, long next, Remark.Kind kind) throws SQLException {
        Migration migration = standing.migration().orElseThrow();
        long position = standing.entry().map(HistoryEntry::position).orElse(next);
        session.history().marks().remove(session.connection(), standing.id());
        session.history().remarks().forgive(session.connection(), standing.id());
        HistoryEntry entry = Task.entry(migration, Status.APPLIED, position, Duration.ZERO, session);
        session.history().put(session.connection(), entry, Task.wayBack(migration, session));
        KeptClasses.keep(session, migration);
        remark(session, standing.id(), kind);
    }

    private void remark(Session session, String id, Remark.Kind kind) throws SQLException {
        Remark remark = new Remark(id, kind, session.now(), session.settings().user(), reason);
        session.history().remarks().add(session.connection(), remark);
    }
}
