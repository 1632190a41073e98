package dev.decant.workflow;

import dev.decant.journal.Journal;

/** What migrations must pass before a new one is written. */
@FunctionalInterface
public interface Proof {
    /** Takes the plan's word for it. */
    Proof NONE = journal -> {};

    /**
     * Tries the migrations of a journal, of which the newest are not on the disk yet.
     *
     * @throws dev.decant.failure.DecantException when they do not lead where they should
     */
    void prove(Journal journal);
}
