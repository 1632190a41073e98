package dev.decant.workflow;

import dev.decant.emit.JavaChange;
import dev.decant.failure.Failure;
import dev.decant.journal.Migration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pull} did, or would do.
 *
 * @param files the files that changed
 * @param kept files of tables and enums that the database does not have, which were left there
 * @param byHand what only a person can change in the classes, and how
 * @param leftOut what is kept out of the classes because it is secret, and what to do about it
 * @param remarks what somebody should know of how the database was looked at
 * @param baseline the first migration, where there was none
 * @param empty whether the database has nothing of what is looked at
 */
public record Pulled(
        List<JavaChange> files,
        List<JavaChange> kept,
        List<Failure> byHand,
        List<String> leftOut,
        List<String> remarks,
        Optional<Migration> baseline,
        boolean empty) {
    /** Copies the lists. */
    public Pulled {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
        byHand = List.copyOf(byHand);
        leftOut = List.copyOf(leftOut);
        remarks = List.copyOf(remarks);
    }

    /** The same with the first migration, if there was none. */
    Pulled withBaseline(Optional<Migration> first) {
        return new Pulled(files, kept, byHand, leftOut, remarks, first, empty);
    }

    /** Whether the classes say what the database has. */
    public boolean isComplete() {
        return kept.isEmpty() && byHand.isEmpty();
    }
}
