package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.RunnerLock;
import dev.decant.failure.DecantException;
import dev.decant.journal.Migration;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A run that somebody wants to end ends where nothing is in doubt, and says how far it came. */
public interface InterruptionContract {
    /** The lab of the present test. */
    RunnerLab lab();

    /** Wants the run to end once a number of events of a kind were told. */
    final class Impatient implements RunListener {
        private final Class<? extends RunEvent> kind;
        private int left;

        Impatient(Class<? extends RunEvent> kind, int count) {
            this.kind = kind;
            this.left = count;
        }

        @Override
        public void on(RunEvent event) {
            left -= kind.isInstance(event) ? 1 : 0;
        }

        @Override
        public boolean stops() {
            return left <= 0;
        }
    }

    private void interrupted(RunListener listener, String message) {
        assertThatThrownBy(() -> new Runner(lab().database(), lab().source(), RunnerLab.SETTINGS, listener)
                        .migrate(lab().journal()))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("DCT-548")
                .hasMessageContaining(message);
    }

    @Test
    default void between_two_migrations_it_says_how_many_are_done() {
        Migration one = lab().addTable("one");
        lab().addTable("two");
        lab().addTable("three");
        interrupted(
                new Impatient(RunEvent.MigrationFinished.class, 1),
                "1 of 3 are done, and nothing of the others was begun");
        assertThat(lab().ran()).containsExactly(one.id());
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(2);
    }

    @Test
    default void within_a_migration_that_is_a_transaction_nothing_of_it_stays() {
        lab().add(
                        "one",
                        "CREATE TABLE one (id integer);\nCREATE TABLE two (id integer);",
                        "DROP TABLE two;\nDROP TABLE one;");
        lab().addTable("three");
        interrupted(
                new Impatient(RunEvent.StatementFinished.class, 1),
                "nothing of this migration was kept; 1 behind it was not begun");
        assertThat(lab().ran()).isEmpty();
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(2);
    }

    @Test
    default void outside_of_transactions_it_says_which_statements_are_done() {
        lab().add(
                        "one",
                        "-- decant: transaction none\nCREATE TABLE one (id integer);\nCREATE TABLE two (id integer);",
                        "DROP TABLE two;\nDROP TABLE one;");
        interrupted(
                new Impatient(RunEvent.StatementFinished.class, 1),
                "done before and kept: the first 1 of 2 statements of the step step-1");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
        assertThat(lab().number("SELECT count(*) FROM two")).isZero();
    }

    @Test
    default void while_it_waits_for_another_runner_it_ends_at_once_and_has_begun_nothing() throws SQLException {
        lab().addTable("one");
        RunnerLock lock = lab().database().lock();
        try (Connection other = lab().source().open()) {
            assertThat(lock.tryAcquire(other)).isTrue();
            interrupted(
                    new Impatient(RunEvent.LockWaiting.class, 1),
                    "somebody interrupted the wait for another runner; nothing was begun; run this again");
            lock.release(other);
        }
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
    }
}
