package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.decant.failure.DecantException;
import dev.decant.journal.Migration;
import dev.decant.run.AssertionFailedException;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.Preflight;
import dev.decant.run.Preflight.Answer;
import dev.decant.run.RunEvent;
import dev.decant.run.Selection;
import dev.decant.run.Standing;
import dev.decant.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code before.sql} and {@code verify.sql} ask whether what must hold does; what does not hold undoes the migration. */
public interface AssertionContract {
    /** The lab of the present test. */
    RunnerLab lab();

    private MigrationFailedException failure() {
        return catchThrowableOfType(
                MigrationFailedException.class, () -> lab().runner().migrate(lab().journal()));
    }

    private Migration filled(int... ids) {
        Migration table = lab().addTable("one");
        lab().runner().migrate(lab().journal());
        for (int id : ids) {
            lab().sql("INSERT INTO one VALUES (" + id + ")");
        }
        return table;
    }

    @Test
    default void a_query_that_finds_nothing_holds() {
        Migration one = lab().addTable("one");
        lab().write(one, "verify.sql", "-- nobody is\n-- below zero\nSELECT id FROM one WHERE id < 0;");
        lab().runner().migrate(lab().journal());
        assertThat(lab().events(RunEvent.Asserted.class)).hasSize(1).first().satisfies(asserted -> {
            assertThat(asserted.migration()).isEqualTo(one.id());
            assertThat(asserted.verdict().holds()).isTrue();
            assertThat(asserted.verdict().assertion()).isEqualTo("nobody is below zero");
            assertThat(asserted.verdict().line()).isEqualTo(3);
        });
        assertThat(lab().events(RunEvent.AssertionStarted.class))
                .hasSize(1)
                .first()
                .satisfies(started -> {
                    assertThat(started.migration()).isEqualTo(one.id());
                    assertThat(started.file()).endsWith("verify.sql");
                    assertThat(started.assertion()).isEqualTo("nobody is below zero");
                });
    }

    @Test
    default void rows_that_verify_finds_undo_the_migration_and_are_told() {
        Migration one = lab().add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (-1), (-2);", "");
        lab().write(one, "verify.sql", "-- nobody is below zero\nSELECT id FROM one WHERE id < 0 ORDER BY id;");
        MigrationFailedException failure = failure();
        assertThat(failure)
                .hasMessageStartingWith("DCT-538 ")
                .hasMessageContaining("verify.sql:2: an assertion does not hold: nobody is below zero (found 2 rows)"
                        + "; nothing of this migration was kept; correct the cause and migrate again");
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        AssertionFailedException.class,
                        failed -> assertThat(failed.verdict().found())
                                .isEqualTo(new Verdict.Found(
                                        List.of("id"), List.of(List.of("-2"), List.of("-1")), false)));
        assertThat(lab().has("one")).isFalse();
        assertThat(lab().ran()).isEmpty();
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(Standing.State.FAILED);
        lab().edit(one, "CREATE TABLE one (id integer);");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).containsExactly(one.id());
    }

    @Test
    default void what_must_hold_before_is_asked_before_anything_runs() {
        filled(1, 2, 3, 4, 5, 6, 7);
        Migration two = lab().addTable("two");
        lab().write(two, "before.sql", "SELECT id FROM one;");
        assertThat(failure())
                .hasMessageContaining(
                        "before.sql:1: an assertion does not hold: the query of line 1 (found more than 5 rows)");
        assertThat(lab().has("two")).isFalse();
        lab().sql("DELETE FROM one");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).containsExactly(two.id());
    }

    @Test
    default void of_a_migration_of_several_steps_the_last_transaction_is_undone() {
        Migration steps = lab().add(
                        "steps",
                        "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nINSERT INTO one VALUES (1);",
                        "");
        lab().write(steps, "before.sql", "SELECT 1 WHERE 1 = 2;");
        lab().write(steps, "verify.sql", "SELECT * FROM one;");
        assertThat(failure().kept()).contains("the step a");
        lab().write(steps, "verify.sql", "SELECT * FROM one WHERE id <> 1;");
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(1);
        assertThat(lab().events(RunEvent.Asserted.class))
                .as("what must hold before is not asked of a half done migration")
                .filteredOn(asserted -> asserted.verdict().file().endsWith("before.sql"))
                .hasSize(1);
    }

    @Test
    default void all_or_nothing_is_undone_by_an_assertion_as_well() {
        lab().addTable("one");
        Migration two = lab().addTable("two");
        lab().write(two, "verify.sql", "SELECT 1;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal(), Selection.ALL.asOne()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-538 ");
        assertThat(lab().has("one")).isFalse();
        assertThat(lab().ran()).isEmpty();
    }

    @Test
    default void changing_an_assertion_is_no_edit_of_what_ran() {
        Migration one = filled();
        lab().write(one, "verify.sql", "SELECT 1;");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
    }

    @Test
    default void a_statement_of_an_assertion_that_fails_is_told_with_its_place() {
        Migration one = lab().addTable("one");
        lab().write(one, "before.sql", "SELECT 1 WHERE 1 = 2;\n\nSELECT nonsense FROM nowhere;");
        assertThat(failure()).hasMessageStartingWith("DCT-523 ").hasMessageContaining("before.sql:3:");
    }

    @Test
    default void assertions_have_no_steps_of_their_own() {
        Migration one = lab().addTable("one");
        lab().addTable("two");
        lab().write(one, "verify.sql", "-- decant: step a\nSELECT 1 WHERE 1 = 2;\n-- decant: step b\nSELECT 1;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-221 ")
                .hasMessageContaining("verify.sql: it is no single step");
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void one_can_ask_what_must_hold_before_without_running_anything() {
        filled(1);
        Migration two = lab().addTable("two");
        lab().write(two, "before.sql", "SELECT id FROM one WHERE id > 1;\nSELECT id FROM one;");
        Migration three = lab().addTable("three");
        lab().write(three, "before.sql", "SELECT id FROM two;");
        List<Answer> answers = new Preflight(lab().database(), lab().source(), RunnerLab.SETTINGS).ask(lab().journal());
        assertThat(answers).hasSize(3);
        assertThat(answers.subList(0, 2))
                .allSatisfy(answer -> assertThat(answer.migration()).isEqualTo(two.id()))
                .extracting(answer ->
                        answer instanceof Answer.Given given && given.verdict().holds())
                .containsExactly(true, false);
        assertThat(answers.getLast())
                .isInstanceOfSatisfying(
                        Answer.Missing.class,
                        missing -> assertThat(missing.reason()).contains("two"));
        assertThat(lab().has("two")).isFalse();
    }

    @Test
    default void a_comparison_must_say_yes_and_a_number_is_a_row_that_must_not_be() {
        Migration one = lab().add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (-1), (-2);", "");
        String truths = """
                SELECT count(*) = 2 FROM one;
                SELECT (EXISTS (SELECT 1 FROM one WHERE id < -1)) AS found;
                WITH low AS (SELECT id FROM one) SELECT max(id) < 0 AND min(id) IS NOT NULL FROM low;
                SELECT id IN (-1, -2) FROM one;
                """;
        lab().write(one, "verify.sql", truths + "SELECT count(*) = 3 FROM one;");
        assertThat(failure()).hasMessageContaining("verify.sql:5: ").hasMessageContaining("(says no)");
        lab().write(one, "verify.sql", truths + "SELECT count(*) FROM one WHERE id = -1;");
        assertThat(failure()).hasMessageContaining("verify.sql:5: ").hasMessageContaining("(found 1 row)");
        lab().write(one, "verify.sql", truths + "SELECT CASE WHEN max(id) = -1 THEN 1 END FROM one;");
        assertThat(failure()).hasMessageContaining("verify.sql:5: ").hasMessageContaining("(found 1 row)");
        lab().write(one, "verify.sql", truths);
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
    }
}
