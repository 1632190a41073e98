package dev.decant.cli;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time for people. */
final class Spans {
    private Spans() {}

    /** The same in whole seconds, for a clock that runs. */
    static String whole(Duration span) {
        return span.toSeconds() < 60 ? span.toSeconds() + " s" : of(span);
    }

    /** Milliseconds below a second, tenths of seconds below a minute, then minutes and seconds, from an hour on hours and minutes. */
    static String of(Duration span) {
        long millis = span.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return span.toHours() < 1
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toHours() + " h " + span.toMinutesPart() + " min";
    }
}
