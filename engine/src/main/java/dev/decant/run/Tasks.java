package dev.decant.run;

import dev.decant.dialect.Ability;
import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Direction;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.history.ScriptEntry;
import dev.decant.history.Status;
import dev.decant.history.WayBack;
import dev.decant.journal.Assertions;
import dev.decant.journal.Checksum;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.Repeatable;
import dev.decant.journal.Scripts;
import dev.decant.journal.SqlFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to do in a database at the moment. */
final class Tasks {
    private final Session session;

    Tasks(Session session) {
        this.session = session;
    }

    static Comparison compare(Journal journal, Session session) throws SQLException {
        List<Remark> remarks = session.history().remarks(session.connection());
        return Comparison.of(
                journal, session.history().read(session.connection()), repeated(journal, session, remarks), remarks);
    }

    /** How the repeatable scripts stand; nobody looks for them in the history of a project without any and of an older layout. */
    private static List<Repeated> repeated(Journal journal, Session session, List<Remark> remarks) throws SQLException {
        List<ScriptEntry> entries = session.history().scripts(session.connection(), ScriptEntry.Kind.REPEATABLE);
        return new Repetition(session.database().dialect(), session.settings().placeholders(), entries, remarks)
                .of(journal);
    }

    /** The migrations that are to be run. */
    List<Task> ups(Journal journal, Selection selection) throws SQLException {
        Comparison comparison = compare(journal, session);
        comparison.requireRunnable(selection.outOfOrder());
        Set<String> wanted = wanted(journal, selection);
        List<Standing> pending = comparison.pending().stream()
                .filter(standing -> wanted.contains(standing.id()))
                .limit(selection.count().orElse(Integer.MAX_VALUE))
                .toList();
        long position = comparison.standings().stream()
                .flatMap(standing -> standing.entry().stream())
                .mapToLong(HistoryEntry::position)
                .max()
                .orElse(0);
        List<Task> tasks = new ArrayList<>();
        requireReadable(pending);
        for (Standing standing : pending) {
            Migration migration = standing.migration().orElseThrow();
            Optional<Long> begun = standing.entry().map(HistoryEntry::position);
            Frame frame = new Frame(journal.scripts(), migration.assertions());
            boolean failed = standing.state() == Standing.State.FAILED;
            long place = begun.isPresent() ? begun.get() : ++position;
            tasks.add(new Task.Up(migration, frame, place, begun.isPresent(), failed));
        }
        if (pending.size() == comparison.pending().size()) {
            tasks.addAll(repeats(journal, comparison, selection.repeat()));
        }
        requireReadable(journal.scripts(), selection.allOrNothing());
        return tasks;
    }

    /** Repeatable scripts may rest on every migration, so they wait until none does any more. */
    private List<Task> repeats(Journal journal, Comparison comparison, boolean all) {
        List<Task> tasks = new ArrayList<>();
        for (Repeated repeated : comparison.repeatables()) {
            if (repeated.script().isPresent() && (all || repeated.isPending())) {
                Repeatable script = repeated.script().get();
                requireOneTransaction(script.file());
                boolean failed = repeated.state() == Repeated.State.FAILED;
                Frame frame = new Frame(journal.scripts(), Assertions.NONE);
                tasks.add(new RepeatTask(script, repeated.checksum(), frame, failed));
            }
        }
        return tasks;
    }

    private void requireReadable(Scripts scripts, boolean asOne) {
        scripts.hooks().forEach((hook, file) -> {
            requireReadable(file);
            if (asOne || hook.isOfEach()) {
                requireOneTransaction(file);
            }
        });
    }

    private static Set<String> wanted(Journal journal, Selection selection) {
        List<Migration> wanted = selection.to().map(journal::upTo).orElseGet(journal::migrations);
        return wanted.stream().map(Migration::id).collect(Collectors.toSet());
    }

    /** Finds what is wrong in a file before anything runs, and not when its turn has come; many files at a time. */
    private void requireReadable(List<Standing> pending) {
        pending.parallelStream()
                .flatMap(standing -> standing.migration().stream())
                .flatMap(migration -> trouble(migration).stream())
                .findFirst()
                .ifPresent(trouble -> {
                    throw trouble;
                });
    }

    private Optional<DecantException> trouble(Migration migration) {
        try {
            requireReadable(migration);
            return Optional.empty();
        } catch (DecantException e) {
            return Optional.of(e);
        }
    }

    private void requireReadable(Migration migration) {
        requireReadable(migration.up());
        migration.up().checksum(dialect().syntax()); // The history will ask for it.
        requireReadable(migration.down());
        WayBackSize.require(migration.down());
        Stream.of(migration.assertions().before(), migration.assertions().verify())
                .flatMap(Optional::stream)
                .forEach(this::requireShared);
    }

    private void requireReadable(SqlFile file) {
        file.require(
                dialect(),
                session.settings().placeholders(),
                called -> session.java().require(file, called));
    }

    /** The same for what shares the transaction of a migration. */
    private void requireShared(SqlFile file) {
        requireReadable(file);
        file.step(dialect());
    }

    /** Where transactions hold changes of the schema, so that it is there as a whole or not at all. */
    private void requireOneTransaction(SqlFile file) {
        if (dialect().can(Ability.UNDO_DDL)) {
            file.step(dialect());
        }
    }

    /** The migrations that are to be taken back. */
    List<Task> downs(RollbackChoice choice) throws SQLException {
        List<Task> tasks = new ArrayList<>();
        for (HistoryEntry entry : choice.of(session.history().read(session.connection()))) {
            if (entry.status() == Status.APPLYING) {
                throw Failure.of("DCT-208", "is half done")
                        .at(entry.id())
                        .next("finish it first: decant migrate")
                        .exception();
            }
            WayBack wayBack =
                    session.history().wayBack(session.connection(), entry.id()).orElseThrow();
            SqlFile file = new SqlFile(
                    entry.id() + "/" + Direction.DOWN.word() + ".sql in the history",
                    wayBack.downSql(),
                    KeptClasses.of(session, entry.id()));
            requireWayBack(entry, file);
            requireReadable(file);
            tasks.add(new Task.Down(entry, file));
        }
        return tasks;
    }

    /** A migration that did something and whose way back does nothing has none. */
    private void requireWayBack(HistoryEntry entry, SqlFile down) {
        String nothing = Checksum.of("", dialect().syntax());
        if (down.steps(dialect()).isEmpty() && !entry.checksum().equals(nothing)) {
            throw Failure.of("DCT-528", "has no way back: its down.sql was empty when it ran")
                    .at(entry.id())
                    .next("write a new migration that takes back what it did")
                    .exception();
        }
    }

    private Dialect dialect() {
        return session.database().dialect();
    }
}
