package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.history.Direction;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Status;
import dev.decant.journal.Migration;
import dev.decant.run.OutOfOrderException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunResult;
import dev.decant.run.Selection;
import dev.decant.run.Standing;
import dev.decant.run.Standing.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations run once, in order, and the history says so. */
public interface MigrateContract {
    /** The lab of the present test. */
    RunnerLab lab();

    @Test
    default void migrations_run_in_order_and_the_history_says_so() {
        Migration one = lab().addTable("one");
        Migration two =
                lab().add("two", "INSERT INTO one VALUES (1);\nINSERT INTO one VALUES (2);", "DELETE FROM one;");
        RunResult result = lab().runner().migrate(lab().journal());
        assertThat(result.migrations()).containsExactly(one.id(), two.id());
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(2);
        HistoryEntry entry = lab().history().getLast();
        assertThat(entry.id()).isEqualTo(two.id());
        assertThat(entry.title()).isEqualTo("two");
        assertThat(entry.parents()).containsExactly(one.id());
        assertThat(entry.status()).isEqualTo(Status.APPLIED);
        assertThat(entry.position()).isEqualTo(2);
        assertThat(entry.at()).isEqualTo(RunnerLab.CLOCK.instant());
        assertThat(entry.by()).isEqualTo("tester");
        assertThat(entry.toolVersion()).isEqualTo("1.2.3");
        assertThat(entry.fingerprint()).isEqualTo(two.fingerprint());
        assertThat(entry.checksum())
                .isEqualTo(two.up().checksum(lab().database().dialect().syntax()));
    }

    @Test
    default void running_again_does_nothing() {
        lab().addTable("one");
        lab().runner().migrate(lab().journal());
        int told = lab().events().size();
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
        assertThat(lab().events()).hasSize(told);
    }

    @Test
    default void looking_makes_no_table() {
        lab().addTable("one");
        assertThat(lab().runner().compare(lab().journal()).pending()).hasSize(1);
        assertThat(lab().history()).isEmpty();
        assertThat(lab().runner().rollback(1).migrations()).isEmpty();
        assertThat(lab().hasHistoryTable()).isFalse();
        lab().runner().migrate(lab().journal());
        assertThat(lab().hasHistoryTable()).isTrue();
    }

    @Test
    default void an_empty_migration_is_noted_and_nothing_else() {
        Migration empty = lab().add("empty", "-- nothing yet", "");
        lab().runner().migrate(lab().journal());
        assertThat(lab().ran()).containsExactly(empty.id());
        assertThat(lab().runner().rollback(1).migrations()).containsExactly(empty.id());
        assertThat(lab().ran()).isEmpty();
    }

    @Test
    default void one_can_stop_at_a_migration() {
        Migration one = lab().addTable("one");
        Migration two = lab().addTable("two");
        lab().addTable("three");
        assertThat(lab().runner().migrateTo(lab().journal(), two.id()).migrations())
                .containsExactly(one.id(), two.id());
        assertThat(lab().has("two")).isTrue();
        assertThat(lab().has("three")).isFalse();
    }

    @Test
    default void everything_that_happens_is_told() {
        Migration one = lab().add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (7), (8);", "");
        lab().runner().migrate(lab().journal());
        assertThat(lab().events())
                .hasSize(8)
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(RunEvent.LockAcquired.class),
                        event -> assertThat(event)
                                .isEqualTo(new RunEvent.MigrationStarted(one.id(), "one", Direction.UP, 1, 1)),
                        event -> assertThat(event).isEqualTo(new RunEvent.StepStarted(one.id(), "step-1", true, 2)),
                        event -> assertThat(event)
                                .isEqualTo(new RunEvent.StatementStarted(
                                        one.id(), "CREATE TABLE one (id integer)", 1, 1, 2)),
                        event -> assertThat(event).isInstanceOf(RunEvent.StatementFinished.class),
                        event -> assertThat(event)
                                .isEqualTo(new RunEvent.StatementStarted(
                                        one.id(), "INSERT INTO one VALUES (7), (8)", 2, 2, 2)),
                        event -> assertThat(event)
                                .isInstanceOfSatisfying(
                                        RunEvent.StatementFinished.class,
                                        finished -> assertThat(finished.rows()).hasValue(2)),
                        event -> assertThat(event).isInstanceOf(RunEvent.MigrationFinished.class));
    }

    @Test
    default void a_statement_of_the_session_is_run_before() {
        lab().addTable("one");
        assertThatThrownBy(() -> lab().runner(RunnerLab.SETTINGS.withSession(List.of("SELECT nonsense")))
                        .migrate(lab().journal()))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("nonsense");
        assertThat(lab().ran()).isEmpty();
    }

    @Test
    default void braces_and_question_marks_are_sql() {
        lab().add(
                        "one",
                        "CREATE TABLE one (t text);\nINSERT INTO one VALUES ('{d 1999-01-09} ? {fn now()}');",
                        "DROP TABLE one;");
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT count(*) FROM one WHERE t = '{d 1999-01-09} ? {fn now()}'"))
                .isEqualTo(1);
    }

    @Test
    default void a_broken_file_is_found_before_anything_runs() {
        lab().addTable("one");
        Migration two = lab().add("two", "SELECT 'open;", "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining(two.id() + "/up.sql:1:8");
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void an_edited_file_stands_in_the_way_until_it_is_accepted() {
        Migration one = lab().addTable("one");
        lab().runner().migrate(lab().journal());
        lab().edit(one, "CREATE TABLE one (id bigint);");
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(State.EDITED);
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageStartingWith("DCT-203 "
                        + lab().journal().migrations().getFirst().up().path() + ": changed after it ran (recorded ")
                .hasMessageEndingWith(
                        "; restore the file, or accept it with: decant repair " + one.id() + " --accept-edit");
        lab().amendments("a typo").acceptEdit(lab().journal(), one.id());
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
    }

    @Test
    default void a_comment_may_be_edited() {
        Migration one = lab().addTable("one");
        lab().runner().migrate(lab().journal());
        lab().edit(one, "-- reviewed\r\ncreate table one(id integer);\r\n");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
    }

    @Test
    default void what_ran_and_is_missing_stands_in_the_way_of_more() {
        Migration one = lab().addTable("one");
        Migration two = lab().addTable("two");
        Migration three = lab().addTable("three");
        lab().runner().migrateTo(lab().journal(), two.id());
        lab().remove(two);
        lab().rewrite(three, "\"parents\": [\"" + two.id() + "\"]", "\"parents\": [\"" + one.id() + "\"]");
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(State.APPLIED, State.PENDING, State.MISSING);
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageStartingWith("DCT-205 " + two.id() + ": ran here, and its folder is missing; ");
        lab().amendments("its table is gone").markRolledBack(lab().journal(), two.id());
        assertThat(lab().runner().migrate(lab().journal()).migrations()).containsExactly(three.id());
    }

    @Test
    default void what_a_newer_version_of_the_project_ran_stands_in_the_way_of_more_and_not_of_nothing() {
        lab().addTable("one");
        Migration two = lab().addTable("two");
        lab().runner().migrate(lab().journal());
        lab().remove(two);
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(State.APPLIED, State.UNKNOWN);
        lab().addTable("earlier");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageStartingWith("DCT-222 " + two.id() + ": ran here, and is newer than this version");
    }

    @Test
    default void no_more_are_run_than_so_many() {
        Migration one = lab().addTable("one");
        lab().addTable("two");
        assertThat(lab().runner()
                        .migrate(lab().journal(), Selection.ALL.atMost(1))
                        .migrations())
                .containsExactly(one.id());
    }

    @Test
    default void what_comes_late_runs_when_nothing_that_ran_rests_on_it() {
        Migration one = lab().addTable("one");
        Migration side = lab().addTable("side");
        Migration two = lab().addTable("two");
        lab().rewrite(two, "\"parents\": [\"" + side.id() + "\"]", "\"parents\": [\"" + one.id() + "\"]");
        lab().runner().migrateTo(lab().journal(), two.id());
        assertThat(lab().ran()).containsExactly(one.id(), two.id());
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(State.APPLIED, State.OUT_OF_ORDER, State.APPLIED);
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOf(OutOfOrderException.class)
                .hasMessageStartingWith("DCT-207 " + side.id())
                .hasMessageEndingWith("; run it: decant migrate --out-of-order");
        lab().runner().migrate(lab().journal(), Selection.ALL.alsoOutOfOrder());
        assertThat(lab().ran()).containsExactly(one.id(), two.id(), side.id());
    }

    @Test
    default void what_was_skipped_stands_in_the_way() {
        Migration one = lab().addTable("one");
        Migration late = lab().addTable("late");
        Migration two = lab().addTable("two");
        lab().rewrite(two, "\"parents\": [\"" + late.id() + "\"]", "\"parents\": [\"" + one.id() + "\"]");
        lab().runner().migrateTo(lab().journal(), two.id());
        lab().rewrite(two, "\"parents\": [\"" + one.id() + "\"]", "\"parents\": [\"" + late.id() + "\"]");
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(State.APPLIED, State.SKIPPED, State.APPLIED);
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageStartingWith(
                        "DCT-206 " + late.id() + ": has not run, although " + two.id() + " has, which rests on it; ");
    }
}
