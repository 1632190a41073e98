package dev.decant.history;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is noted about a part of a migration that is not finished as a whole.
 *
 * @param step the step
 * @param statement the number of the statement in the step, from 1; 0 for the step as a whole
 * @param checksum the checksum of what was run
 * @param state how far it has come
 */
public record Mark(String step, int statement, String checksum, State state) {
    /** How far a step or a statement has come. */
    public enum State {
        /** It was begun, and nobody saw its end. */
        STARTED,
        /** The database refused it. */
        FAILED,
        /** It is done. */
        DONE;

        /** The word for it, as it stands in the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no state \"" + word + "\""));
        }
    }

    /** Whether it is done. */
    public boolean isDone() {
        return state == State.DONE;
    }
}
