package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is so. */
class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+) +[A-Z].*");

    private final Page readme;

    ReadmeTest() throws IOException {
        readme = Page.at("README.md");
    }

    @Test
    void it_has_blocks_of_these_kinds_and_no_other() {
        assertThat(readme.blocks()).extracting(Page.Block::language).containsExactly("sh", "java", "sql", "sql");
    }

    @Test
    void the_two_commands_are_there() {
        assertThat(readme.blocks("sh")).containsExactly("./decant quickstart\n./verify\n");
        assertThat(Page.ROOT.resolve("decant")).isExecutable();
        assertThat(Page.ROOT.resolve("verify")).isExecutable();
    }

    @Test
    void the_quick_start_goes_there_and_back(@TempDir Path scratch) throws IOException, InterruptedException {
        assumeTrue(TestServers.postgres("17").vector().usable(), "pgvector cannot be had here");
        Shell shell = Shell.in(scratch);
        TestServers.copyPgVector("17", shell.folder().resolve("tour/.decant"));
        Shell.Outcome outcome = shell.run("decant quickstart tour");
        assertThat(outcome.exitCode()).as("%s", outcome).isZero();
        assertThat(outcome.out())
                .containsSubsequence(
                        "$ decant migrate",
                        "4 migrations in",
                        "$ decant status",
                        "Nothing is pending.",
                        "$ decant generate",
                        "$ decant migrate",
                        "$ decant rollback",
                        "Where to go next");
    }

    @Test
    void the_class_is_one_of_the_schema() throws IOException {
        String shown = readme.blocks("java").getFirst();
        assertThat(texts(SchemaClasses.FOLDER, ".java"))
                .anySatisfy(text -> assertThat(text).endsWith(shown));
    }

    @Test
    void the_sql_is_what_was_generated() throws IOException {
        List<String> generated = texts(Path.of("migrations"), ".sql");
        assertThat(readme.blocks("sql")).isSubsetOf(generated);
    }

    @Test
    void the_verbs_are_those_that_there_are(@TempDir Path scratch) throws IOException, InterruptedException {
        String help = Shell.in(scratch).run("decant --help").out();
        List<String> verbs = groups(LISTED, help.substring(help.indexOf("Verbs:")));
        assertThat(groups(ROW, readme.text()))
                .containsExactlyElementsOf(verbs.stream()
                        .filter(verb -> !verb.equals("help") && !verb.equals("quickstart"))
                        .toList());
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<String> texts(Path folder, String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files =
                    tree.filter(file -> file.toString().endsWith(ending)).toList();
            return files.stream().map(ReadmeTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
