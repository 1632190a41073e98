package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.history.Direction;
import dev.decant.history.Status;
import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.Selection;
import dev.decant.run.Standing;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever ends a run, the next one goes on where it ended, and nothing runs twice. */
public interface ResumeContract {
    /** The lab of the present test. */
    RunnerLab lab();

    /** A run that somebody ended. */
    final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndedException() {
            super("ended");
        }
    }

    private MigrationFailedException failure() {
        try {
            lab().runner().migrate(lab().journal());
        } catch (MigrationFailedException e) {
            return e;
        }
        throw new AssertionError("the run did not fail");
    }

    /** Ends the run at the first event that fits. */
    private static RunListener endAt(Predicate<RunEvent> last) {
        return event -> {
            if (last.test(event)) {
                throw new EndedException();
            }
        };
    }

    @Test
    default void a_statement_that_fails_undoes_its_migration_and_ends_the_run() {
        Migration one = lab().addTable("one");
        Migration two = lab().add("two", "CREATE TABLE two (id integer);\n\n  INSERT INTO nowhere VALUES (1);", "");
        lab().addTable("three");
        MigrationFailedException failure = failure();
        assertThat(failure.migration()).isEqualTo(two.id());
        assertThat(failure.direction()).isEqualTo(Direction.UP);
        assertThat(failure.statement()).hasValue("INSERT INTO nowhere VALUES (1)");
        assertThat(failure.kept()).isEmpty();
        assertThat(failure.spot().orElseThrow().line()).isEqualTo(3);
        assertThat(failure.error().orElseThrow().message()).contains("nowhere");
        assertThat(failure)
                .hasMessageStartingWith("DCT-523 " + two.up().path() + ":3:")
                .hasMessageEndingWith(
                        "; nothing of this migration was kept; 1 behind it was not begun; correct the cause and migrate again");
        assertThat(lab().ran()).containsExactly(one.id());
        assertThat(lab().has("two")).isFalse();
        assertThat(lab().has("three")).isFalse();
        assertThat(lab().events(RunEvent.MigrationFailed.class)).containsExactly(new RunEvent.MigrationFailed(failure));
        lab().edit(two, "CREATE TABLE two (id integer);");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(2);
    }

    @Test
    default void steps_that_are_done_stay_done() {
        Migration steps = lab().add("steps", """
                        -- decant: step first
                        CREATE TABLE one (id integer);
                        -- decant: step second
                        INSERT INTO one VALUES (1);
                        INSERT INTO nowhere VALUES (1);
                        -- decant: step third
                        INSERT INTO one VALUES (3);
                        """, "");
        MigrationFailedException failure = failure();
        assertThat(failure.kept()).containsExactly("the step first");
        assertThat(failure)
                .hasMessageEndingWith("; done before and kept: the step first;"
                        + " correct the cause and migrate again, which goes on behind what is done");
        assertThat(lab().history().getFirst().status()).isEqualTo(Status.APPLYING);
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(Standing.State.FAILED);
        lab().edit(steps, """
                        -- decant: step first
                        create table one (id integer); -- as it was
                        -- decant: step second
                        INSERT INTO one VALUES (2);
                        -- decant: step third
                        INSERT INTO one VALUES (3);
                        """);
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(5);
        assertThat(lab().history().getFirst().status()).isEqualTo(Status.APPLIED);
        assertThat(lab().events(RunEvent.StepSkipped.class))
                .containsExactly(new RunEvent.StepSkipped(steps.id(), "first"));
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
    }

    @Test
    default void what_is_done_must_not_be_edited() {
        Migration steps = lab().add(
                        "steps",
                        "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nINSERT INTO nowhere VALUES (1);",
                        "");
        failure();
        lab().edit(steps, "-- decant: step a\nCREATE TABLE one (id bigint);\n-- decant: step b\nSELECT 1;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageStartingWith(
                        "DCT-526 " + steps.up().path() + ": the step a is done, and is not here any more");
        lab().edit(steps, "SELECT 1;\n-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nSELECT 1;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal())).hasMessageStartingWith("DCT-526");
        lab().edit(steps, "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nSELECT 1;");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
    }

    @Test
    default void outside_of_a_transaction_each_statement_runs_once() {
        Migration outside = lab().add("outside", """
                        -- decant: transaction none
                        CREATE TABLE one (id integer);
                        INSERT INTO one VALUES (1);
                        INSERT INTO nowhere VALUES (1);
                        INSERT INTO one VALUES (3);
                        """, "");
        MigrationFailedException failure = failure();
        assertThat(failure.kept()).containsExactly("the first 2 of 4 statements of the step step-1");
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(1);
        assertThat(failure().kept()).containsExactly("the first 2 of 4 statements of the step step-1");
        lab().edit(outside, """
                        -- decant: transaction none
                        CREATE TABLE one (id integer);
                        INSERT INTO one VALUES (1);
                        INSERT INTO one VALUES (2);
                        INSERT INTO one VALUES (3);
                        """);
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(6);
        assertThat(lab().history().getFirst().status()).isEqualTo(Status.APPLIED);
    }

    @Test
    default void a_statement_outside_of_a_transaction_and_the_note_on_it_are_one() {
        lab().add(
                        "outside",
                        "-- decant: transaction none\nCREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);",
                        "");
        RunListener end = endAt(event ->
                event instanceof RunEvent.StatementFinished(String migration, int number, var duration, var rows)
                        && number == 2);
        assertThatThrownBy(() -> lab().runner(end).migrate(lab().journal())).isInstanceOf(EndedException.class);
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(Standing.State.PARTIAL);
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(1);
    }

    @Test
    default void a_run_that_ends_at_any_event_is_completed_by_the_next() {
        lab().add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);", "");
        lab().add("two", """
                        INSERT INTO one VALUES (2);
                        -- decant: step outside
                        -- decant: transaction none
                        INSERT INTO one VALUES (4);
                        INSERT INTO one VALUES (8);
                        -- decant: step last
                        INSERT INTO one VALUES (16);
                        """, "");
        lab().add("three", "INSERT INTO one VALUES (32);", "");
        int ended = 0;
        while (endsAt(ended + 1)) {
            ended++;
        }
        assertThat(ended).isBetween(10, 50);
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(63);
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(6);
        assertThat(lab().history())
                .extracting(entry -> entry.status())
                .containsOnly(Status.APPLIED)
                .hasSize(3);
    }

    /** Runs until the event of that number, from 1; says whether there was such an event. */
    private boolean endsAt(int number) {
        AtomicInteger left = new AtomicInteger(number);
        RunListener end = endAt(event -> left.decrementAndGet() == 0);
        try {
            lab().runner(end).migrate(lab().journal());
            return false;
        } catch (EndedException e) {
            return true;
        }
    }

    @Test
    default void as_one_transaction_all_migrations_are_done_or_none() {
        lab().addTable("one");
        Migration two = lab().add("two", "INSERT INTO nowhere VALUES (1);", "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal(), Selection.ALL.asOne()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-523 " + two.up().path());
        assertThat(lab().has("one")).isFalse();
        assertThat(lab().ran()).isEmpty();
        lab().edit(two, "INSERT INTO one VALUES (1);");
        assertThat(lab().runner()
                        .migrate(lab().journal(), Selection.ALL.asOne())
                        .migrations())
                .hasSize(2);
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(1);
        assertThat(lab().ran()).hasSize(2);
    }

    @Test
    default void what_cannot_be_undone_as_a_whole_is_not_begun_as_one() {
        lab().addTable("one");
        lab().add("two", "-- decant: transaction none\nINSERT INTO one VALUES (1);", "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal(), Selection.ALL.asOne()))
                .hasMessageContaining("DCT-533 ");
        assertThat(lab().ran()).isEmpty();
    }

    @Test
    default void an_exception_of_a_listener_in_a_transaction_undoes_it() {
        lab().addTable("one");
        assertThatThrownBy(() -> lab().runner(endAt(event -> event instanceof RunEvent.StatementFinished))
                        .migrate(lab().journal()))
                .isInstanceOf(EndedException.class);
        assertThat(lab().has("one")).isFalse();
        assertThat(lab().ran()).isEmpty();
        lab().runner().migrate(lab().journal());
        assertThat(lab().has("one")).isTrue();
    }
}
