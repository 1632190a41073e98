package dev.decant.dsl;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Optional;

/** PostgreSQL's types of days, times and spans. */
abstract sealed class PgTimeTypes extends PgTextTypes permits PgShapeTypes {
    PgTimeTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Days. */
    protected final PgColumn<LocalDate> date() {
        return column("date");
    }

    /** Times of day. */
    protected final PgColumn<LocalTime> time() {
        return column("time without time zone");
    }

    /** Times of day, with so many digits behind the second. */
    protected final PgColumn<LocalTime> time(int precision) {
        return column("time without time zone", digits(precision));
    }

    /** Times of day with an offset. */
    protected final PgColumn<OffsetTime> timetz() {
        return column("time with time zone");
    }

    /** Times of day with an offset, with so many digits behind the second. */
    protected final PgColumn<OffsetTime> timetz(int precision) {
        return column("time with time zone", digits(precision));
    }

    /** Dates and times of the calendar and the clock. */
    protected final PgColumn<LocalDateTime> timestamp() {
        return column("timestamp without time zone");
    }

    /** Dates and times of the calendar and the clock, with so many digits behind the second. */
    protected final PgColumn<LocalDateTime> timestamp(int precision) {
        return column("timestamp without time zone", digits(precision));
    }

    /** Moments in time. */
    protected final PgColumn<OffsetDateTime> timestamptz() {
        return column("timestamp with time zone");
    }

    /** Moments in time, with so many digits behind the second. */
    protected final PgColumn<OffsetDateTime> timestamptz(int precision) {
        return column("timestamp with time zone", digits(precision));
    }

    /** Spans of time. */
    protected final PgColumn<Duration> interval() {
        return column("interval");
    }

    /** Spans of time, with so many digits behind the second. */
    protected final PgColumn<Duration> interval(int precision) {
        return column("interval", digits(precision));
    }

    /** Spans of certain fields: {@code day to second}. */
    protected final PgColumn<Duration> interval(String fields) {
        return column("interval " + fields);
    }
}
