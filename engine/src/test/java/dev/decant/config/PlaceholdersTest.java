package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of placeholders, and who counts. */
class PlaceholdersTest {
    private static final String FILE = """
            [placeholders]
            reader = "everywhere"
            empty = ""

            [environment.production]
            url = "sqlite:app.db"

            [environment.production.placeholders]
            reader = "${READER:-production}"
            """;

    @TempDir
    private Path folder = Path.of("");

    private Project project() {
        return new Project(folder).toml(FILE);
    }

    private static Flags production() {
        return Flags.none().withEnvironment("production");
    }

    @Test
    void an_environment_counts_before_the_rest_of_the_file() {
        assertThat(project().read().placeholder("reader")).hasValue("everywhere");
        assertThat(project().read(production()).placeholder("reader")).hasValue("production");
        assertThat(project().variable("READER", "x").read(production()).placeholder("reader"))
                .hasValue("x");
    }

    @Test
    void a_value_may_be_empty_and_a_name_unknown() {
        assertThat(project().read().placeholder("empty")).hasValue("");
        assertThat(project().read().placeholder("other")).isEmpty();
    }

    @Test
    void variables_count_before_the_file_and_may_have_names_that_it_lacks() {
        Project project = project()
                .variable("DECANT_PLACEHOLDERS_READER", "general")
                .variable("DECANT_PLACEHOLDERS_NEW_ONE", "new");
        assertThat(project.read(production()).placeholder("reader")).hasValue("general");
        assertThat(project.read().placeholder("new_one")).hasValue("new");
        project.variable("DECANT_ENVIRONMENT_PRODUCTION_PLACEHOLDERS_READER", "own");
        assertThat(project.read(production()).placeholder("reader")).hasValue("own");
    }

    @Test
    void a_value_that_is_no_text_is_refused() {
        assertThatThrownBy(() ->
                        new Project(folder).toml("[placeholders]\na = 1\n").read())
                .hasMessage("DCT-103 decant.toml:2:1: placeholders.a must be text, not a whole number;"
                        + " write it in quotes");
        assertThatThrownBy(
                        () -> new Project(folder).toml("placeholders = \"a\"\n").read())
                .hasMessageStartingWith("DCT-103 decant.toml:1:1: placeholders must be a table, not text");
    }
}
