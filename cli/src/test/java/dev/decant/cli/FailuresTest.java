package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.config.Surroundings;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed when something goes wrong. */
final class FailuresTest {
    private static final Failure ONE =
            Failure.of("DCT-203", "changed after it ran").next("restore the file");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Call call(boolean seen, Map<String, String> variables) {
        return Call.at(new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(out),
                new PrintWriter(err),
                seen,
                seen,
                seen,
                new Surroundings(variables, folder)));
    }

    @Test
    void each_failure_is_a_line_with_code_place_what_and_next() {
        Failure other = ONE.at(folder.resolve("up.sql").toString());

        int code = new Failures(call(false, Map.of())).report(new DecantException(List.of(ONE, other)));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "DCT-203 changed after it ran; restore the file",
                        "DCT-203 up.sql: changed after it ran; restore the file");
    }

    @Test
    void failures_are_red_on_a_terminal_and_plain_where_no_colour_is_wanted() {
        new Failures(call(true, Map.of())).report(ONE.exception());
        assertThat(err.toString()).startsWith("\u001b[31mDCT-203 changed after it ran\u001b[0m;");

        err.getBuffer().setLength(0);
        new Failures(call(true, Map.of("NO_COLOR", "1"))).report(ONE.exception());
        assertThat(err.toString()).startsWith("DCT-203");
    }

    @Test
    void an_error_in_decant_itself_keeps_its_stack_trace_in_a_file() throws IOException {
        int code = new Failures(call(false, Map.of())).report(new IllegalStateException("no such thing\nat all"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("DCT-199 an error in Decant itself: IllegalStateException: no such thing; please report it"
                        + " with the stack trace in .decant/error-")
                .doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(folder.resolve(".decant"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .content()
                            .contains(
                                    "java.lang.IllegalStateException: no such thing",
                                    "\tat dev.decant.cli.FailuresTest"));
        }
    }

    @Test
    void a_stack_trace_that_cannot_be_kept_is_no_second_failure() throws IOException {
        Files.writeString(folder.resolve(".decant"), "a file where a folder should be");

        new Failures(call(false, Map.of())).report(new IllegalStateException("broken"));

        assertThat(err.toString()).contains("DCT-199", "run it again with --verbose");
    }
}
