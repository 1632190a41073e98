package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The command line, without starting a process. */
final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_verb_it_says_what_there_is() {
        assertThat(run()).isZero();
        assertThat(out.toString()).startsWith("Usage: decant");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().lines()).hasSize(1).first().asString().startsWith("decant ");
    }

    @Test
    void an_unknown_word_is_a_usage_error() {
        assertThat(run("pour me one")).isEqualTo(2);
        assertThat(err.toString()).contains("pour me one");
    }

    private int run(String... arguments) {
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
