package dev.decant.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the migrations that have not run are run, and how they hang together.
 *
 * @param to the id of one, which is run with all that it rests on, and nothing else
 * @param count no more than so many of them
 * @param outOfOrder whether those that are earlier than what ran may run too
 * @param allOrNothing whether they are one transaction
 * @param repeat whether all repeatable scripts run, changed or not
 */
public record Selection(
        Optional<String> to, OptionalInt count, boolean outOfOrder, boolean allOrNothing, boolean repeat) {
    /** All of them, in order, each by itself. */
    public static final Selection ALL = new Selection(Optional.empty(), OptionalInt.empty(), false, false, false);

    /** Refuses none. */
    public Selection {
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException("at least one migration is run");
        }
    }

    /** The same up to a migration. */
    public Selection upTo(String id) {
        return new Selection(Optional.of(id), count, outOfOrder, allOrNothing, repeat);
    }

    /** The same, but no more than so many. */
    public Selection atMost(int number) {
        return new Selection(to, OptionalInt.of(number), outOfOrder, allOrNothing, repeat);
    }

    /** The same with what is earlier than what ran. */
    public Selection alsoOutOfOrder() {
        return new Selection(to, count, true, allOrNothing, repeat);
    }

    /** The same in one transaction. */
    public Selection asOne() {
        return new Selection(to, count, outOfOrder, true, repeat);
    }

    /** The same with all repeatable scripts. */
    public Selection alsoRepeating() {
        return new Selection(to, count, outOfOrder, allOrNothing, true);
    }
}
