package dev.decant.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the history keeps of a file that is no migration by itself.
 *
 * @param kind what it is
 * @param name its name, unique among its kind
 * @param checksum the checksum of what was run
 * @param at when that was
 * @param by who ran it
 * @param duration how long it ran
 * @param toolVersion the version of Decant that ran it
 * @param text its text, where it is needed again without its folder
 */
public record ScriptEntry(
        Kind kind,
        String name,
        String checksum,
        Instant at,
        String by,
        Duration duration,
        String toolVersion,
        String text) {
    /** What a file is. */
    public enum Kind {
        /** A script that runs again when it changed. */
        REPEATABLE,
        /** A class that takes a migration back. */
        JAVA,
        /** A script that runs at a certain moment of a run. */
        HOOK;

        /** The word for it, as it stands in the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of script \"" + word + "\""));
        }
    }
}
