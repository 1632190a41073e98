package dev.decant.workflow;

import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.run.Preflight;
import dev.decant.run.RunSettings;
import java.util.List;

/** A part of the verb {@code check}: whether the rows of a database fit the migrations that have not run there; changes nothing. */
public final class BeforeChecks {
    private final Journal journal;
    private final Target target;
    private final Preflight preflight;

    /** Asks a database what the migrations of a journal want to know before they run. */
    public BeforeChecks(Journal journal, Target target, RunSettings settings) {
        this.journal = journal;
        this.target = target;
        this.preflight = new Preflight(target.database(), target::connect, settings);
    }

    /** What came of each question. */
    public List<Preflight.Answer> run() {
        return target.place(() -> preflight.ask(journal));
    }
}
