package dev.decant.workflow;

import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import java.util.List;

/** The verb {@code check}: whether the migrations fit each other and their recorded hashes; opens no database. */
public final class Check {
    private final Journal journal;

    /** Checks a journal; one that cannot be put in order, or has files missing, could not be opened. */
    public Check(Journal journal) {
        this.journal = journal;
    }

    /** Everything that somebody should know. */
    public List<JournalFinding> run() {
        journal.migrations().forEach(migration -> {
            migration.up().steps(journal.dialect());
            migration.down().steps(journal.dialect());
            migration.assertions().before().ifPresent(file -> file.step(journal.dialect()));
            migration.assertions().verify().ifPresent(file -> file.step(journal.dialect()));
        });
        return journal.verify();
    }
}
