package dev.decant.workflow;

import dev.decant.dialect.Ability;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.journal.SqlFile;
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
            read(migration.up());
            read(migration.down());
            migration.assertions().before().ifPresent(this::readShared);
            migration.assertions().verify().ifPresent(this::readShared);
        });
        boolean whole = journal.dialect().can(Ability.UNDO_DDL);
        journal.scripts().repeatables().forEach(script -> {
            if (whole) {
                readShared(script.file());
            } else {
                read(script.file());
            }
        });
        journal.scripts().hooks().forEach((hook, file) -> {
            if (hook.isOfEach()) {
                readShared(file);
            } else {
                read(file);
            }
        });
        return journal.verify();
    }

    private void read(SqlFile file) {
        file.steps(journal.dialect()).forEach(step -> step.statements().forEach(file::called));
    }

    private void readShared(SqlFile file) {
        read(file);
        file.step(journal.dialect());
    }
}
