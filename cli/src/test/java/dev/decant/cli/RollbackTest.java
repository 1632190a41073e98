package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back of a database with rows in it. */
final class RollbackTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        users("");
        shell.run("generate", "first");
        users("public final Column<String> nick = text();");
        shell.run("generate", "second");
        assertThat(shell.run("migrate").err()).isEmpty();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private void users(String more) {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users USERS = new Users();
                    public final Column<Integer> id = serial().primaryKey();
                    %s
                }
                """.formatted(more));
    }

    @Test
    void rows_and_values_that_would_be_lost_are_counted() throws SQLException {
        database.execute("INSERT INTO users (nick) VALUES ('a'), ('b'), (NULL)");

        Shell.Outcome last = shell.run("rollback");
        Shell.Outcome both = shell.run("rollback", "--steps", "2");
        Shell.Outcome dry = shell.run("rollback", "--dry-run", "--json");

        assertThat(last.code()).isEqualTo(4);
        assertThat(last.err()).startsWith("DCT-532 ").contains("2 values of public.users.nick", "--accept-data-loss");
        assertThat(both.err()).contains("2 values of public.users.nick", "3 rows of public.users");
        assertThat(dry.out()).contains("\"losses\": [\"2 values of public.users.nick would be gone\"]");
        assertThat(database.query("SELECT count(nick) FROM users")).containsExactly("2");
        assertThat(shell.run("rollback", "--steps", "2", "--accept-data-loss").code())
                .isZero();
        assertThat(database.query("SELECT 1 FROM pg_tables WHERE tablename = 'users'"))
                .isEmpty();
    }

    @Test
    void where_there_are_no_rows_nothing_is_lost_and_nobody_is_asked() {
        assertThat(shell.run("rollback", "--steps", "2").code()).isZero();
    }

    @Test
    void an_older_checkout_takes_back_what_a_newer_one_did() throws IOException, SQLException {
        remove(folder.resolve("migrations").resolve(shell.migrations().getLast()));

        Shell.Outcome outcome = shell.run("rollback");

        assertThat(outcome.code()).isZero();
        assertThat(database.query("SELECT 1 FROM information_schema.columns WHERE column_name = 'nick'"))
                .isEmpty();
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void the_database_goes_back_to_a_moment() throws InterruptedException, SQLException {
        Thread.sleep(10);
        Instant then = Instant.now();
        Thread.sleep(10);
        users("public final Column<String> nick = text(); public final Column<String> more = text();");
        shell.run("generate", "third");
        shell.run("migrate");

        Shell.Outcome outcome = shell.run("rollback", "--to-time", then.toString());

        assertThat(outcome.out()).contains("_third").doesNotContain("_second");
        assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'users'"))
                .containsExactlyInAnyOrder("id", "nick");
    }

    @Test
    void what_somebody_wrote_by_hand_says_what_it_removes() throws SQLException {
        shell.run("generate", "--custom", "notes");
        String home = "migrations/" + shell.migrations().getLast();
        shell.write(home + "/up.sql", "CREATE TABLE notes (id integer);\nCREATE INDEX notes_id ON notes (id);\n");
        shell.write(home + "/down.sql", "DROP INDEX notes_id;\nDROP TABLE IF EXISTS public.notes CASCADE;\n");
        shell.run("migrate");
        database.execute("INSERT INTO notes VALUES (1), (2)");

        Shell.Outcome outcome = shell.run("rollback");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("_notes/down.sql:2 removes: DROP TABLE IF EXISTS public.notes CASCADE (now with 2 rows)")
                .doesNotContain("INDEX");
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
