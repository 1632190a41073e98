package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.history.Direction;
import dev.decant.history.Status;
import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunSettings;
import dev.decant.run.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ran is taken back by what was kept when it ran. */
public interface RollbackContract {
    /** The lab of the present test. */
    RunnerLab lab();

    @Test
    default void what_ran_last_is_taken_back_first() {
        Migration one = lab().addTable("one");
        Migration two = lab().add("two", "INSERT INTO one VALUES (1);", "DELETE FROM one;");
        Migration three = lab().addTable("three");
        lab().runner().migrate(lab().journal());
        assertThat(lab().runner().rollback(2).migrations()).containsExactly(three.id(), two.id());
        assertThat(lab().number("SELECT count(*) FROM one")).isZero();
        assertThat(lab().has("three")).isFalse();
        assertThat(lab().ran()).containsExactly(one.id());
        lab().runner().migrate(lab().journal());
        assertThat(lab().ran()).containsExactly(one.id(), two.id(), three.id());
    }

    @Test
    default void everything_behind_a_migration_is_taken_back() {
        Migration one = lab().addTable("one");
        Migration two = lab().addTable("two");
        Migration three = lab().addTable("three");
        lab().runner().migrate(lab().journal());
        assertThat(lab().runner().rollbackTo(one.id()).migrations()).containsExactly(three.id(), two.id());
        assertThatThrownBy(() -> lab().runner().rollbackTo("one"))
                .hasMessageStartingWith("DCT-527 ")
                .hasMessageContaining("there is no migration \"one\" in the history; ");
        assertThat(lab().runner().rollback(9).migrations()).containsExactly(one.id());
        assertThat(lab().runner().rollback(1).migrations()).isEmpty();
    }

    @Test
    default void what_was_looked_at_is_taken_back_and_nothing_that_ran_meanwhile() {
        Migration one = lab().addTable("one");
        Migration two = lab().addTable("two");
        lab().runner().migrate(lab().journal());
        assertThatThrownBy(() -> lab().runner().rollback(List.of(one.id())))
                .hasMessageStartingWith("DCT-547 ")
                .hasMessageContaining("[" + two.id() + "] ran last, not [" + one.id() + "]");
        assertThat(lab().ran()).containsExactly(one.id(), two.id());
        assertThat(lab().runner().rollback(List.of(two.id(), one.id())).migrations())
                .containsExactly(two.id(), one.id());
    }

    @Test
    default void a_clock_that_was_set_back_leaves_nothing_without_what_it_rests_on() {
        Migration one = lab().addTable("one");
        lab().runner(at("2026-11-22T12:00:00Z")).migrate(lab().journal());
        Migration two = lab().addTable("two");
        lab().runner(at("2026-11-22T15:00:00Z")).migrate(lab().journal());
        Migration three = lab().addTable("three");
        lab().runner(at("2026-11-22T11:00:00Z")).migrate(lab().journal());
        assertThat(lab().runner()
                        .rollbackTo(Instant.parse("2026-11-22T13:00:00Z"))
                        .migrations())
                .containsExactly(three.id(), two.id());
        assertThat(lab().ran()).containsExactly(one.id());
    }

    private static RunSettings at(String moment) {
        return RunnerLab.SETTINGS.withClock(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    @Test
    default void an_old_version_of_the_project_takes_back_what_a_newer_one_did() {
        Migration one = lab().addTable("one");
        Migration two = lab().addTable("two");
        lab().runner().migrate(lab().journal());
        lab().remove(two);
        assertThat(lab().runner().rollbackTo(one.id()).migrations()).containsExactly(two.id());
        assertThat(lab().has("two")).isFalse();
    }

    @Test
    default void the_way_back_is_that_of_the_day_it_ran() {
        Migration one = lab().addTable("one");
        lab().runner().migrate(lab().journal());
        lab().write(one, "down.sql", "SELECT nonsense;");
        lab().runner().rollback(1);
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void what_has_no_way_back_is_refused_before_anything_runs() {
        Migration one = lab().add("one", "CREATE TABLE one (id integer);", "-- nothing");
        lab().addTable("two");
        lab().runner().migrate(lab().journal());
        assertThatThrownBy(() -> lab().runner().rollback(2))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-528 " + one.id() + ": has no way back");
        assertThat(lab().has("two")).isTrue();
    }

    @Test
    default void a_way_back_that_fails_is_undone() {
        Migration one = lab().add("one", "CREATE TABLE one (id integer);", "DROP TABLE one;\nDROP TABLE nowhere;");
        lab().runner().migrate(lab().journal());
        assertThatThrownBy(() -> lab().runner().rollback(1))
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        failure -> assertThat(failure.direction()).isEqualTo(Direction.DOWN))
                .hasMessageStartingWith("DCT-523 " + one.id() + "/down.sql in the history:2:")
                .hasMessageEndingWith("; nothing of this migration was kept; correct the cause and roll back again");
        assertThat(lab().has("one")).isTrue();
        assertThat(lab().history().getFirst().status()).isEqualTo(Status.APPLIED);
    }

    @Test
    default void a_way_back_of_several_steps_goes_on_where_it_ended() {
        lab().add(
                        "one",
                        "CREATE TABLE one (id integer);\nCREATE TABLE two (id integer);",
                        "-- decant: step a\nDROP TABLE one;\n-- decant: step b\nINSERT INTO wanted VALUES (1);\nDROP TABLE two;");
        lab().runner().migrate(lab().journal());
        assertThatThrownBy(() -> lab().runner().rollback(1))
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        failure -> assertThat(failure.kept()).containsExactly("the step a"));
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(Standing.State.PARTLY_BACK);
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageContaining("is half taken back; go on with it: decant rollback");
        lab().sql("CREATE TABLE wanted (id integer)");
        lab().runner().rollback(1);
        assertThat(lab().has("two")).isFalse();
        assertThat(lab().ran()).isEmpty();
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
    }

    @Test
    default void what_is_half_done_is_not_taken_back() {
        Migration one = lab().add(
                        "one",
                        "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nDROP TABLE nowhere;",
                        "DROP TABLE one;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal())).isInstanceOf(MigrationFailedException.class);
        assertThatThrownBy(() -> lab().runner().rollback(1))
                .hasMessage("DCT-208 " + one.id() + ": is half done; finish it first: decant migrate");
    }
}
