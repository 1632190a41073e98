package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beginning of a project. */
final class InitTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void a_project_begins_with_a_configuration_a_table_and_what_git_ignores() {
        Shell.Outcome outcome = shell.run("init");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("+ decant.toml", "+ src/main/java/db/schema/Users.java", "+ .gitignore", "decant generate");
        assertThat(shell.read("decant.toml")).contains("dialect = \"postgresql\"", "# ${NAME} is a variable");
        assertThat(shell.read("src/main/java/db/schema/Users.java")).startsWith("package db.schema;\n");
        assertThat(shell.read(".gitignore")).isEqualTo(".decant/\n.env\n");
    }

    @Test
    void what_it_writes_works_at_once() {
        shell.run("init", "--dialect", "sqlite");

        assertThat(shell.run("generate").code()).isZero();
        assertThat(shell.run("migrate").code()).isZero();
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void what_it_writes_for_postgresql_makes_a_migration() {
        shell.run("init");

        assertThat(shell.run("generate").code()).isZero();
        assertThat(shell.read("migrations/" + shell.migrations().getFirst() + "/up.sql"))
                .contains("CREATE TABLE public.users");
    }

    @Test
    void the_schema_goes_beside_the_code_that_is_there() {
        shell.write("src/main/java/com/acme/app/App.java", "package com.acme.app;\nfinal class App {}\n");

        shell.run("init");

        assertThat(shell.read("decant.toml")).contains("\"src/main/java/com/acme/app/db/schema\"");
        assertThat(shell.read("src/main/java/com/acme/app/db/schema/Users.java"))
                .startsWith("package com.acme.app.db.schema;\n");
    }

    @Test
    void a_configuration_that_is_there_is_never_overwritten() {
        shell.write("decant.toml", "dialect = \"sqlite\"\n");

        Shell.Outcome outcome = shell.run("init");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines("DCT-116 decant.toml: there is one already; edit it, or remove it first");
        assertThat(shell.read("decant.toml")).isEqualTo("dialect = \"sqlite\"\n");
        assertThat(shell.has("src")).isFalse();
    }

    @Test
    void classes_that_are_there_stay_and_the_list_for_git_grows() {
        shell.write("schema/Old.java", "final class Old {}\n");
        shell.write(".gitignore", "target/\n.env");

        Shell.Outcome outcome = shell.run("init", "--schema", "schema");

        assertThat(outcome.out()).contains("~ .gitignore").doesNotContain("Users.java");
        assertThat(shell.read(".gitignore")).isEqualTo("target/\n.env\n.decant/\n");
    }

    @Test
    void at_a_terminal_it_asks_and_takes_the_usual_for_an_empty_answer() {
        Shell.Outcome outcome = shell.typing(List.of("sqlite", ""), "init");

        assertThat(outcome.err()).contains("Which database", "[postgresql]", "[src/main/java/db/schema]");
        assertThat(shell.read("decant.toml")).contains("dialect = \"sqlite\"", "sqlite:app.db");
    }

    @Test
    void with_yes_it_asks_nothing() {
        Shell.Outcome outcome = shell.typing(List.of(), "init", "--yes");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void a_dialect_that_is_not_known_is_refused_with_a_suggestion() {
        Shell.Outcome outcome = shell.run("init", "--dialect", "postgres");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-104 --dialect: the dialect is not known; did you mean \"postgresql\"?");
        assertThat(shell.has("decant.toml")).isFalse();
    }
}
