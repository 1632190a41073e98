package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, wrong words, and options before and after the verb. */
final class MainTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void without_a_verb_it_says_what_there_is() {
        Shell.Outcome outcome = shell.run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("Usage: decant", "init", "generate", "migrate", "status", "rollback", "check", "export")
                .contains("quickstart", "completion", "Exit codes:");
    }

    @Test
    void the_version_is_one_line() {
        Shell.Outcome outcome = shell.run("--version");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSize(1).first().asString().startsWith("decant ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "generate",
                "migrate",
                "status",
                "rollback",
                "check",
                "export",
                "quickstart",
                "completion"
            })
    void every_verb_explains_itself_with_examples_and_exit_codes(String verb) {
        Shell.Outcome outcome = shell.run(verb, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Usage: decant " + verb, "Options of every verb:", "--json", "Examples:\n  ", "decant " + verb)
                .contains("Exit codes:", "3   done, and there are differences or findings");
        assertThat(shell.run("help", verb).out()).isEqualTo(outcome.out());
    }

    @Test
    void a_verb_that_does_not_exist_is_a_usage_error_with_a_suggestion() {
        Shell.Outcome outcome = shell.run("genrate");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "DCT-120 decant: there is no verb \"genrate\"; did you mean generate? see decant --help");
    }

    @Test
    void an_option_that_does_not_exist_is_a_usage_error_with_a_suggestion() {
        Shell.Outcome outcome = shell.run("status", "--exit-zreo");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no option --exit-zreo; did you mean --exit-zero?");
    }

    @Test
    void an_option_without_its_value_is_a_usage_error() {
        Shell.Outcome outcome = shell.run("status", "--url");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("DCT-120 decant status: ").contains("--url");
    }

    @Test
    void a_usage_error_is_a_document_for_programs() {
        Shell.Outcome outcome = shell.run("genrate", "--json");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualToIgnoringNewLines(
                        "{\"error\": {\"code\": \"DCT-120\", \"what\": \"there is no verb \\\"genrate\\\"\","
                                + " \"where\": \"decant\", \"next\": \"did you mean generate? see decant --help\"}}");
    }

    @Test
    void an_option_of_every_verb_stands_before_or_after_the_verb() {
        Shell project = Shell.inSqliteProject(folder);
        project.run("generate");

        Shell.Outcome before = project.run("--json", "--url", "sqlite:other.db", "status");
        Shell.Outcome after = project.run("status", "--url", "sqlite:other.db", "--json");

        assertThat(before).isEqualTo(after);
        assertThat(before.out()).contains("\"database\": \"sqlite:other.db\"");
    }

    @Test
    void the_completion_script_knows_the_verbs_and_their_options() {
        Shell.Outcome outcome = shell.run("completion");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("generate", "rollback", "--accept-data-loss");
    }
}
