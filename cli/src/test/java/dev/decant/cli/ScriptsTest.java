package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the SQL of migrations, as people meet it. */
final class ScriptsTest {
    @TempDir
    Path folder;

    private final TestDatabase database = TestServers.postgres("17").freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void makeUsers() {
        shell = PostgresqlProject.in(folder, database);
        String users = custom("users");
        shell.write(
                users + "/up.sql", "CREATE TABLE users (id int, email text);\nINSERT INTO users VALUES (1), (2);\n");
        shell.write(users + "/down.sql", "DROP TABLE users;\n");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private String custom(String title) {
        assertThat(shell.run("generate", "--custom", title).code()).isZero();
        return "migrations/" + shell.migrations().getLast();
    }

    @Test
    void an_assertion_shows_what_it_found_and_check_tells_before() throws SQLException {
        shell.run("migrate");
        String more = custom("more");
        shell.write(
                more + "/before.sql", "-- every user has an email\nSELECT id, email FROM users WHERE email IS NULL;\n");
        shell.write(more + "/verify.sql", "-- all is well\nSELECT true;\n");

        Shell.Outcome check = shell.run("check", "--before");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains(
                        "! " + more + "/before.sql:2: every user has an email (found 2 rows)", "id  email", "1   null");
        Shell.Outcome failed = shell.run("migrate");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err())
                .contains(
                        "    1   null",
                        "DCT-538 " + more + "/before.sql:2: an assertion does not hold: every user has");
        assertThat(shell.run("status").out()).containsPattern("more +failed");

        shell.write("decant.toml", "print-policy = \"masked\"\n" + shell.read("decant.toml"));
        assertThat(shell.run("migrate").err())
                .contains("(the rows are not shown: print-policy)")
                .doesNotContain("null");

        database.execute("UPDATE users SET email = 'e' || id");
        assertThat(shell.run("check", "--before", "--json").out()).contains("\"fine\": true", "\"holds\": true");
        assertThat(shell.run("migrate").out()).contains("holds: all is well");
    }

    @Test
    void check_asks_what_the_changes_need_without_being_told() throws SQLException {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users USERS = new Users();
                    public final Column<Integer> id = integer();
                    public final Column<String> email = text();
                }
                """);
        shell.write("migrations/" + shell.migrations().getFirst() + "/up.sql", "SELECT 1;");
        shell.run("generate", "users for sure");
        shell.run("migrate");
        database.execute("INSERT INTO users VALUES (1), (2)");
        shell.write("schema/Users.java", shell.read("schema/Users.java").replace("text()", "text().notNull()"));
        shell.run("generate", "emails are needed", "--note", "write one");

        Shell.Outcome check = shell.run("check", "--before");

        assertThat(check.out()).contains(": 2 rows of public.users have no value in email");
        assertThat(check.code()).isEqualTo(3);
        database.execute("UPDATE users SET email = 'e' || id");
        assertThat(shell.run("check", "--before").out()).contains("The rows of the database fit what has not run.");
    }

    @Test
    void check_asks_about_what_is_renamed_under_its_name_in_the_database() throws SQLException {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users USERS = new Users();
                    public final Column<Integer> id = integer();
                    public final Column<String> email = text();
                }
                """);
        shell.write("migrations/" + shell.migrations().getFirst() + "/up.sql", "SELECT 1;");
        shell.run("generate", "users for sure");
        shell.run("migrate");
        database.execute("INSERT INTO users VALUES (1), (2)");
        shell.write("schema/Users.java", shell.read("schema/Users.java").replace("email = text()", "mail = text()"));
        shell.run("generate", "mail", "--rename", "column:public.users.email=mail", "--note", "it is called mail");
        shell.write("schema/Users.java", shell.read("schema/Users.java").replace("text()", "text().notNull()"));
        shell.run("generate", "mails are needed", "--note", "write one");

        Shell.Outcome check = shell.run("check", "--before");

        assertThat(check.out()).contains("_mails_are_needed: 2 rows of public.users have no value in email");
        assertThat(check.code()).isEqualTo(3);
    }

    @Test
    void repeatable_scripts_and_hooks_are_told_and_placeholders_differ_between_environments() throws SQLException {
        shell.write("migrations/repeatable/known.sql", """
                -- decant: placeholders
                CREATE OR REPLACE VIEW known AS SELECT '${who}' AS who;
                """);
        shell.write("migrations/hooks/after-migrate.sql", "VACUUM users;\n");
        assertThat(shell.run("migrate").err()).startsWith("DCT-225 ").contains("known.sql:2: the placeholder ${who}");
        shell.write("decant.toml", shell.read("decant.toml") + """

                [placeholders]
                who = "me"

                [environment.other]
                url = "${DATABASE_URL}"

                [environment.other.placeholders]
                who = "you"
                """);

        assertThat(shell.run("migrate", "--dry-run").out()).contains("-- repeatable/known.sql", "'me' AS who");
        assertThat(shell.run("migrate").out())
                .contains("+ repeatable/known", "* after-migrate", "1 migration and 1 repeatable script in ");
        assertThat(shell.run("status").code()).isZero();
        assertThat(shell.run("status", "--env", "other").out()).containsPattern("known +changed");
        assertThat(shell.run("migrate", "--env", "other", "--json").out())
                .contains("\"repeated\": [\"known\"]", "{\"event\": \"hook finished\", \"hook\": \"after-migrate\"");
        assertThat(database.query("SELECT who FROM known")).containsExactly("you");
        assertThat(shell.run("migrate", "--placeholder", "who=us").code()).isZero();
        assertThat(database.query("SELECT who FROM known")).containsExactly("us");
    }

    @Test
    void check_finds_scripts_that_would_be_refused() {
        shell.write("migrations/repeatable/known.sql", "VACUUM users;\n");
        assertThat(shell.run("check").err())
                .startsWith("DCT-221 migrations/repeatable/known.sql: it is no single step in a transaction");
        assertThat(shell.run("migrate").err()).startsWith("DCT-221 migrations/repeatable/known.sql: ");
        shell.write("migrations/repeatable/known.sql", "SELECT 1;\n");
        shell.write("migrations/hooks/before-each.sql", "VACUUM;\n");
        assertThat(shell.run("check").err()).startsWith("DCT-221 migrations/hooks/before-each.sql: ");
    }

    @Test
    void a_script_that_is_gone_is_told_and_forgotten() {
        shell.write("migrations/repeatable/known.sql", "CREATE OR REPLACE VIEW known AS SELECT 1 AS one;\n");
        shell.run("migrate");
        shell.write("migrations/repeatable/.gitkeep", "");
        assertThat(folder.resolve("migrations/repeatable/known.sql").toFile().delete())
                .isTrue();

        Shell.Outcome status = shell.run("status");

        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).contains("DCT-226 repeatable/known: ran here, and its file is gone");
        assertThat(shell.run("repair", "repeatable/known", "--mark-rolled-back", "--reason", "not needed")
                        .code())
                .isZero();
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void a_class_is_written_to_begin_with_and_compiled_for_the_index() throws SQLException {
        assertThat(shell.run("generate", "--java", "FillInEmails").out())
                .contains("Write your code into FillInEmails.java, then: decant migrate");
        String fill = "migrations/" + shell.migrations().getLast();
        assertThat(fill).endsWith("_fill_in_emails");
        shell.write(
                fill + "/FillInEmails.java",
                shell.read(fill + "/FillInEmails.java")
                        .replaceFirst(
                                "// What is done here is committed[^\n]*",
                                "connection.createStatement().execute(\"UPDATE users SET email = 'e' || id\");"));

        assertThat(shell.run("check").code()).isZero();
        assertThat(shell.run("migrate").code()).isZero();
        assertThat(database.query("SELECT count(email) FROM users")).containsExactly("2");
        assertThat(shell.run("index").code()).isZero();
        assertThat(shell.read("migrations/index.txt")).contains("FillInEmails.java FillInEmails.class");
        assertThat(shell.run("rollback", "--accept-data-loss").code()).isZero();
    }
}
