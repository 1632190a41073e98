package dev.decant.config;

import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 5s}, {@code 2min}, {@code 1h}, {@code 14d}, or {@code none}. */
public final class Durations {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

    private Durations() {}

    /** Reads one, where {@code none} is zero; nothing when it is something else. */
    public static Optional<Duration> read(String text) {
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

    /**
     * Reads one of a configuration.
     *
     * @throws dev.decant.failure.DecantException DCT-104 when it is something else
     */
    static Duration of(String text) {
        return read(text)
                .orElseThrow(() -> Failure.of("DCT-104", "this is not a length of time")
                        .next("write one such as 500ms, 5s, 2min, 1h, 14d, or none")
                        .exception());
    }
}
