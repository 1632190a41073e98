package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations from a schema's code, and the decisions that they need. */
final class GenerateTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = Shell.inSqliteProject(folder);
    }

    @Test
    void the_first_migration_makes_everything() {
        Shell.Outcome outcome = shell.run("generate", "Begin with users");

        String id = shell.migrations().getFirst();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("+ table users", "migrations/" + id);
        assertThat(id).matches("[0-9]{14}_begin_with_users");
        assertThat(shell.read("migrations/" + id + "/up.sql")).contains("CREATE TABLE users");
        assertThat(shell.read("migrations/" + id + "/down.sql")).contains("DROP TABLE users");
    }

    @Test
    void generating_twice_finds_nothing_to_do() {
        shell.run("generate");

        Shell.Outcome outcome = shell.run("generate");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualToIgnoringNewLines("Nothing to do: the migrations lead to what the code says.");
        assertThat(shell.migrations()).hasSize(1);
    }

    @Test
    void a_title_that_nobody_gave_is_told_from_the_changes() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "email = text().notNull()", "name = text()");

        shell.run("generate");

        assertThat(shell.migrations().get(0)).endsWith("_initial");
        assertThat(shell.migrations().get(1)).endsWith("_add_name_to_users");
    }

    @Test
    void no_database_is_opened() {
        Shell.Outcome outcome = shell.run("generate", "--url", "sqlite:/no/such/folder/app.db");

        assertThat(outcome.code()).isZero();
        assertThat(shell.has("app.db")).isFalse();
    }

    @Test
    void no_password_is_asked_for() {
        shell.write("decant.toml", """
                dialect = "sqlite"
                schema = "schema"
                [database]
                url = "${NOT_SET}"
                password = "${NOT_SET_EITHER}"
                """);

        assertThat(shell.run("generate").code()).isZero();
    }

    @Test
    void a_rename_that_nobody_decided_stops_with_the_exact_options_to_give() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");

        Shell.Outcome outcome = shell.run("generate");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err())
                .startsWith("DCT-401 ")
                .contains("--rename 'column:users.email=mail'  or  --create 'column:users.mail'");
        assertThat(shell.migrations()).hasSize(1);
    }

    @Test
    void programs_are_told_the_questions_and_the_options() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");

        Shell.Outcome outcome = shell.run("generate", "--json");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out())
                .startsWith("{\"error\": {\"code\": \"DCT-401\"")
                .contains("\"questions\": [{\"question\": ")
                .contains("\"flags\": [\"--rename 'column:users.email=mail'\", \"--create 'column:users.mail'\"]");
    }

    @Test
    void the_options_that_it_names_decide() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");

        Shell.Outcome outcome =
                shell.run("generate", "--rename", "column:users.email=mail", "--note", "read mail in place of email");

        assertThat(outcome.code()).isZero();
        assertThat(shell.read("migrations/" + shell.migrations().getLast() + "/up.sql"))
                .contains("RENAME COLUMN email TO mail");
    }

    @Test
    void what_is_said_to_be_new_is_not_renamed() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text()");

        Shell.Outcome outcome = shell.run("generate", "--create", "column:users.mail", "--note", "emails are gone");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("+ column users.mail", "- column users.email", "! data loss");
    }

    @Test
    void at_a_terminal_it_asks_and_asks_again_until_the_answer_makes_sense() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");

        Shell.Outcome outcome = shell.typing(List.of("perhaps", "7", "1", "read mail from now on"), "generate");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("0  it is new", "1  it was email", "0 to 1: ");
        assertThat(shell.read("migrations/" + shell.migrations().getLast() + "/migration.json"))
                .contains("\"rename column\"", "\"breaking\": [\"read mail from now on\"]");
    }

    @Test
    void a_terminal_whose_input_ends_decides_nothing() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()", "mail = text().notNull()");

        Shell.Outcome outcome = shell.typing(List.of(), "generate");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(shell.migrations()).hasSize(1);
    }

    @Test
    void what_breaks_others_wants_a_note_for_them() {
        shell.run("generate");
        shell.table("Users", "id = integer().primaryKey()");

        Shell.Outcome outcome = shell.run("generate");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("DCT-403 ").contains("users.email", "--note \"...\"");
        assertThat(shell.run("generate", "--note", "nobody reads it").code()).isZero();
        assertThat(shell.read("migrations/" + shell.migrations().getLast() + "/migration.json"))
                .contains("\"nobody reads it\"");
    }

    @Test
    void sql_of_ones_own_gets_an_empty_migration() {
        Shell.Outcome outcome = shell.run("generate", "--custom", "Fill in slugs");

        assertThat(outcome.code()).isZero();
        assertThat(shell.read("migrations/" + shell.migrations().getFirst() + "/up.sql"))
                .contains("Write your SQL here");
        assertThat(shell.run("generate", "--custom").code()).isEqualTo(2);
    }

    @Test
    void sql_of_ones_own_is_no_finding_once_it_is_written() {
        shell.run("generate", "--custom", "Fill in slugs");
        shell.write("migrations/" + shell.migrations().getFirst() + "/up.sql", "SELECT 1;\n");

        assertThat(shell.run("check").code()).isZero();
    }

    @Test
    void programs_are_told_the_plan() {
        Shell.Outcome outcome = shell.run("generate", "--json");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("{\n  \"written\": true,\n  \"migration\": \""
                        + shell.migrations().getFirst() + "\"")
                .contains("\"changes\": [", "\"create table\"", "\"statements\": [", "\"down\": {");
    }

    @Test
    void an_edited_migration_is_named_before_anything_else() {
        shell.run("generate");
        String up = "migrations/" + shell.migrations().getFirst() + "/up.sql";
        shell.write(up, shell.read(up).replace("TEXT", "VARCHAR2"));

        Shell.Outcome outcome = shell.run("generate");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("! " + up + " was edited by hand after it was generated\n");
    }

    @Test
    void an_option_that_names_nothing_is_a_usage_error() {
        assertThat(shell.run("generate", "--using", "email=lower(email)").code())
                .isEqualTo(2);
        assertThat(shell.run("generate", "--rename", "email").code()).isEqualTo(2);
        assertThat(shell.run("generate", "--using", "column:users.email=lower(email)")
                        .err())
                .contains("converted in one direction only; add --using-down 'column:users.email=...'");
    }
}
