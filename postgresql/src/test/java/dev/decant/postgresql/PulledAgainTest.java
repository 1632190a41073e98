package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.emit.JavaChange;
import dev.decant.emit.JavaEmitter;
import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import dev.decant.workflow.Pulled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulling into classes that somebody has worked on: what differs is edited, and all else stays to the letter. */
final class PulledAgainTest {
    private static final String POSTS = """
            package com.acme.db;

            import dev.decant.dsl.*;
            import java.time.OffsetDateTime;
            import java.util.Locale;

            /** What people write, as the marketing department likes to call it. */
            @Comment("posts")
            public final class Posts extends PgTable {
                public static final Posts POSTS = new Posts();

                // The key stays first.
                public final Column<Integer> id = serial().primaryKey();

                /** Never empty. */
                public final Column<String> title = varchar(200).notNull().check("title   <>   ''");   // by hand
                public final Column<Status> status = enumeration(Status.class).notNull().defaultTo(Status.DRAFT);
                public final Column<OffsetDateTime> at = timestamptz().notNull().defaultSql("NOW( )");

                public final Index byTitle = index().on(title);

                /** A helper that Decant knows nothing of. */
                public static String shout(String text) {
                    return text.toUpperCase(Locale.ROOT) + "!";
                }
            }
            """;

    private static final String STATUS = """
            package com.acme.db;

            /** How far a post is. */
            public enum Status {
                /** Nobody sees it. */
                DRAFT,
                // Everybody does.
                OPEN {
                    @Override
                    public boolean seen() {
                        return true;
                    }
                },
                GONE;

                /** Whether anybody sees it. */
                public boolean seen() {
                    return false;
                }
            }
            """;

    @TempDir
    Path folder;

    private final LiveDatabase database = open();

    private static LiveDatabase open() {
        try {
            return LiveDatabase.open("17");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void haveClasses() throws SQLException, IOException {
        write("Posts", POSTS);
        write("Status", STATUS);
        database.execute("""
                CREATE TYPE status AS ENUM ('DRAFT', 'OPEN', 'GONE');
                CREATE TABLE posts (id serial PRIMARY KEY, title varchar(200) NOT NULL CHECK (title <> ''),
                    status status NOT NULL DEFAULT 'DRAFT', at timestamptz NOT NULL DEFAULT now());
                CREATE INDEX ON posts (title); COMMENT ON TABLE posts IS 'posts';
                """);
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    private Path file(String name) {
        return folder.resolve("src/main/java/com/acme/db/" + name + ".java");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).resolveSibling("."));
        Files.writeString(file(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** Pulls after a change of the database, and proves that the classes say what it has then. */
    private Pulled pulledAfter(String script) throws SQLException {
        database.execute(script);
        PullProof proof = new PullProof(folder);
        Pulled pulled = proof.pull(database);
        SchemaDifference.requireEqual(JavaEmitter.said(inWords(proof)), JavaEmitter.said(database.inspect()));
        assertThat(proof.pull(database).files()).isEmpty();
        return pulled;
    }

    /** What the classes say once a database has made it. */
    private static Schema inWords(PullProof proof) throws SQLException {
        try (LiveDatabase copy = LiveDatabase.open("17")) {
            copy.migrate(Schema.EMPTY, proof.declared());
            return copy.inspect();
        }
    }

    @Test
    void classes_that_say_it_in_other_words_are_left_alone() throws SQLException, IOException {
        assertThat(pulledAfter("SELECT 1").files()).isEmpty();
        assertThat(read("Posts")).isEqualTo(POSTS);
        assertThat(read("Status")).isEqualTo(STATUS);
    }

    @Test
    void a_new_column_stands_behind_the_one_before_it_and_nothing_else_changes() throws SQLException, IOException {
        pulledAfter("ALTER TABLE posts ADD COLUMN price numeric(9, 2), ADD COLUMN author uuid NOT NULL");

        String added = """
                    public final Column<BigDecimal> price = numeric(9, 2);
                    public final Column<UUID> author = uuid().notNull();
                """;
        assertThat(read("Posts"))
                .isEqualTo(
                        POSTS.replace("defaultSql(\"NOW( )\");\n", "defaultSql(\"NOW( )\");\n" + added)
                                .replace(
                                        "import java.time.OffsetDateTime;\nimport java.util.Locale;\n",
                                        "import java.math.BigDecimal;\nimport java.time.OffsetDateTime;\nimport java.util.Locale;\nimport java.util.UUID;\n"));
    }

    @Test
    void a_column_that_is_gone_goes_with_its_comment_and_its_import() throws SQLException, IOException {
        pulledAfter("ALTER TABLE posts DROP COLUMN title, DROP COLUMN at");

        assertThat(read("Posts"))
                .doesNotContain("Never empty", "title", "byTitle", "OffsetDateTime", "NOW( )")
                .contains("// The key stays first.", "shout(String text)", "import java.util.Locale;");
    }

    @Test
    void a_column_that_differs_keeps_its_place_and_its_comments() throws SQLException, IOException {
        pulledAfter("ALTER TABLE posts ALTER COLUMN title TYPE text, ALTER COLUMN title DROP NOT NULL");

        assertThat(read("Posts"))
                .contains("/** Never empty. */\n    public final Column<String> title = text()")
                .contains("// by hand\n", "defaultSql(\"NOW( )\")", "// The key stays first.");
    }

    @Test
    void a_column_under_another_name_takes_its_index_along() throws SQLException, IOException {
        pulledAfter("ALTER TABLE posts RENAME COLUMN title TO headline");

        assertThat(read("Posts"))
                .contains("Column<String> headline = varchar(200).notNull()", ".on(headline)")
                .doesNotContain("title = ");
    }

    @Test
    void a_table_under_another_name_is_another_class() throws SQLException, IOException {
        Pulled pulled = pulledAfter("ALTER TABLE posts RENAME TO articles");

        assertThat(pulled.files()).extracting(JavaChange::path).contains("Articles.java", "Posts.java");
        assertThat(file("Posts")).doesNotExist();
        assertThat(read("Articles")).contains("public final class Articles extends PgTable");
    }

    @Test
    void a_new_table_is_a_file_beside_the_others() throws SQLException, IOException {
        Pulled pulled = pulledAfter("CREATE TABLE votes (post_id integer PRIMARY KEY REFERENCES posts, n bigint)");

        assertThat(pulled.files()).extracting(JavaChange::path).containsExactly("Votes.java");
        assertThat(read("Votes"))
                .contains(
                        "package com.acme.db;", "import static com.acme.db.Posts.POSTS;", "references(() -> POSTS.id)");
        assertThat(read("Posts")).isEqualTo(POSTS);
    }

    @Test
    void an_index_and_a_key_that_come_and_go_leave_the_rest() throws SQLException, IOException {
        pulledAfter("DROP INDEX posts_title_idx; CREATE UNIQUE INDEX newest ON posts (at DESC) WHERE title <> 'x';"
                + " ALTER TABLE posts ADD CONSTRAINT once UNIQUE (title, at)");

        assertThat(read("Posts"))
                .doesNotContain("Index byTitle")
                .contains("index(\"newest\")", "unique(\"once\", title, at)", "shout(String text)");
    }

    @Test
    void an_enum_gains_a_constant_where_the_database_has_it() throws SQLException, IOException {
        pulledAfter("ALTER TYPE status ADD VALUE 'in review' BEFORE 'OPEN'");

        assertThat(read("Status"))
                .contains("    DRAFT,\n    @Label(\"in review\")\n    IN_REVIEW,\n    // Everybody does.\n    OPEN {")
                .contains("/** Nobody sees it. */", "GONE;", "/** Whether anybody sees it. */");
    }

    @Test
    void a_label_under_another_name_is_told_as_a_rename() throws SQLException, IOException {
        pulledAfter("ALTER TYPE status RENAME VALUE 'OPEN' TO 'PUBLISHED'");

        assertThat(read("Status"))
                .contains("    // Everybody does.\n    @RenamedFrom(\"OPEN\")\n    PUBLISHED {\n        @Override")
                .contains("import dev.decant.dsl.RenamedFrom;", "/** Nobody sees it. */\n    DRAFT,", "GONE;")
                .doesNotContain("    OPEN");
    }

    @Test
    void a_default_follows_the_label_that_it_is() throws SQLException, IOException {
        pulledAfter("ALTER TYPE status RENAME VALUE 'DRAFT' TO 'IDEA'");

        assertThat(read("Status")).contains("/** Nobody sees it. */\n    @RenamedFrom(\"DRAFT\")\n    IDEA,");
        assertThat(read("Posts")).contains("defaultTo(Status.IDEA)");
    }

    @Test
    void a_constant_with_a_name_of_its_own_keeps_it_under_another_label() throws SQLException, IOException {
        write("Status", STATUS.replace("    GONE;", "    @dev.decant.dsl.Label(\"GONE\")\n    AWAY;"));
        pulledAfter("ALTER TYPE status RENAME VALUE 'GONE' TO 'lost'");

        assertThat(read("Status")).contains("@RenamedFrom(\"GONE\")\n    @Label(\"lost\")\n    AWAY;");
    }

    @Test
    void what_only_a_person_can_change_is_left_and_named() throws SQLException, IOException {
        write("Stamps", """
                package com.acme.db;

                import dev.decant.dsl.*;
                import java.time.OffsetDateTime;

                /** When it was made. */
                public final class Stamps extends PgColumns {
                    public final Column<OffsetDateTime> at = timestamptz().notNull().defaultNow();
                }
                """);
        write(
                "Posts",
                POSTS.replaceAll(
                                "    public final Column<OffsetDateTime> at = .*\n",
                                "    public final Stamps stamps = include(new Stamps());\n")
                        .replace("import java.time.OffsetDateTime;\n", ""));
        String before = read("Stamps");
        database.execute("ALTER TABLE posts ALTER COLUMN at TYPE date");
        Pulled pulled = new PullProof(folder).pull(database);

        assertThat(pulled.byHand())
                .singleElement()
                .satisfies(failure -> assertThat(failure.what()).contains("at", "Stamps"));
        assertThat(read("Stamps")).isEqualTo(before);
    }

    @Test
    void an_enum_that_became_a_domain_is_a_domain_for_the_classes_that_use_it() throws SQLException, IOException {
        pulledAfter("ALTER TABLE posts ALTER status DROP DEFAULT, ALTER status TYPE text; DROP TYPE status;"
                + "CREATE DOMAIN status AS text CHECK (VALUE <> '');"
                + "ALTER TABLE posts ALTER status TYPE status, ALTER status SET DEFAULT 'DRAFT'");
        assertThat(read("Posts")).contains("Column<String> status", "raw(\"public.status\", String.class).notNull()");
        assertThat(file("Status")).doesNotExist();
    }
}
