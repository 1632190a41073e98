package dev.decant.workflow;

import dev.decant.config.Environment;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.Repeatable;
import dev.decant.run.Comparison;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.run.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The verb {@code migrate}: runs the migrations that have not run. */
public final class Migrate {
    private final Journal journal;
    private final Target target;
    private final Runner runner;
    private final Care care;
    private final Precautions precautions;
    private final RunListener listener;

    /**
     * Migrates a database.
     *
     * @param environment how much care the database asks for
     */
    public Migrate(
            Journal journal,
            Target target,
            Environment environment,
            Precautions precautions,
            RunSettings settings,
            RunListener listener) {
        this.precautions = precautions;
        this.listener = listener;
        this.journal = journal;
        this.target = target;
        this.runner = new Runner(target.database(), target::connect, settings, listener);
        this.care = new Care(environment, settings.clock());
    }

    /**
     * What would run, in this order.
     *
     * @param migrations the migrations
     * @param repeatables the repeatable scripts, none when migrations are left for later
     */
    public record Pending(List<Migration> migrations, List<Repeatable> repeatables) {
        /** Copies the lists. */
        public Pending {
            migrations = List.copyOf(migrations);
            repeatables = List.copyOf(repeatables);
        }

        /** Whether there is nothing to do. */
        public boolean isEmpty() {
            return migrations.isEmpty() && repeatables.isEmpty();
        }
    }

    /**
     * What would run, in this order.
     *
     * @param selection which are wanted; the last one may be named by its id, the beginning of it, or its title
     * @throws dev.decant.failure.DecantException when something stands in the way
     */
    public Pending pending(Selection selection) {
        return pending(selection, target.place(() -> runner.compare(journal)));
    }

    private Pending pending(Selection selection, Comparison comparison) {
        Set<String> wanted = new HashSet<>();
        wanted(selection).forEach(migration -> wanted.add(migration.id()));
        comparison.requireRunnable(selection.outOfOrder());
        List<Migration> migrations = comparison.pending().stream()
                .flatMap(standing -> standing.migration().stream())
                .filter(migration -> wanted.contains(migration.id()))
                .limit(selection.count().orElse(Integer.MAX_VALUE))
                .toList();
        boolean all = migrations.size() == comparison.pending().size();
        return new Pending(migrations, all ? repeatables(comparison, selection) : List.of());
    }

    private static List<Repeatable> repeatables(Comparison comparison, Selection selection) {
        return comparison.repeatables().stream()
                .filter(repeated -> selection.repeat() || repeated.isPending())
                .flatMap(repeated -> repeated.script().stream())
                .toList();
    }

    /**
     * Runs them.
     *
     * @param approval the name of the environment, when data may be lost in one that is protected
     */
    public RunResult run(Selection selection, Optional<String> approval) {
        Runner.Outlook outlook = target.place(() -> runner.look(journal));
        Pending pending = pending(selection, outlook.comparison());
        if (pending.isEmpty() && !outlook.hookOwed() && !outlook.graveyardDue()) {
            return RunResult.NOTHING;
        }
        if (!pending.isEmpty() || outlook.hookOwed()) {
            care.requireApproval(() -> new DataLoss(journal).ofUps(pending.migrations()), approval);
            care.take(precautions, target, listener);
        }
        Selection named = selection
                .to()
                .map(text -> selection.upTo(journal.named(text).id()))
                .orElse(selection);
        return target.place(() -> runner.migrate(journal, named));
    }

    private List<Migration> wanted(Selection selection) {
        return selection
                .to()
                .map(text -> journal.upTo(journal.named(text).id()))
                .orElseGet(journal::migrations);
    }
}
