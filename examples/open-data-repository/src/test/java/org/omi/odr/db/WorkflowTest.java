package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the maintainers wanted to do, typed as they would type it. */
class WorkflowTest {
    private static final String FLAGS = "public final Column<Integer> flags = integer();";
    private static final String LANGUAGE = FLAGS + "\n    public final Column<String> language = varchar(12);";

    @TempDir
    private Path scratch;

    private Clone clone;

    @BeforeEach
    void clone_the_project() throws IOException {
        clone = Clone.in(scratch);
    }

    private static TestDatabase emptyDatabase() {
        TestServer server = TestServers.postgres("17");
        assumeTrue(server.vector().usable(), "PostgreSQL 17: " + server.vector());
        return server.freshDatabase();
    }

    private Shell.Outcome run(int exitCode, String script) throws IOException, InterruptedException {
        Shell.Outcome outcome = clone.run(script);
        assertThat(outcome.exitCode()).as("%s: %s", script, outcome).isEqualTo(exitCode);
        return outcome;
    }

    @Test
    void migrate_an_empty_database() throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = emptyDatabase()) {
            run(0, "decant migrate --url " + database.url());

            assertThat(CatalogueFacts.of(database)).isEqualTo(Facts.known());
            assertThat(run(0, "decant status --url " + database.url()).out()).contains("Nothing is pending.");
            assertThat(run(0, "decant migrate --url " + database.url()).out()).contains("Nothing to do");
        }
    }

    @Test
    void migrate_with_sql_that_was_edited_and_never_run() throws IOException, InterruptedException, SQLException {
        Path up = clone.migration("initial_schema", "up.sql");
        String original = Files.readString(up);
        Clone.edit(up, "provider character varying(255)", "provider varchar2(255)");
        try (TestDatabase database = emptyDatabase()) {
            assertThat(run(1, "decant migrate --url " + database.url()).err())
                    .contains("initial_schema/up.sql:" + lineOf(up, "varchar2") + ":")
                    .contains("type \"varchar2\" does not exist")
                    .contains("did you mean varchar?")
                    .contains("nothing of this migration was kept");
            assertThat(CatalogueFacts.of(database)).isEmpty();

            Files.writeString(up, original);
            run(0, "decant migrate --url " + database.url());
        }
    }

    private static int lineOf(Path file, String text) throws IOException {
        return (int) Files.readString(file)
                .substring(0, Files.readString(file).indexOf(text))
                .lines()
                .count();
    }

    @Test
    void migrate_without_the_extension() throws IOException, InterruptedException, SQLException {
        TestServer server = TestServers.postgres("14");
        assumeFalse(server.vector().usable(), "PostgreSQL 14 has pgvector here");
        try (TestDatabase database = server.freshDatabase()) {
            assertThat(run(1, "decant migrate --url " + database.url()).err())
                    .contains("the extension vector is not installed on the server")
                    .contains("nothing of this migration was kept");
            assertThat(CatalogueFacts.of(database)).isEmpty();
            run(3, "decant status --url " + database.url());
        }
    }

    @Test
    void migrate_with_a_password_and_never_see_it_again() throws IOException, InterruptedException {
        try (TestDatabase database = emptyDatabase()) {
            String environment = "DATABASE_URL=%s POSTGRES_USER=%s POSTGRES_PASSWORD=%s"
                    .formatted(database.jdbcUrl(), database.user(), database.password());
            for (String verb :
                    new String[] {"migrate --verbose", "status --verbose", "migrate --json", "status --json"}) {
                Shell.Outcome outcome = run(0, environment + " decant " + verb);
                assertThat(outcome.toString()).doesNotContain(database.password());
            }
        }
    }

    @Test
    void generate_on_an_unchanged_schema() throws IOException, InterruptedException {
        assertThat(run(0, "decant generate").out()).contains("Nothing to do");
        assertThat(clone.ids()).hasSize(4);
    }

    @Test
    void generate_when_sql_and_changes_have_parted() throws IOException, InterruptedException {
        Clone.edit(clone.migration("embeddings", "up.sql"), "vector_cosine_ops", "vector_l2_ops");

        assertThat(run(0, "decant generate").toString())
                .contains("index_the_embeddings/up.sql was edited by hand after it was generated");
        assertThat(run(3, "decant check").toString())
                .contains("index_the_embeddings/up.sql was edited by hand after it was generated");
    }

    @Test
    void generate_with_a_class_that_does_not_compile() throws IOException, InterruptedException {
        Path contents = clone.schemaClass("Contents");
        Clone.edit(contents, "text().array()", "txt().array()");

        assertThat(run(1, "decant generate").err())
                .contains("Contents.java:" + lineOf(contents, "txt()") + ":45: cannot find symbol");
        assertThat(clone.ids()).hasSize(4);
    }

    @Test
    void migrate_what_cannot_run_and_be_led_out() throws IOException, InterruptedException, SQLException {
        run(0, "decant generate --custom 'a surprise'");
        Path up = clone.migration("a_surprise", "up.sql");
        Files.writeString(up, "DROP INDEX ix_contents_hash;\nDROP INDEX ix_that_never_was;\n");
        Files.writeString(
                clone.migration("a_surprise", "down.sql"), "CREATE INDEX ix_contents_hash ON contents (hash);\n");
        try (TestDatabase database = emptyDatabase()) {
            assertThat(run(1, "decant migrate --url " + database.url()).err())
                    .contains("a_surprise/up.sql:2:")
                    .contains("\"ix_that_never_was\" does not exist");
            assertThat(CatalogueFacts.of(database)).isEqualTo(Facts.known());

            Clone.edit(up, "DROP INDEX ix_that_never_was;", "");
            run(0, "decant migrate --url " + database.url());
            run(0, "decant rollback --url " + database.url());
            assertThat(CatalogueFacts.of(database)).isEqualTo(Facts.known());
        }
    }

    @Test
    void migrate_with_a_migration_that_was_edited_after_it_ran()
            throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = emptyDatabase()) {
            run(0, "decant migrate --url " + database.url());
            Clone.edit(clone.migration("initial_schema", "up.sql"), "email character varying", "email text");
            Clone.edit(clone.schemaClass("Contents"), FLAGS, LANGUAGE);
            run(0, "decant generate 'add the language'");

            assertThat(run(1, "decant migrate --url " + database.url()).err())
                    .contains("initial_schema")
                    .contains("DCT-203");
            assertThat(CatalogueFacts.of(database)).isEqualTo(Facts.known());
        }
    }

    @Test
    void check_two_beginnings() throws IOException, InterruptedException {
        run(0, "decant generate --out elsewhere 'another beginning'");
        run(0, "mv elsewhere/* migrations/");

        assertThat(run(3, "decant check").toString()).contains("index_the_embeddings", "another_beginning");
    }

    @Test
    void check_two_branches() throws IOException, InterruptedException, SQLException {
        Clone.edit(clone.schemaClass("Contents"), FLAGS, LANGUAGE);
        run(0, "decant generate 'add the language'; mkdir kept; mv migrations/*add_the_language kept");
        Clone.edit(clone.schemaClass("Contents"), LANGUAGE, FLAGS);
        Clone.edit(clone.schemaClass("Teams"), "varchar().unique", "varchar().notNull().unique");
        run(0, "decant generate 'teams have names' --note 'Give each team a name.'; mv kept/* migrations");

        assertThat(run(3, "decant check").toString()).contains("add_the_language", "teams_have_names");
        try (TestDatabase database = emptyDatabase()) {
            run(0, "decant migrate --url " + database.url());
            assertThat(CatalogueFacts.of(database)).contains("    language varchar(12)", "    name varchar not null");
        }
    }

    @Test
    void both_up_and_down() throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = emptyDatabase()) {
            run(0, "decant migrate --url " + database.url());
            assertThat(run(4, "decant rollback --steps 4 --url " + database.url())
                            .err())
                    .contains("--accept-data-loss");
            assertThat(CatalogueFacts.of(database)).isEqualTo(Facts.known());

            run(0, "rm -r migrations; decant rollback --steps 4 --accept-data-loss --url " + database.url());
            assertThat(CatalogueFacts.of(database)).isEmpty();
        }
    }
}
