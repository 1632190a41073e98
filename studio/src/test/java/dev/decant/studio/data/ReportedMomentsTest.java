package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Moments that users of other studios saw wrong, each as its reporter wanted to see it: what the database has, whatever zone the server, the
 * session, this machine and the browser are in. The numbers are those of the reports at drizzle-orm and drizzle-kit-mirror; where a report is about
 * MySQL or SQLite, it is PostgreSQL's type of the same kind here.
 */
class ReportedMomentsTest {
    private static final TimeZone BEFORE = TimeZone.getDefault();
    private static LiveStudio studio;

    @BeforeAll
    static void start() {
        // A machine and a server that are neither in UTC nor in the same zone.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        studio = LiveStudio.open();
        studio.with("do $$ begin execute 'alter database ' || quote_ident(current_database()) || ' set timezone to"
                + " ''Pacific/Auckland'''; end $$");
    }

    @AfterAll
    static void stop() {
        studio.close();
        TimeZone.setDefault(BEFORE);
    }

    /** A value as the page gets it, in a grid and as the answer to a statement, which are the same. */
    private static String shown(String type, String literal) {
        studio.with("drop table if exists moments; create table moments (v " + type + "); insert into moments values ("
                + literal + ")");
        Json row = studio.lines(studio.at("/api/rows", "schema", "public", "table", "moments"))
                .get(1);
        return row.asItems().getFirst().asText();
    }

    private static String told(String sql) {
        return studio.post(
                        "/api/sql", Json.object().put("id", "m").put("sql", sql).build())
                .body();
    }

    /** drizzle-orm 1147: pgAdmin showed another value than the studio. */
    @Test
    void the_actual_value_is_displayed_as_another_client_shows_it() {
        assertThat(shown("timestamp(3)", "'2023-08-30 22:10:32.517'"))
                .isEqualTo("2023-08-30 22:10:32.517")
                .isEqualTo(studio.query("select v::text from moments").getFirst());
    }

    /** drizzle-orm 2286: the offset of the server was applied once more. */
    @Test
    void a_moment_is_queried_in_utc_whatever_zone_the_server_is_in() {
        assertThat(shown("timestamptz", "'2024-05-10 12:00:00+00'")).isEqualTo("2024-05-10 12:00:00+00");
    }

    /** drizzle-orm 2549: bookings were shown 13 hours early. */
    @Test
    void a_booking_is_shown_at_its_hour_and_not_thirteen_hours_before() {
        assertThat(shown("timestamp", "'2024-10-30 20:00:00'")).isEqualTo("2024-10-30 20:00:00");
        assertThat(shown("timestamp", "'2024-11-04 06:30:00'")).isEqualTo("2024-11-04 06:30:00");
    }

    /** drizzle-orm 2747: 09:42 of the clock on the wall became 02:42. */
    @Test
    void a_moment_without_a_zone_is_given_none() {
        assertThat(shown("timestamp", "'2024-08-04 09:42:20'"))
                .isEqualTo("2024-08-04 09:42:20")
                .doesNotContain("Z", "+", "T");
    }

    /** drizzle-orm 3419: what was stored as 15:00 was shown as 13:00. */
    @Test
    void what_is_stored_as_three_o_clock_is_shown_as_three_o_clock() {
        assertThat(shown("timestamp", "'2024-05-13 15:00:00'")).isEqualTo("2024-05-13 15:00:00");
        assertThat(told("select v from moments")).contains("[\"2024-05-13 15:00:00\"]");
    }

    /** drizzle-orm 4041: in an array the same date lost five and a half hours. */
    @Test
    void a_moment_in_an_array_is_shown_like_one_that_stands_alone() {
        String alone = shown("timestamp", "'2025-01-29 18:30:00'");

        assertThat(shown("timestamp[]", "'{2025-01-29 18:30:00}'")).isEqualTo("{\"" + alone + "\"}");
        assertThat(shown("timestamptz[]", "'{2025-01-29 18:30:00+05:30}'")).isEqualTo("{\"2025-01-29 13:00:00+00\"}");
    }

    /** drizzle-orm 4977: milliseconds were read as seconds, fifty thousand years ahead. */
    @Test
    void a_number_of_milliseconds_is_a_number_and_no_date_is_made_of_it() {
        assertThat(shown("bigint", "1760790213941")).isEqualTo("1760790213941");
        assertThat(told("select v from moments")).contains("\"type\": \"bigint\"", "[\"1760790213941\"]");
    }

    /** drizzle-orm 2070: the column was shown as a moment, and its values as null. */
    @Test
    void a_time_of_the_day_is_shown_and_is_neither_null_nor_a_moment() {
        assertThat(shown("time", "'03:00:00'")).isEqualTo("03:00:00");
        assertThat(told("select v from moments")).contains("\"type\": \"time without time zone\"", "[\"03:00:00\"]");
    }

    /** drizzle-kit-mirror 365: values were shown as null, and as an invalid date when looked at. */
    @Test
    void a_moment_that_is_there_is_never_shown_as_null_or_invalid() {
        assertThat(shown("timestamp", "'2024-04-19 16:20:01.5'")).isEqualTo("2024-04-19 16:20:01.5");
        assertThat(shown("timestamp", "'infinity'")).isEqualTo("infinity");
        assertThat(shown("timestamptz", "'0044-03-15 12:00:00+00 BC'")).isEqualTo("0044-03-15 12:00:00+00 BC");
        assertThat(told("select v from moments")).contains("[\"0044-03-15 12:00:00+00 BC\"]");
    }
}
