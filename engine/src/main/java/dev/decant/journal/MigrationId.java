package dev.decant.journal;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of migrations: fourteen digits of the time in UTC, and a short form of the title. */
final class MigrationId {
    private static final int DIGITS = 14;
    private static final int LONGEST = 60;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{14}_[a-z0-9_]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private MigrationId() {}

    static boolean isValid(String id) {
        return SHAPE.matcher(id).matches() && time(id).isPresent();
    }

    /** A name for a new migration, later than all that are there even when the clock is behind them. */
    static String next(String title, Collection<String> before, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime earliest = before.stream()
                .flatMap(id -> time(id).stream())
                .max(Comparator.naturalOrder())
                .map(last -> last.plusSeconds(1))
                .orElse(now);
        return (now.isBefore(earliest) ? earliest : now).format(TIME) + "_" + slug(title);
    }

    private static Optional<LocalDateTime> time(String id) {
        try {
            return Optional.of(LocalDateTime.parse(id.substring(0, DIGITS), TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String slug(String title) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
        String cut = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
        String bare = cut.replaceAll("^_|_$", "");
        return bare.isEmpty() ? "migration" : bare;
    }
}
