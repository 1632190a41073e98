package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, and what they are told. */
final class BadInputTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = Shell.inSqliteProject(folder);
    }

    private void assertFails(Shell.Outcome outcome, String... parts) {
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("DCT-").contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void no_configuration_is_told_with_how_to_make_one(@TempDir Path empty) {
        assertFails(
                new Shell(empty).run("migrate"),
                "DCT-105 dialect is not known, and there is no decant.toml here or in any folder above",
                "decant init");
    }

    @Test
    void an_unknown_key_is_told_with_the_nearest_one() {
        shell.write("decant.toml", "dialcet = \"sqlite\"\n");

        assertFails(shell.run("generate"), "DCT-102 decant.toml:1:1", "did you mean \"dialect\"?");
    }

    @Test
    void a_configuration_that_is_no_toml_is_told_with_its_line() {
        shell.write("decant.toml", "dialect = \"sqlite\"\nschema = \n");

        assertFails(shell.run("generate"), "DCT-101 decant.toml:2");
    }

    @Test
    void a_syntax_error_in_a_schema_class_is_told_with_file_line_and_column() {
        shell.write(
                "schema/Users.java", shell.read("schema/Users.java").replace("text().notNull();", "text().notNull()"));

        assertFails(shell.run("generate"), "schema/Users.java:6:", "';' expected");
        assertThat(shell.migrations()).isEmpty();
    }

    @Test
    void a_schema_class_that_uses_what_does_not_exist_is_told_with_its_line() {
        shell.write("schema/Users.java", shell.read("schema/Users.java").replace("text()", "varchar2()"));

        assertFails(shell.run("generate"), "schema/Users.java:6:", "varchar2");
    }

    @Test
    void two_classes_for_one_table_are_both_named() {
        shell.write(
                "schema/People.java",
                shell.read("schema/Users.java")
                        .replace("Users", "People")
                        .replace("extends SqliteTable {", "extends SqliteTable {\n    People() { super(\"users\"); }"));

        assertFails(shell.run("generate"), "DCT-301", "People", "Users", "users");
    }

    @Test
    void a_foreign_key_that_leads_nowhere_is_told_with_its_line() {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends SqliteTable {
                    public static final Users T = new Users();
                    public final Column<Long> id = integer().primaryKey();
                    public final Column<String> email = text();
                    public final Column<String> friend = text().references(() -> T.email);
                }
                """);

        assertFails(shell.run("generate"), "DCT-302", "Users.java:7", "email");
    }

    @Test
    void a_column_that_is_there_twice_is_told_with_its_line() {
        shell.table("Users", "id = integer().primaryKey()", "email = text()", "mail = text().named(\"email\")");

        assertFails(shell.run("generate"), "DCT-303", "Users.java:7", "email");
    }

    @Test
    void reserved_words_are_names_like_any_other() {
        shell.table("Order", "select = integer().primaryKey()", "group = text().notNull()", "table = text()");

        assertThat(shell.run("generate").code()).isZero();
        assertThat(shell.run("migrate").code()).isZero();
        assertThat(shell.run("rollback", "--accept-data-loss").code()).isZero();
    }

    @Test
    void names_of_63_bytes_fit_postgresql_and_names_of_64_bytes_are_refused() {
        String name = "n".repeat(60) + "\u00e4";
        shell.write("decant.toml", "dialect = \"postgresql\"\nschema = \"schema\"\n");
        postgresqlTable(name + "x");
        assertThat(shell.run("generate").code()).isZero();

        postgresqlTable(name + "xx");
        assertFails(shell.run("generate"), "DCT-306", "Users.java", "64 bytes");
    }

    private void postgresqlTable(String column) {
        shell.write("schema/Users.java", """
                import dev.decant.dsl.*;

                public final class Users extends PgTable {
                    public static final Users T = new Users();
                    public final Column<Integer> id = serial().primaryKey();
                    public final Column<String> email = text().named("%s").unique();
                }
                """.formatted(column));
    }

    @Test
    void classes_for_another_dialect_are_refused() {
        shell.write("decant.toml", "dialect = \"postgresql\"\nschema = \"schema\"\n");

        assertFails(shell.run("generate"), "sqlite", "postgresql");
    }

    @Test
    void an_edited_migration_that_ran_stops_everything_until_it_is_restored() {
        shell.run("generate");
        shell.run("migrate");
        String up = "migrations/" + shell.migrations().getFirst() + "/up.sql";
        String before = shell.read(up);
        shell.write(up, before.replace("TEXT", "VARCHAR"));
        shell.run("generate", "--custom", "more");

        assertFails(shell.run("migrate"), "DCT-203 " + up + ": changed after it ran (recorded ", "restore the file");
        assertThat(shell.run("status").out()).contains("edited", "DCT-203 " + up);
        assertThat(shell.run("status").code()).isEqualTo(3);
        shell.write(up, before + "\n-- a comment changes nothing\n");
        assertThat(shell.run("migrate").code()).isZero();
    }

    @Test
    void a_folder_of_migrations_that_is_not_there_is_told() {
        assertFails(shell.run("migrate"), "DCT-210 migrations: there is no such folder of migrations", "generate");
        assertFails(shell.run("check"), "DCT-210 migrations");
    }

    @Test
    void the_folder_of_the_last_migration_that_ran_and_is_not_there_is_told() throws IOException {
        shell.run("generate", "first");
        shell.run("migrate");
        Files.move(shell.path("migrations/" + shell.migrations().getFirst()), shell.path("migrations/.hidden"));

        Shell.Outcome outcome = shell.run("status");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("unknown", "DCT-222", "newer than this version of the project", "decant rollback");
    }

    @Test
    void a_truncated_migration_json_is_told_with_its_line() {
        shell.run("generate");
        String json = "migrations/" + shell.migrations().getFirst() + "/migration.json";
        shell.write(json, shell.read(json).substring(0, 120));

        assertFails(
                shell.run("generate"),
                "DCT-201 " + json + ":",
                "the file ends in the middle of a value",
                "version control");
        assertFails(shell.run("check"), "DCT-201 " + json + ":");
        assertFails(shell.run("migrate"), "DCT-201 " + json + ":");
    }

    @Test
    void a_migration_whose_parent_is_missing_is_told() throws IOException {
        shell.run("generate", "first");
        shell.run("generate", "--custom", "second");
        try (var files =
                Files.list(shell.path("migrations/" + shell.migrations().getFirst()))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(shell.path("migrations/" + shell.migrations().getFirst()));

        assertFails(shell.run("check"), "DCT-213", "_first, which is not here", "version control");
    }

    @Test
    void two_migrations_made_side_by_side_are_found(@TempDir Path elsewhere) throws IOException {
        shell.run("generate", "root");
        Shell other = Shell.inSqliteProject(elsewhere);
        copy(shell.path("migrations"), other.path("migrations"));
        other.run("generate", "--custom", "theirs");
        shell.run("generate", "--custom", "ours");
        String theirs = other.migrations().getLast();
        copy(other.path("migrations/" + theirs), shell.path("migrations/" + theirs));

        Shell.Outcome outcome = shell.run("check");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("_ours", "_theirs", "were made side by side");
        assertThat(shell.run("check", "--json").out()).contains("\"finding\": \"several heads\"");
    }

    @Test
    void two_roots_are_found(@TempDir Path elsewhere) throws IOException {
        shell.run("generate", "--custom", "ours");
        Shell other = Shell.inSqliteProject(elsewhere);
        other.run("generate", "--custom", "theirs");
        String theirs = other.migrations().getFirst();
        copy(other.path("migrations/" + theirs), shell.path("migrations/" + theirs));

        assertThat(shell.run("check").code()).isEqualTo(3);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Test
    void a_wrong_url_is_told_without_repeating_it() {
        assertFails(
                shell.run("status", "--url", "postgress://me:secret@host/db"), "DCT-111", "did you mean postgres:?");
        assertFails(shell.run("status", "--url", "me:secret"), "DCT-111");
        assertFails(
                shell.run("status", "--url", "postgres://me:secret@host"), "DCT-110 --url: the URL names no database");
        assertThat(shell.run("status", "--url", "postgres://me:secret@host").err())
                .doesNotContain("secret");
    }

    @Test
    void a_file_that_is_no_database_is_told() {
        shell.write("app.db", "this is text and no database, and it is long enough to be taken for one".repeat(20));

        assertFails(shell.run("status"), "DCT-516 sqlite:app.db");
    }

    @Test
    void a_database_file_in_no_folder_is_told() {
        assertFails(
                shell.run("status", "--url", "sqlite:no/such/folder/app.db"), "DCT-510 sqlite:no/such/folder/app.db");
    }

    @Test
    void an_empty_schema_folder_is_told() throws IOException {
        Files.delete(shell.path("schema/Users.java"));

        assertFails(shell.run("generate"), "DCT-313 schema: there is no Java source in this folder", "extends PgTable");
        assertFails(
                shell.run("generate", "--schema", "elsewhere"),
                "DCT-313 elsewhere: there is no such folder",
                "create it");
    }
}
