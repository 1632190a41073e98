package dev.decant.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that happened to a migration in a database and that its row does not show: what failed, and what a person decided.
 *
 * @param migration the migration
 * @param kind what happened
 * @param at when that was
 * @param by who was at work
 * @param text why, in the words of the server or of the person
 */
public record Remark(String migration, Kind kind, Instant at, String by, String text) {
    /** What happened. */
    public enum Kind {
        /** It failed, and has not succeeded since. */
        FAILED,
        /** What its file says now was taken for what ran. */
        EDIT_ACCEPTED,
        /** It was taken for applied without being run. */
        MARKED_APPLIED,
        /** It was taken for rolled back without being taken back. */
        MARKED_ROLLED_BACK,
        /** It was in the database before Decant was. */
        BASELINE;

        /** The words for it, as they stand in the table. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Kind of(String words) {
            return Arrays.stream(values())
                    .filter(kind -> kind.words().equals(words))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of remark \"" + words + "\""));
        }
    }
}
