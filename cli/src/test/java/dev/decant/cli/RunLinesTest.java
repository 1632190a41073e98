package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.config.PrintPolicy;
import dev.decant.config.Surroundings;
import dev.decant.database.SessionObserver.Blocker;
import dev.decant.database.SessionObserver.Progress;
import dev.decant.database.SessionObserver.Sighting;
import dev.decant.run.RunEvent;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who watches a run. */
final class RunLinesTest {
    private static final Instant OPENING = Instant.parse("2026-11-29T02:00:00Z");

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();

    private RunLines lines(boolean watched) {
        Call call = Call.at(new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(screen),
                new PrintWriter(screen),
                watched,
                watched,
                watched,
                new Surroundings(Map.of("NO_COLOR", "1", "COLUMNS", "80"), folder)));
        return new RunLines(call.output(), new StatementText(PrintPolicy.FULL));
    }

    @Test
    void a_terminal_counts_down_to_the_window_between_two_events() throws InterruptedException {
        try (RunLines lines = lines(true)) {
            lines.on(new RunEvent.WindowWaiting(OPENING, Duration.ofSeconds(65)));
            assertThat(screen.toString()).contains("window at 2026-11-29T02:00:00Z, in 1 min 5 s");
            for (int tries = 0; tries < 100 && !screen.toString().contains("in 1 min 3 s"); tries++) {
                Thread.sleep(100);
            }
            assertThat(screen.toString()).contains("in 1 min 3 s");
        }
    }

    @Test
    void a_log_gets_a_line_with_what_is_left() {
        try (RunLines lines = lines(false)) {
            lines.on(new RunEvent.WindowWaiting(OPENING, Duration.ofMinutes(125)));
        }
        assertThat(screen.toString().lines())
                .containsExactly("waiting for the maintenance window at 2026-11-29T02:00:00Z, in 2 h 5 min");
    }

    @Test
    void an_assertion_that_takes_long_is_on_the_live_line_and_in_the_log() {
        RunEvent started = new RunEvent.AssertionStarted("20261122_a", "a/verify.sql", 2, 1, "nobody is below zero");
        RunEvent running = new RunEvent.StatementRunning("20261122_a", 1, Duration.ofSeconds(12), Sighting.NOTHING);
        try (RunLines lines = lines(true)) {
            lines.on(started);
        }
        assertThat(screen.toString()).contains("asks: nobody is below zero");
        screen.getBuffer().setLength(0);
        try (RunLines lines = lines(false)) {
            lines.on(started);
            lines.on(running);
        }
        assertThat(screen.toString()).contains("asks: nobody is below zero: 12.0 s");
    }

    @Test
    void who_is_in_the_way_is_told_once_in_full_and_the_statement_stays_to_be_seen() {
        Blocker report = new Blocker("4711", "anna", "monthly report", Duration.ofSeconds(90), "SELECT sum(a) FROM t");
        Sighting blocked = new Sighting(List.of(report), Optional.empty());
        Sighting building =
                new Sighting(List.of(), Optional.of(new Progress("building index: scanning table", 40, 100)));
        try (RunLines lines = lines(true)) {
            lines.on(new RunEvent.StatementStarted(
                    "20261126190048_blocked_things", "CREATE INDEX CONCURRENTLY big_i ON big (i)", 1, 1, 2));
            lines.on(new RunEvent.StatementRunning("a", 1, Duration.ofSeconds(1), blocked));
            lines.on(new RunEvent.StatementRunning("a", 1, Duration.ofSeconds(2), blocked));
            lines.on(new RunEvent.StatementRunning("a", 1, Duration.ofSeconds(3), building));
        }
        assertThat(screen.toString())
                .containsOnlyOnce(
                        "    blocked by process 4711 of anna (monthly report), for 90 s: SELECT sum(a) FROM t\n")
                .contains("[1/2] CREATE INDEX CONCURRENTLY big_i ON big (i)  blocked by process 4711")
                .contains("[1/2] CREATE INDEX CONCURRENTLY big_i ...  building index: scanning table 40 %");
    }
}
