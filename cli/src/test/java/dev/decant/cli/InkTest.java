package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours, and little or much to read. */
final class InkTest {
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    @Test
    void there_are_colours_on_a_terminal_only() {
        assertThat(Shell.inSqliteProject(folder).typing(List.of(), "generate").out())
                .contains(ESCAPE + "32m+ table users");
        assertThat(Shell.inSqliteProject(folder).run("export").out()).doesNotContain(ESCAPE);
    }

    @Test
    void whoever_wants_no_colours_gets_none() {
        Shell shell = Shell.inSqliteProject(folder);

        assertThat(shell.typing(List.of(), "generate", "--no-color").out()).doesNotContain(ESCAPE);
        assertThat(shell.with("NO_COLOR", "1").typing(List.of(), "check").out()).doesNotContain(ESCAPE);
    }

    @Test
    void quiet_leaves_what_was_asked_for() {
        Shell shell = Shell.inSqliteProject(folder);

        shell.run("generate", "first", "--quiet");

        assertThat(shell.run("migrate", "--quiet").out().lines())
                .singleElement()
                .asString()
                .startsWith("+ ");
        assertThat(shell.run("check", "--quiet").out()).isEmpty();
    }

    @Test
    void verbose_shows_the_statements() {
        Shell shell = Shell.inSqliteProject(folder);

        assertThat(shell.run("generate", "--verbose").out()).contains("    CREATE TABLE users (");
        assertThat(shell.run("migrate", "--verbose").out()).contains("step step-1", "line ", "done in ");
    }

    @Test
    void export_prints_the_whole_schema_or_writes_it_into_a_file() {
        Shell shell = Shell.inSqliteProject(folder);

        Shell.Outcome printed = shell.run("export");
        Shell.Outcome written = shell.run("export", "--out", "schema.sql");

        assertThat(printed.out()).startsWith("CREATE TABLE users (").endsWith(";\n");
        assertThat(written.out()).contains("schema.sql: 1 statement");
        assertThat(shell.read("schema.sql")).isEqualTo(printed.out());
        assertThat(shell.run("export", "--out", "no/such/folder.sql").err()).startsWith("DCT-119 ");
    }
}
