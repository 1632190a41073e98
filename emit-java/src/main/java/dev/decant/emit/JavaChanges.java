package dev.decant.emit;

import dev.decant.failure.Failure;
import java.util.Comparator;
import java.util.List;

/**
 * What becomes of the classes of a schema, so that they say what a database has.
 *
 * @param files the files that change, in the order of their paths
 * @param byHand what only a person can change, and how
 */
public record JavaChanges(List<JavaChange> files, List<Failure> byHand) {
    /** Copies and sorts. */
    public JavaChanges {
        files = files.stream().sorted(Comparator.comparing(JavaChange::path)).toList();
        byHand = List.copyOf(byHand);
    }
}
