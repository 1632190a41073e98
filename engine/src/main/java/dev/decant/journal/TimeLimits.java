package dev.decant.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a statement may wait for locks and run, as far as a file says. Zero is no limit.
 *
 * @param lock how long it may wait for a lock
 * @param statement how long it may run
 */
public record TimeLimits(Optional<Duration> lock, Optional<Duration> statement) {
    /** Nothing is said. */
    public static final TimeLimits UNSAID = new TimeLimits(Optional.empty(), Optional.empty());

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

    /** These, and those of the surroundings where these say nothing. */
    TimeLimits within(TimeLimits surroundings) {
        return new TimeLimits(lock.or(surroundings::lock), statement.or(surroundings::statement));
    }

    /** Reads {@code 500ms}, {@code 5s}, {@code 2min}, {@code 1h}, {@code 14d} or {@code none}; nothing when it is something else. */
    public static Optional<Duration> duration(String text) {
        if (text.equals("none")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "min" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}
