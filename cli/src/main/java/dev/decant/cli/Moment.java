package dev.decant.cli;

import dev.decant.failure.Failure;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Moments as people write them. */
final class Moment {
    private Moment() {}

    /** The moment, in local time where no zone is said. */
    static Instant of(String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof LocalDateTime local
                    ? local.atZone(ZoneId.systemDefault()).toInstant()
                    : Instant.from(read);
        } catch (DateTimeParseException e) {
            throw new UsageException(Failure.of("DCT-120", "\"" + text + "\" is not a moment")
                    .next("write one such as 2026-11-22T16:00:00Z"));
        }
    }
}
