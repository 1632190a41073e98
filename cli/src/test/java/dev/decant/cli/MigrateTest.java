package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that follows the migrations, forth and back. */
final class MigrateTest {
    @TempDir
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void writeTwoMigrations() {
        shell = Shell.inSqliteProject(folder);
        shell.run("generate", "first");
        shell.table("Users", "id = integer().primaryKey()", "email = text().notNull()", "name = text()");
        shell.run("generate", "second");
    }

    @Test
    void it_runs_what_has_not_run() {
        Shell.Outcome outcome = shell.run("migrate");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).containsSubsequence("_first", "_second", "2 migrations in ");
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void migrating_twice_finds_nothing_to_do() {
        shell.run("migrate");

        Shell.Outcome outcome = shell.run("migrate");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualToIgnoringNewLines("Nothing to do: sqlite:app.db is up to date.");
    }

    @Test
    void a_dry_run_prints_the_sql_and_runs_nothing() {
        Shell.Outcome outcome = shell.run("migrate", "--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsSubsequence("_first/up.sql", "CREATE TABLE users", "_second/up.sql", "ADD COLUMN");
        assertThat(shell.run("status", "--json").out()).doesNotContain("applied");
    }

    @Test
    void it_stops_after_the_one_that_is_named() {
        assertThat(shell.run("migrate", "--to", "first").code()).isZero();

        assertThat(shell.run("status").out())
                .containsPattern("_first +first +applied")
                .containsPattern("_second +second +pending");
    }

    @Test
    void a_name_that_is_none_is_refused_with_a_suggestion() {
        Shell.Outcome outcome = shell.run("migrate", "--to", "third");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("DCT-219 ").contains("there is no migration \"third\"");
    }

    @Test
    void status_tells_what_is_pending_by_its_exit_code_unless_that_is_unwanted() {
        Shell.Outcome outcome = shell.run("status");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("ID", "STATE", "WHEN", "TOOK", "2 are pending; run them with: decant migrate");
        assertThat(shell.run("status", "--exit-zero").code()).isZero();
    }

    @Test
    void status_alone_makes_no_history() {
        shell.run("status");

        assertThat(shell.run("migrate", "--to", "first", "--json").out()).contains("\"event\": \"done\"");
    }

    @Test
    void programs_are_told_an_event_a_line() {
        Shell.Outcome outcome = shell.run("migrate", "--json");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).allMatch(line -> line.startsWith("{\"event\": ") && line.endsWith("}"));
        assertThat(outcome.out().lines().toList().getLast())
                .startsWith("{\"event\": \"done\", \"migrations\": [\""
                        + shell.migrations().getFirst());
    }

    @Test
    void a_statement_that_fails_is_told_with_file_line_and_what_to_do() {
        String up = "migrations/" + shell.migrations().getLast() + "/up.sql";
        shell.write(up, "\n\nALTER TABLE nobody ADD COLUMN name TEXT;\n");

        Shell.Outcome outcome = shell.run("migrate");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "DCT-523 " + up + ":3:",
                        "no such table: nobody",
                        "nothing of this migration was kept",
                        "migrate again")
                .contains("ALTER TABLE nobody ADD COLUMN name TEXT");
        assertThat(shell.run("status").out())
                .containsPattern("_first +first +applied")
                .containsPattern("_second +second +failed")
                .contains("DCT-209 " + up + ": failed on ", "no such table: nobody", "go on with: decant migrate");
    }

    @Test
    void a_failure_is_the_last_line_for_programs() {
        shell.write("migrations/" + shell.migrations().getLast() + "/up.sql", "SELECT nothing FROM nowhere;\n");

        Shell.Outcome outcome = shell.run("migrate", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().lines().toList().getLast()).startsWith("{\"error\": {\"code\": \"DCT-523\"");
    }

    @Test
    void at_a_terminal_the_running_statement_is_shown_and_gone_afterwards() {
        Shell.Outcome outcome = shell.typing(List.of(), "migrate", "--no-color");

        assertThat(outcome.out()).contains("[1/1] CREATE TABLE users");
        assertThat(outcome.out().lines().toList().getLast()).startsWith("2 migrations in ");
        assertThat(visible(outcome.out())).doesNotContain("CREATE TABLE");
    }

    /** What is left on a screen: what stands before a line is erased is gone. */
    private static String visible(String text) {
        return text.replaceAll("[^\n]*\r\u001b\\[K", "");
    }

    @Test
    void nothing_of_a_statement_is_shown_where_the_print_policy_forbids_it() {
        shell.with("DECANT_PRINT_POLICY", "none");

        assertThat(shell.typing(List.of(), "migrate", "--verbose").out()).doesNotContain("CREATE TABLE");
    }

    @Test
    void rolling_back_takes_back_what_ran_last() {
        shell.run("migrate");

        Shell.Outcome outcome = shell.run("rollback", "--accept-data-loss");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("- " + shell.migrations().getLast());
        assertThat(shell.run("status").out()).containsPattern("_second +second +pending");
    }

    @Test
    void data_is_not_lost_without_a_word() {
        shell.run("migrate");

        Shell.Outcome outcome = shell.run("rollback");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("DCT-532 ").contains("users.name", "--accept-data-loss");
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void at_a_terminal_the_word_is_yes() {
        shell.run("migrate");

        assertThat(shell.typing(List.of("y"), "rollback").code()).isEqualTo(4);
        assertThat(shell.typing(List.of("yes"), "rollback").code()).isZero();
    }

    @Test
    void nothing_is_lost_by_taking_back_what_lost_nothing() {
        shell.run("generate", "--custom", "count");
        String folderOfIt = "migrations/" + shell.migrations().getLast();
        shell.write(folderOfIt + "/up.sql", "CREATE INDEX by_name ON users (name);\n");
        shell.write(folderOfIt + "/down.sql", "DROP INDEX by_name;\n");
        shell.run("migrate");

        assertThat(shell.run("rollback").code()).isZero();
    }

    @Test
    void several_go_back_at_once_or_all_that_came_after_one() {
        shell.run("migrate");
        assertThat(shell.run("rollback", "--steps", "2", "--accept-data-loss").out())
                .contains("2 migrations in ");

        shell.run("migrate");
        assertThat(shell.run("rollback", "--to", "first", "--accept-data-loss").out())
                .contains("1 migration in ");
        assertThat(shell.run("rollback", "--to", "first").out()).contains("Nothing to take back");
    }

    @Test
    void a_dry_run_of_the_way_back_prints_the_sql_and_what_is_lost() {
        shell.run("migrate");

        Shell.Outcome outcome = shell.run("rollback", "--steps", "2", "--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsSubsequence(
                        "_second/down.sql",
                        "data loss",
                        "DROP COLUMN",
                        "_first/down.sql",
                        "data loss",
                        "DROP TABLE users");
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void an_old_checkout_rolls_back_what_a_newer_one_applied() {
        shell.run("migrate");
        shell.write(
                "decant.toml",
                shell.read("decant.toml").replace("schema = \"schema\"", "schema = \"schema\"\nout = \"elsewhere\""));

        assertThat(shell.run("rollback", "--steps", "2", "--accept-data-loss").code())
                .isZero();
    }

    @Test
    void steps_and_a_name_do_not_go_together_and_steps_are_counted_from_one() {
        assertThat(shell.run("rollback", "--steps", "1", "--to", "first").code())
                .isEqualTo(2);
        assertThat(shell.run("rollback", "--steps", "0").code()).isEqualTo(2);
        assertThat(shell.run("rollback", "--steps", "many").code()).isEqualTo(2);
    }

    @Test
    void what_was_edited_after_it_ran_is_accepted_with_a_reason_that_is_kept() {
        shell.run("migrate");
        String up = "migrations/" + shell.migrations().getLast() + "/up.sql";
        shell.write(up, shell.read(up) + "SELECT 1;\n");
        assertThat(shell.run("status").out())
                .contains("edited", "decant repair " + shell.migrations().getLast() + " --accept-edit");

        assertThat(shell.run("repair", "second", "--accept-edit").code()).isEqualTo(2);
        assertThat(shell.run("repair", "second", "--accept-edit", "--reason", "a check")
                        .code())
                .isZero();

        assertThat(shell.run("status").code()).isZero();
        assertThat(shell.run("status", "--json").out()).contains("a check");
    }

    @Test
    void somebody_at_the_terminal_is_asked_why() {
        assertThat(shell.typing(List.of("made by hand"), "repair", "first", "--mark-applied")
                        .code())
                .isZero();
        assertThat(shell.run("status").out()).containsPattern("_first +first +applied");
        assertThat(shell.run("repair", "first", "--mark-applied", "--reason", "again")
                        .err())
                .startsWith("DCT-534 ");
        assertThat(shell.run("repair", "first", "--mark-rolled-back", "--reason", "not so")
                        .code())
                .isZero();
        assertThat(shell.run("status").out()).containsPattern("_first +first +pending");
    }

    @Test
    void a_database_that_was_there_before_is_taken_as_it_is_once_it_has_what_the_migrations_make() {
        assertThat(shell.run("baseline").err())
                .startsWith("DCT-535 ")
                .contains("not there, although the migrations make it: table users");
        shell.run("migrate");
        shell.run("repair", "first", "--mark-rolled-back", "--reason", "forget");
        shell.run("repair", "second", "--mark-rolled-back", "--reason", "forget");

        Shell.Outcome outcome = shell.run("baseline");

        assertThat(outcome.out()).contains("= " + shell.migrations().getFirst(), "2 migrations taken for applied");
        assertThat(shell.run("status").code()).isZero();
        assertThat(shell.run("migrate").out()).contains("Nothing to do");
    }

    /** A migration beside the second one, on the same parent and a little earlier. */
    private void addABranch() {
        String second = shell.migrations().getLast();
        String beside = second.replaceFirst("_.*", "_a_branch");
        for (String file : List.of("down.sql", "migration.json")) {
            shell.write(
                    "migrations/" + beside + "/" + file,
                    shell.read("migrations/" + second + "/" + file).replace(second, beside));
        }
        shell.write("migrations/" + beside + "/up.sql", "SELECT 1;");
    }

    @Test
    void a_baseline_takes_both_branches_of_a_history() {
        addABranch();

        assertThat(shell.run("baseline", "--unseen").out()).contains("3 migrations taken for applied");
    }

    @Test
    void what_comes_late_is_told_with_the_call_that_runs_it() {
        shell.run("migrate");
        addABranch();

        assertThat(shell.run("status").out()).contains("is pending; run it with: decant migrate --out-of-order");
    }

    @Test
    void no_more_than_so_many_are_run() {
        assertThat(shell.run("migrate", "--count", "1").out()).contains("1 migration in ");
        assertThat(shell.run("migrate", "--count", "0").code()).isEqualTo(2);
        assertThat(shell.run("migrate", "--wait", "soon").code()).isEqualTo(2);
        assertThat(shell.run("migrate", "--wait", "1s", "--no-wait").code()).isEqualTo(2);
    }

    @Test
    void everything_after_a_moment_goes_back() {
        shell.run("migrate");

        assertThat(shell.run("rollback", "--to-time", "2100-01-01T00:00:00Z").out())
                .contains("Nothing to take back");
        assertThat(shell.run("rollback", "--to-time", "now").code()).isEqualTo(2);
        assertThat(shell.run("rollback", "--to-time", "2001-01-01 00:00:00", "--accept-data-loss")
                        .out())
                .contains("2 migrations in ");
    }

    @Test
    void nobody_holds_the_lock_of_a_database_at_rest() {
        assertThat(shell.run("unlock").out()).contains("Nobody holds the lock.");
        assertThat(shell.run("unlock", "4711").err()).startsWith("DCT-536 ");
    }
}
