package dev.decant.journal;

import dev.decant.config.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a statement may wait for locks and run, as far as a file says. Zero is no limit.
 *
 * @param lock how long it may wait for a lock
 * @param statement how long it may run
 */
public record TimeLimits(Optional<Duration> lock, Optional<Duration> statement) {
    /** Nothing is said. */
    public static final TimeLimits UNSAID = new TimeLimits(Optional.empty(), Optional.empty());

    /** These, and those of the surroundings where these say nothing. */
    TimeLimits within(TimeLimits surroundings) {
        return new TimeLimits(lock.or(surroundings::lock), statement.or(surroundings::statement));
    }

    /** Reads {@code 500ms}, {@code 5s}, {@code 2min}, {@code 1h}, {@code 14d} or {@code none}; nothing when it is something else. */
    public static Optional<Duration> duration(String text) {
        return Durations.read(text);
    }
}
