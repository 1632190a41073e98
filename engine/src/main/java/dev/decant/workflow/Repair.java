package dev.decant.workflow;

import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.run.Amendments;
import dev.decant.run.Comparison;
import dev.decant.run.Repeated;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.run.Standing;
import java.util.List;
import java.util.stream.Stream;

/** The verb {@code repair}: says of a migration how it stands, where the database and the folder do not agree and a person knows. */
public final class Repair {
    private final Journal journal;
    private final Target target;
    private final Runner runner;
    private final Amendments amendments;

    /** What a person says of a migration. */
    public enum Decision {
        /** What its files say now is what ran. */
        ACCEPT_EDIT,
        /** What it does is there already. */
        MARK_APPLIED,
        /** What it did is not there any more. */
        MARK_ROLLED_BACK
    }

    /**
     * Repairs the history of a database.
     *
     * @param reason why, for whoever reads the history later
     */
    public Repair(Journal journal, Target target, RunSettings settings, RunListener listener, String reason) {
        this.journal = journal;
        this.target = target;
        this.runner = new Runner(target.database(), target::connect, settings, listener);
        this.amendments = new Amendments(target.database(), target::connect, settings, listener, reason);
    }

    /**
     * Does it.
     *
     * @param name the migration: its id, the beginning of it, or its title; or a script, as in {@code repeatable/views}
     * @return its id
     * @throws DecantException DCT-534 when it does not stand so that this makes sense
     */
    public String run(String name, Decision decision) {
        return target.place(() -> {
            String id = id(name);
            switch (decision) {
                case ACCEPT_EDIT -> amendments.acceptEdit(journal, id);
                case MARK_APPLIED -> amendments.markApplied(journal, id);
                case MARK_ROLLED_BACK -> amendments.markRolledBack(journal, id);
            }
            return id;
        });
    }

    /** The folder knows it, or, when its folder is missing, the history. */
    private String id(String name) {
        Comparison comparison = runner.compare(journal);
        List<String> ids = Stream.concat(
                        comparison.standings().stream().map(Standing::id),
                        comparison.repeatables().stream().map(Repeated::id))
                .toList();
        List<String> meant = ids.stream().filter(id -> id.startsWith(name)).toList();
        if (ids.contains(name) || meant.size() == 1) {
            return ids.contains(name) ? name : meant.getFirst();
        }
        if (meant.size() > 1) {
            throw Failure.of("DCT-219", "\"" + name + "\" could be " + meant.get(0) + " or " + meant.get(1))
                    .next("give more of the name")
                    .exception();
        }
        return journal.named(name).id();
    }
}
