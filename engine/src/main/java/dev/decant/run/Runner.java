package dev.decant.run;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.Refusal;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.history.Direction;
import dev.decant.history.History;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Status;
import dev.decant.history.WayBack;
import dev.decant.journal.Checksum;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs migrations in a database, the only one that does. One runner works at a time; each reads the history again once it is its turn. What
 * every method throws is a {@link DecantException}.
 */
public final class Runner {
    private final Database database;
    private final ConnectionSource source;
    private final RunSettings settings;
    private final RunListener listener;
    private final History history;

    /**
     * A runner for a database.
     *
     * @param database its dialect
     * @param source opens connections to it: one for the work and one for the lock
     * @param settings how to work
     * @param listener who is told what happens
     */
    public Runner(Database database, ConnectionSource source, RunSettings settings, RunListener listener) {
        this.database = database;
        this.source = source;
        this.settings = settings;
        this.listener = listener;
        this.history = new History(database);
    }

    /** How the migrations of a journal stand in the database; reads and nothing else. */
    public Comparison compare(Journal journal) {
        return inSession(session -> compare(journal, session));
    }

    /**
     * Runs all migrations that have not run.
     *
     * @throws MigrationFailedException when one fails; those before it are done
     * @throws LockTimeoutException when another runner takes too long
     */
    public RunResult migrate(Journal journal) {
        return migrate(journal, journal.migrations());
    }

    /** Runs a migration and all that it rests on, as far as they have not run. */
    public RunResult migrateTo(Journal journal, String id) {
        return migrate(journal, journal.upTo(id));
    }

    private RunResult migrate(Journal journal, List<Migration> wanted) {
        Set<String> ids = wanted.stream().map(Migration::id).collect(Collectors.toSet());
        return inSession(session -> runAll(session, () -> ups(journal, ids, session)));
    }

    /** Takes back what ran last, so many migrations of it, or all there are. */
    public RunResult rollback(int count) {
        return inSession(session -> runAll(session, () -> downs(latest(session, count), session)));
    }

    /** Takes back everything that ran after a migration. */
    public RunResult rollbackTo(String id) {
        return inSession(session -> runAll(session, () -> downs(after(session, id), session)));
    }

    /** Takes what the file of a migration says now for what was run, after it was edited. */
    public void accept(Journal journal, String id) {
        Migration migration = journal.named(id);
        String checksum = migration.up().checksum(database.dialect().syntax());
        inSession(session -> {
            try (HeldLock lock = acquireLock()) {
                lock.requireHeld();
                session.commit(() -> history.setChecksum(session.connection(), migration.id(), checksum));
                return migration;
            }
        });
    }

    /** Something done with the connection for the work. */
    @FunctionalInterface
    private interface InSession<T> {
        T run(Session session) throws SQLException;
    }

    /** What is to be done, as the history has it at the moment. */
    @FunctionalInterface
    private interface Tasks {
        List<Task> now() throws SQLException;
    }

    private <T> T inSession(InSession<T> work) {
        try (Connection connection = source.open()) {
            Session session = new Session(database, connection, history, settings, listener);
            session.begin();
            return work.run(session);
        } catch (SQLException e) {
            throw Refusal.of(database.explain(e)).exception(e);
        }
    }

    /** Runs the tasks under the lock, which nobody asks for when there is nothing to do. */
    private RunResult runAll(Session session, Tasks tasks) throws SQLException {
        long start = System.nanoTime();
        List<String> done = new ArrayList<>();
        if (!tasks.now().isEmpty()) {
            try (HeldLock lock = acquireLock()) {
                session.tell(new RunEvent.LockAcquired(lock.waited()));
                prepareHistory(session);
                List<Task> todo = tasks.now();
                for (Task task : todo) {
                    lock.requireHeld();
                    run(session, task, done.size() + 1, todo.size());
                    done.add(task.id());
                }
            }
        }
        return new RunResult(done, Duration.ofNanos(System.nanoTime() - start));
    }

    private HeldLock acquireLock() throws SQLException {
        return HeldLock.acquire(database.lock(), source, settings.lockTimeout(), listener);
    }

    private void prepareHistory(Session session) throws SQLException {
        if (database.dialect().features().transactionalDdl()) {
            session.commit(() -> history.prepare(session.connection()));
        } else {
            history.prepare(session.connection());
        }
    }

    private static void run(Session session, Task task, int number, int total) throws SQLException {
        session.tell(new RunEvent.MigrationStarted(task.id(), task.title(), task.direction(), number, total));
        Duration duration = new MigrationRun(session, task).run();
        session.tell(new RunEvent.MigrationFinished(task.id(), task.direction(), duration));
    }

    private Comparison compare(Journal journal, Session session) throws SQLException {
        return Comparison.of(journal, history.read(session.connection()));
    }

    private List<Task> ups(Journal journal, Set<String> wanted, Session session) throws SQLException {
        List<HistoryEntry> entries = history.read(session.connection());
        Comparison comparison = Comparison.of(journal, entries);
        comparison.requireRunnable();
        long position = entries.isEmpty() ? 1 : entries.getLast().position() + 1;
        List<Task> tasks = new ArrayList<>();
        for (Standing standing : comparison.pending()) {
            Migration migration = standing.migration().orElseThrow();
            if (wanted.contains(migration.id())) {
                requireReadable(migration);
                tasks.add(new Task.Up(migration, position++));
            }
        }
        return tasks;
    }

    /** Finds what is wrong in a file before anything runs, and not when its turn has come. */
    private void requireReadable(Migration migration) {
        migration.up().steps(database.dialect());
        migration.down().steps(database.dialect());
    }

    private List<HistoryEntry> latest(Session session, int count) throws SQLException {
        return history.read(session.connection()).reversed().stream().limit(count).toList();
    }

    private List<HistoryEntry> after(Session session, String id) throws SQLException {
        List<HistoryEntry> entries = history.read(session.connection());
        List<String> ids = entries.stream().map(HistoryEntry::id).toList();
        if (!ids.contains(id)) {
            throw Failure.of("DCT-527", "there is no migration \"" + id + "\" in the history")
                    .at(database.historyTable().name().toString())
                    .next(Suggestions.advice(id, ids))
                    .exception();
        }
        return entries.subList(ids.indexOf(id) + 1, ids.size()).reversed();
    }

    private List<Task> downs(List<HistoryEntry> entries, Session session) throws SQLException {
        List<Task> tasks = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            if (entry.status() == Status.APPLYING) {
                throw Failure.of("DCT-208", "is half done")
                        .at(entry.id())
                        .next("finish it first: decant migrate")
                        .exception();
            }
            WayBack wayBack = history.wayBack(session.connection(), entry.id()).orElseThrow();
            SqlFile file = new SqlFile(entry.id() + "/" + Direction.DOWN.word() + ".sql in the history", wayBack.downSql());
            requireWayBack(entry, file);
            tasks.add(new Task.Down(entry, file));
        }
        return tasks;
    }

    /** A migration that did something and whose way back does nothing has none. */
    private void requireWayBack(HistoryEntry entry, SqlFile down) {
        String nothing = Checksum.of("", database.dialect().syntax());
        if (down.steps(database.dialect()).isEmpty() && !entry.checksum().equals(nothing)) {
            throw Failure.of("DCT-528", "has no way back: its down.sql was empty when it ran")
                    .at(entry.id())
                    .next("write a new migration that takes back what it did")
                    .exception();
        }
    }
}
