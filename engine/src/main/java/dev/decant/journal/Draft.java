package dev.decant.journal;

import dev.decant.plan.Plan;
import java.util.List;

/**
 * A migration that has no name and no place in the journal yet.
 *
 * @param title what it is for, in the words of its author
 * @param up what is done
 * @param down what takes it back
 * @param breaking what programs that know the schema before must be told
 */
public record Draft(String title, Plan up, Plan down, List<String> breaking) {
    private static final Plan NOTHING = new Plan(List.of(), List.of());

    /** Strips the title; refuses none. */
    public Draft {
        title = title.replaceAll("\\s+", " ").strip();
        breaking = List.copyOf(breaking);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a migration has a title");
        }
    }

    /** A migration whose SQL its author writes, and which changes nothing that the schema in Java says. */
    public static Draft custom(String title) {
        return new Draft(title, NOTHING, NOTHING, List.of());
    }
}
