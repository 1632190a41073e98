package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.source.JavaSourceFolder;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide says to type works, and its links lead somewhere. */
class GuideTest {
    private static final Pattern CLASS = Pattern.compile("(?s)^package ([\\w.]+);.*?class (\\w+)");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/guide/README.md",
                "docs/guide/getting-started.md",
                "docs/guide/schema.md",
                "docs/guide/schema-objects.md",
                "docs/guide/migrations.md",
                "docs/guide/configuration.md",
                "docs/guide/limits.md"
            })
    void links_lead_somewhere(String page) throws IOException {
        assertThat(Page.at(page).links()).allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void getting_started_gets_somebody_started() throws IOException, InterruptedException {
        Path here = Files.createDirectories(scratch.resolve("work"));
        for (Page.Block block : Page.at("docs/guide/getting-started.md").blocks()) {
            switch (block.language()) {
                case "sh" -> here = type(block.text(), here);
                case "java" -> save(block.text(), here);
                default -> throw new AssertionError("a block of " + block.language());
            }
        }
        assertThat(type("decant status", here).resolve("app.db")).exists();
    }

    /** Runs a block; the next one goes on in the folder where it ended. */
    private Path type(String script, Path here) throws IOException, InterruptedException {
        Path end = scratch.resolve("end");
        Shell shell = new Shell(here, Shell.in(scratch).bin());
        Shell.Outcome outcome = shell.run(script + "\npwd > '" + end + "'");
        assertThat(outcome.exitCode()).as("%s: %s", script, outcome).isZero();
        return Path.of(Files.readString(end).strip());
    }

    private static void save(String source, Path project) throws IOException {
        Matcher matcher = CLASS.matcher(source);
        assertThat(matcher.find()).isTrue();
        Path folder = project.resolve("src/main/java").resolve(matcher.group(1).replace('.', '/'));
        Files.writeString(folder.resolve(matcher.group(2) + ".java"), source);
    }

    @Test
    void a_migration_consists_of_what_the_guide_says() throws IOException {
        String listing = Page.at("docs/guide/migrations.md").blocks("").getFirst();
        List<String> lines =
                listing.lines().map(line -> line.strip().replaceAll(" .*", "")).toList();
        Path migration = Path.of(lines.get(0)).resolve(lines.get(1));
        assertThat(lines.subList(2, lines.size()))
                .containsExactly("up.sql", "down.sql", "migration.json")
                .allSatisfy(file -> assertThat(migration.resolve(file)).exists());
    }

    @Test
    void a_conversion_is_said_as_the_guide_says() throws IOException, InterruptedException {
        Clone clone = Clone.in(scratch);
        String original = Files.readString(clone.migration("keep_several_urls_of_a_content", "up.sql"));
        clone.run("rm -r migrations/*index_the_embeddings migrations/*keep_several_urls_of_a_content");

        assertThat(clone.run("decant generate").toString()).contains("exit code 4", "--using-down");
        Shell.Outcome outcome = clone.run(migrations("sh").getFirst());
        assertThat(outcome.exitCode()).as("%s", outcome).isZero();
        String conversion = original.substring(original.indexOf("ALTER TABLE"));
        assertThat(Files.readString(clone.migration("keep_several_urls_of_a_content", "up.sql")))
                .contains(conversion.strip());
    }

    @Test
    void sql_of_ones_own_runs_in_steps() throws IOException, InterruptedException, SQLException {
        TestServer server = TestServers.postgres("17");
        assumeTrue(server.vector().usable(), "PostgreSQL 17: " + server.vector());
        Clone clone = Clone.in(scratch);
        try (TestDatabase database = server.freshDatabase()) {
            assertThat(clone.run(customMigration()).exitCode()).isZero();
            Files.writeString(
                    clone.migration("fill_in_the_languages", "up.sql"),
                    migrations("sql").getFirst());
            Shell.Outcome outcome = clone.run("decant migrate --url " + database.url());
            assertThat(outcome.exitCode()).as("%s", outcome).isZero();
            assertThat(CatalogueFacts.of(database))
                    .contains("    language text", "    index contents_language using btree (language)");
        }
    }

    @Test
    void a_renamed_column_compiles() throws IOException {
        String field = migrations("java").getFirst();
        Files.writeString(
                scratch.resolve("Users.java"),
                "import dev.decant.dsl.*; final class Users extends PgTable { " + field + " }");
        JavaSourceFolder code = new JavaSourceFolder(scratch, List.of(), scratch.resolve("cache"));
        assertThat(code.formerNames()).hasSize(1);
    }

    private static String customMigration() throws IOException {
        return migrations("sh").stream()
                .filter(block -> block.contains("--custom"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> migrations(String language) throws IOException {
        return Page.at("docs/guide/migrations.md").blocks(language);
    }
}
