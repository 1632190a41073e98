package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceWindowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun 02:00-05:00 UTC                  | Sun 02:00-05:00 UTC
            sunday 2:00-5:00 utc                 | Sun 02:00-05:00 UTC
            Sun,Wed 02:00 - 05:00 UTC            | Wed,Sun 02:00-05:00 UTC
            Mon, Wed , Fri 02:00-05:00 Z         | Mon,Wed,Fri 02:00-05:00 Z
            Mon-Fri 22:00-04:00 Europe/Berlin    | Mon,Tue,Wed,Thu,Fri 22:00-04:00 Europe/Berlin
            Mon - Wed,Sat 22:00-04:00 +02:00     | Mon,Tue,Wed,Sat 22:00-04:00 +02:00
            Fri-Mon 00:30-01:30 UTC-5            | Mon,Fri,Sat,Sun 00:30-01:30 UTC-05:00
            daily 00:00-24:00 europe/paris       | daily 00:00-24:00 Europe/Paris
            Mon-Sun 23:00-00:00 UTC              | daily 23:00-24:00 UTC
            Thu-Thu 23:00-24:00 UTC              | Thu 23:00-24:00 UTC
            """)
    void a_window_is_understood_and_written_in_one_way(String text, String written) {
        assertThat(MaintenanceWindow.parse(text)).hasToString(written);
        assertThat(MaintenanceWindow.parse(written)).isEqualTo(MaintenanceWindow.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            whenever                        | the maintenance window is not days, times and a time zone; write it like "Sun 02:00-05:00 UTC"
            02:00-05:00 UTC                 | the maintenance window is not days, times and a time zone
            Sun 2-5 UTC                     | the maintenance window is not days, times and a time zone
            Sun 02:00 UTC                   | the maintenance window is not days, times and a time zone
            Sun 02:00-05:00 UTC please      | the maintenance window is not days, times and a time zone
            Sun 02:00-05:00                 | the maintenance window does not say in which time zone
            Sun 02:00-02:00 UTC             | the maintenance window closes when it opens; a whole day is 00:00-24:00
            Sun 00:00-00:00 UTC             | the maintenance window closes when it opens; a whole day is 00:00-24:00
            Sun 25:00-26:00 UTC             | the maintenance window has a time that no clock shows, 25:00
            Sun 02:00-24:01 UTC             | the maintenance window has a time that no clock shows, 24:01
            Sun 24:00-02:00 UTC             | the maintenance window has a time that no clock shows, 24:00
            Sun 02:60-03:00 UTC             | the maintenance window has a time that no clock shows, 02:60
            Sunn 02:00-05:00 UTC            | the maintenance window has an unknown day, Sunn; did you mean "Sun"?
            Mon-Frei 02:00-05:00 UTC        | the maintenance window has an unknown day, Frei; did you mean "Fri"?
            Holiday 02:00-05:00 UTC         | the maintenance window has an unknown day, Holiday; known are: Mon, Tue, Wed, Thu, Fri, Sat, Sun
            Mon,,Tue 02:00-05:00 UTC        | the maintenance window has days that cannot be understood
            Mon-Tue-Wed 02:00-05:00 UTC     | the maintenance window has days that cannot be understood
            Sun 02:00-05:00 Europe/Berln    | the maintenance window has an unknown time zone, Europe/Berln; did you mean "Europe/Berlin"?
            Sun 02:00-05:00 Middle-earth    | the maintenance window has an unknown time zone, Middle-earth; write UTC, +02:00, or a name like Europe/Berlin
            """)
    void what_is_no_window_is_refused(String text, String message) {
        assertThatThrownBy(() -> MaintenanceWindow.parse(text))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-114 " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun 02:00-05:00 UTC       | 2026-11-22T01:59:59Z | closed | 2026-11-22T02:00:00Z
            Sun 02:00-05:00 UTC       | 2026-11-22T02:00:00Z | open   | 2026-11-22T02:00:00Z
            Sun 02:00-05:00 UTC       | 2026-11-22T04:59:59Z | open   | 2026-11-29T02:00:00Z
            Sun 02:00-05:00 UTC       | 2026-11-22T05:00:00Z | closed | 2026-11-29T02:00:00Z
            Sun 02:00-05:00 UTC       | 2026-11-23T03:00:00Z | closed | 2026-11-29T02:00:00Z
            Sat 22:00-04:00 UTC       | 2026-11-21T23:00:00Z | open   | 2026-11-28T22:00:00Z
            Sat 22:00-04:00 UTC       | 2026-11-22T03:59:00Z | open   | 2026-11-28T22:00:00Z
            Sat 22:00-04:00 UTC       | 2026-11-22T04:00:00Z | closed | 2026-11-28T22:00:00Z
            Sat 22:00-04:00 UTC       | 2026-11-21T03:00:00Z | closed | 2026-11-21T22:00:00Z
            Mon-Fri 12:00-13:00 UTC   | 2026-11-20T13:00:00Z | closed | 2026-11-23T12:00:00Z
            daily 00:00-24:00 UTC     | 2026-11-20T23:59:59Z | open   | 2026-11-21T00:00:00Z
            daily 23:30-24:00 UTC     | 2026-11-20T23:59:59Z | open   | 2026-11-21T23:30:00Z
            Sun 02:00-05:00 Asia/Tokyo | 2026-11-21T17:30:00Z | open  | 2026-11-28T17:00:00Z
            Sun 00:00-01:00 -12:00    | 2026-11-22T12:30:00Z | open   | 2026-11-29T12:00:00Z
            """)
    void a_window_is_open_between_its_times(String window, Instant moment, String state, Instant next) {
        assertThat(MaintenanceWindow.parse(window).isOpen(moment)).isEqualTo(state.equals("open"));
        assertThat(MaintenanceWindow.parse(window).nextOpening(moment)).isEqualTo(next);
    }

    /** Berlin: on 29 March 2026 at 01:00Z clocks go from 02:00 to 03:00, on 25 October at 01:00Z from 03:00 to 02:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Sun 01:00-05:00 | 2026-03-28T12:00:00Z | 2026-03-29T00:00:00Z | 2026-03-29T03:00:00Z
            Sun 02:30-05:00 | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T03:00:00Z
            Sun 01:00-02:30 | 2026-03-28T12:00:00Z | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z
            Sun 02:10-02:50 | 2026-03-28T12:00:00Z | 2026-04-05T00:10:00Z | 2026-04-05T00:50:00Z
            Sat 22:00-02:30 | 2026-03-28T12:00:00Z | 2026-03-28T21:00:00Z | 2026-03-29T01:00:00Z
            Sun 01:00-05:00 | 2026-10-24T12:00:00Z | 2026-10-24T23:00:00Z | 2026-10-25T04:00:00Z
            Sun 02:10-02:50 | 2026-10-24T12:00:00Z | 2026-10-25T00:10:00Z | 2026-10-25T00:50:00Z
            Sun 02:30-03:30 | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z | 2026-10-25T02:30:00Z
            Sun 03:00-04:00 | 2026-10-24T12:00:00Z | 2026-10-25T02:00:00Z | 2026-10-25T03:00:00Z
            """)
    void a_window_survives_the_changing_of_clocks(String window, Instant before, Instant opens, Instant closes) {
        MaintenanceWindow read = MaintenanceWindow.parse(window + " Europe/Berlin");

        assertThat(read.nextOpening(before)).isEqualTo(opens);
        assertThat(read.closing(opens)).hasValue(closes);
        assertThat(read.isOpen(opens.minusMillis(1))).isFalse();
        assertThat(read.isOpen(closes)).isFalse();
    }

    @Test
    void a_day_that_a_country_skipped_has_no_window() {
        MaintenanceWindow fridays = MaintenanceWindow.parse("Fri 02:00-05:00 Pacific/Apia");

        assertThat(fridays.nextOpening(Instant.parse("2011-12-29T12:00:00Z")))
                .isEqualTo(Instant.parse("2012-01-05T12:00:00Z"));
    }

    @Test
    void a_window_without_days_cannot_be_made() {
        assertThatThrownBy(() -> new MaintenanceWindow(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void random_windows_agree_with_the_clock_on_the_wall() {
        Randomness random = new Randomness(MaintenanceWindowTest.class);
        List<ZoneId> zones = List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata"), ZoneId.of("+05:45"));
        for (int i = 0; i < 1_000; i++) {
            MaintenanceWindow window = window(random, random.oneOf(zones));
            Instant moment = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.upTo(600_000)));

            assertThat(MaintenanceWindow.parse(window.toString()))
                    .as("%s with seed %d", window, random.seed())
                    .isEqualTo(window);
            assertThat(window.isOpen(moment))
                    .as("%s at %s with seed %d", window, moment, random.seed())
                    .isEqualTo(wallClockSaysOpen(window, moment));
        }
    }

    @Test
    void in_every_zone_a_window_opens_when_it_says_it_will() {
        Randomness random = new Randomness(MaintenanceWindowTest.class);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 3_000; i++) {
            MaintenanceWindow window = window(random, ZoneId.of(random.oneOf(zones)));
            Instant moment = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.upTo(600_000)));
            Instant opens = window.nextOpening(moment);

            assertThat(window.isOpen(opens) && !opens.isBefore(moment))
                    .as("%s after %s with seed %d", window, moment, random.seed())
                    .isTrue();
            if (!window.isOpen(moment)) {
                Instant between = moment.plus(Duration.between(moment, opens).dividedBy(2));
                assertThat(between.equals(opens) || !window.isOpen(between))
                        .as("%s between %s and %s with seed %d", window, moment, opens, random.seed())
                        .isTrue();
            }
        }
    }

    private static MaintenanceWindow window(Randomness random, ZoneId zone) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.upTo(6)));
        for (int i = random.upTo(3); i > 0; i--) {
            days.add(DayOfWeek.of(1 + random.upTo(6)));
        }
        LocalTime opens = LocalTime.of(random.upTo(23), random.upTo(59));
        LocalTime closes = opens.plusMinutes(1L + random.upTo(1_438));
        return new MaintenanceWindow(days, opens, closes, zone);
    }

    private static boolean wallClockSaysOpen(MaintenanceWindow window, Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, window.zone());
        LocalTime time = LocalTime.ofInstant(moment, window.zone());
        boolean sameDay = window.closes().isAfter(window.opens());
        boolean sinceToday = window.days().contains(today.getDayOfWeek())
                && !time.isBefore(window.opens())
                && (!sameDay || time.isBefore(window.closes()));
        boolean sinceYesterday =
                !sameDay && window.days().contains(today.minusDays(1).getDayOfWeek()) && time.isBefore(window.closes());
        return sinceToday || sinceYesterday;
    }
}
