package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.journal.Migration;
import dev.decant.journal.Placeholders;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.Repeated;
import dev.decant.run.Repeated.State;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Selection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Repeatable scripts run when they changed, after all migrations, in the order of their names. */
public interface RepeatContract {
    /** The lab of the present test. */
    RunnerLab lab();

    private RunResult migrate() {
        return lab().runner().migrate(lab().journal());
    }

    private List<State> states() {
        return lab().runner().compare(lab().journal()).repeatables().stream()
                .map(Repeated::state)
                .toList();
    }

    @Test
    default void they_run_after_the_migrations_in_the_order_of_their_names_and_once() {
        lab().script("repeatable/b.sql", "INSERT INTO one VALUES (2);");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        Migration one = lab().addTable("one");
        assertThat(states()).containsExactly(State.NEW, State.NEW);
        RunResult result = migrate();
        assertThat(result.migrations()).containsExactly(one.id());
        assertThat(result.repeated()).containsExactly("a", "b");
        assertThat(migrate().isEmpty()).isTrue();
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(2);
        assertThat(states()).containsExactly(State.UNCHANGED, State.UNCHANGED);
        assertThat(lab().ran()).as("a script is no migration").containsExactly(one.id());
    }

    @Test
    default void they_run_again_when_more_than_a_comment_changed() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        migrate();
        lab().script("repeatable/a.sql", "-- reviewed\ninsert into one values (1);");
        assertThat(migrate().repeated()).isEmpty();
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (2);");
        assertThat(states()).containsExactly(State.CHANGED);
        assertThat(migrate().repeated()).containsExactly("a");
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(3);
        assertThat(lab().runner()
                        .migrate(lab().journal(), Selection.ALL.alsoRepeating())
                        .repeated())
                .containsExactly("a");
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(5);
    }

    @Test
    default void they_run_again_when_a_placeholder_has_another_value() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "-- decant: placeholders\nINSERT INTO one VALUES (${number});");
        RunSettings one = RunnerLab.SETTINGS.withPlaceholders(Placeholders.of(Map.of("number", "1")));
        RunSettings two = RunnerLab.SETTINGS.withPlaceholders(Placeholders.of(Map.of("number", "2")));
        assertThat(lab().runner(one).migrate(lab().journal()).repeated()).containsExactly("a");
        assertThat(lab().runner(one).migrate(lab().journal()).repeated()).isEmpty();
        assertThat(lab().runner(two).migrate(lab().journal()).repeated()).containsExactly("a");
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(3);
    }

    @Test
    default void one_that_fails_leaves_nothing_and_runs_again() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);\nINSERT INTO nowhere VALUES (1);");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-523 ")
                .hasMessageContaining("a.sql:2:")
                .hasMessageEndingWith("; nothing of this script was kept; correct the cause and migrate again");
        assertThat(lab().number("SELECT count(*) FROM one")).isZero();
        assertThat(states()).containsExactly(State.FAILED);
        assertThat(lab().runner().compare(lab().journal()).findings())
                .extracting(Failure::code)
                .containsExactly("DCT-209");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        assertThat(migrate().repeated()).containsExactly("a");
        assertThat(states()).containsExactly(State.UNCHANGED);
    }

    @Test
    default void they_wait_as_long_as_a_migration_does() {
        Migration one = lab().addTable("one");
        lab().addTable("two");
        lab().script("repeatable/a.sql", "INSERT INTO two VALUES (1);");
        assertThat(lab().runner().migrateTo(lab().journal(), one.id()).repeated())
                .isEmpty();
        assertThat(lab().runner()
                        .migrate(lab().journal(), Selection.ALL.atMost(1))
                        .repeated())
                .containsExactly("a");
    }

    @Test
    default void all_or_nothing_holds_for_them_as_well() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "INSERT INTO nowhere VALUES (1);");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal(), Selection.ALL.asOne()))
                .isInstanceOf(MigrationFailedException.class);
        assertThat(lab().has("one")).isFalse();
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        assertThat(lab().runner()
                        .migrate(lab().journal(), Selection.ALL.asOne())
                        .repeated())
                .containsExactly("a");
    }

    @Test
    default void one_that_is_gone_is_told_until_it_is_forgotten() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        migrate();
        lab().removeScript("repeatable/a.sql");
        assertThat(states()).containsExactly(State.GONE);
        assertThat(migrate().isEmpty()).as("it stands in the way of nothing").isTrue();
        lab().amendments("it is a migration now").markRolledBack(lab().journal(), "repeatable/a");
        assertThat(states()).isEmpty();
    }

    @Test
    default void one_can_be_taken_for_run() {
        lab().addTable("one");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        lab().amendments("made by hand").markApplied(lab().journal(), "repeatable/a");
        assertThat(migrate().repeated()).isEmpty();
        assertThat(states()).containsExactly(State.UNCHANGED);
    }

    @Test
    default void a_placeholder_without_a_value_is_found_before_anything_runs() {
        lab().addTable("one");
        Migration two = lab().add("two", "-- decant: placeholders\nSELECT 1,\n  '${who}';", "");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-225 " + two.up().path() + ":3: the placeholder ${who} has no value;")
                .hasMessageContaining("--placeholder who=...");
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void placeholders_are_filled_only_where_a_file_asks_and_never_count() {
        RunSettings first = RunnerLab.SETTINGS.withPlaceholders(Placeholders.of(Map.of("t", "one", "text", "it")));
        RunSettings then = RunnerLab.SETTINGS.withPlaceholders(Placeholders.of(Map.of("t", "other", "text", "x")));
        lab().add(
                        "one",
                        "-- decant: placeholders\nCREATE TABLE ${t} (a text);\nINSERT INTO ${t} VALUES ('${text}'), ('$${t}');",
                        "-- decant: placeholders\nDROP TABLE ${t};");
        lab().runner(first).migrate(lab().journal());
        assertThat(lab().number("SELECT count(*) FROM one WHERE a IN ('it', '${t}')"))
                .isEqualTo(2);
        assertThat(lab().runner(then).migrate(lab().journal()).migrations())
                .as("another value is no edit")
                .isEmpty();
        lab().add("two", "INSERT INTO one VALUES ('${t}');", "DELETE FROM one WHERE a = '${t}';");
        lab().runner(first).migrate(lab().journal());
        assertThat(lab().number("SELECT count(*) FROM one WHERE a = '${t}'")).isEqualTo(2);
        lab().runner().rollback(2);
        assertThat(lab().has("one")).as("the history keeps the values of then").isFalse();
    }
}
