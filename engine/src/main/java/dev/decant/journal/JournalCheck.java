package dev.decant.journal;

import dev.decant.codec.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** Holds a journal against what it says of itself. */
final class JournalCheck {
    private final Journal journal;
    private final List<JournalFinding> findings = new ArrayList<>();

    JournalCheck(Journal journal) {
        this.journal = journal;
    }

    List<JournalFinding> findings() {
        journal.migrations().forEach(this::checkFiles);
        List<Migration> heads = journal.heads();
        heads.forEach(this::checkState);
        for (int i = 1; i < heads.size(); i++) {
            findings.add(new JournalFinding.SeveralHeads(
                    heads.get(i - 1).id(), heads.get(i).id()));
        }
        return List.copyOf(findings);
    }

    /** SQL that changes nothing of the recorded schema is its author's, and is there to be written by hand. */
    private void checkFiles(Migration migration) {
        if (migration.changes().isEmpty()) {
            return;
        }
        checkFile(migration, migration.up(), migration.recorded().up());
        checkFile(migration, migration.down(), migration.recorded().down());
    }

    private void checkFile(Migration migration, SqlFile file, String recorded) {
        if (!file.checksum(journal.dialect().syntax()).equals(recorded)) {
            findings.add(new JournalFinding.EditedByHand(migration.id(), file.path()));
        }
    }

    private void checkState(Migration head) {
        String found = Fingerprint.of(journal.stateAt(head.id()));
        if (!found.equals(head.fingerprint())) {
            findings.add(new JournalFinding.OtherState(head.id(), head.fingerprint(), found));
        }
    }
}
