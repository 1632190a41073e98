package dev.decant.dialect;

import dev.decant.change.Change;
import java.util.List;

/**
 * Changes that a database carries out in one go: one by one where it can, all those of a table together where the table must be built anew.
 *
 * @param changes at least one, in an order in which they apply to a schema
 */
public record Operation(List<Change> changes) {
    /** Copies the list. */
    public Operation {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an operation changes something");
        }
    }

    /** The operation of one change. */
    public static Operation of(Change change) {
        return new Operation(List.of(change));
    }
}
