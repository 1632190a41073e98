package dev.decant.workflow;

import dev.decant.database.Graveyard;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.run.Comparison;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import java.util.List;

/** The verb {@code status}: which migrations ran in a database, and which did not; changes nothing there. */
public final class Status {
    private final Journal journal;
    private final Target target;
    private final Runner runner;

    /**
     * Holds a journal against a database.
     *
     * @param settings with the values of placeholders, which tell whether a repeatable script changed
     */
    public Status(Journal journal, Target target, RunSettings settings) {
        this.journal = journal;
        this.target = target;
        this.runner = new Runner(target.database(), target::connect, settings, RunListener.SILENT);
    }

    /** How each migration stands. */
    public Comparison run() {
        return target.place(() -> runner.compare(journal));
    }

    /** What migrations dropped and is kept, so that a rollback brings it back. */
    public List<Graveyard.Kept> kept() {
        return target.place(runner::kept);
    }
}
