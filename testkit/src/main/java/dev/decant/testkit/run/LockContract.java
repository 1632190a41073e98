package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.RunnerLock;
import dev.decant.run.LockTimeoutException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One runner works at a time. */
public interface LockContract {
    /** The lab of the present test. */
    RunnerLab lab();

    @Test
    default void a_runner_waits_for_another_and_says_for_whom() throws SQLException {
        lab().addTable("one");
        RunnerLock lock = lab().database().lock();
        try (Connection other = lab().source().open()) {
            assertThat(lock.tryAcquire(other)).isTrue();
            CompletableFuture<RunResult> run =
                    CompletableFuture.supplyAsync(() -> lab().runner().migrate(lab().journal()));
            while (lab().events(RunEvent.LockWaiting.class).isEmpty()) {
                assertThat(run).isNotDone();
                Thread.onSpinWait();
            }
            lock.release(other);
            assertThat(run.join().migrations()).hasSize(1);
        }
        assertThat(lab().events(RunEvent.LockWaiting.class).getFirst().holder())
                .hasValueSatisfying(holder -> assertThat(holder).contains("process"));
    }

    @Test
    default void a_runner_waits_no_longer_than_it_may() throws SQLException {
        lab().addTable("one");
        RunnerLock lock = lab().database().lock();
        try (Connection other = lab().source().open()) {
            assertThat(lock.tryAcquire(other)).isTrue();
            assertThatThrownBy(() -> lab().runner(RunnerLab.SETTINGS.withLockTimeout(Duration.ofMillis(300)))
                            .migrate(lab().journal()))
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            e -> assertThat(e.holder()).isPresent())
                    .hasMessageStartingWith("DCT-520 another runner holds the lock (process ");
            lock.release(other);
        }
        assertThat(lab().ran()).isEmpty();
    }

    @Test
    default void the_lock_of_a_session_that_ended_is_free() throws SQLException {
        lab().addTable("one");
        assertThatThrownBy(() -> lab().runner(event -> {
                            throw new IllegalStateException("gone");
                        })
                        .migrate(lab().journal()))
                .hasMessage("gone");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
    }

    @Test
    default void many_runners_at_once_run_each_migration_once() {
        lab().add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);", "");
        lab().add("two", "INSERT INTO one VALUES (2);", "");
        List<CompletableFuture<RunResult>> runs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> lab().runner().migrate(lab().journal())))
                .limit(4)
                .toList();
        assertThat(runs.stream().mapToInt(run -> run.join().migrations().size()).sum())
                .isEqualTo(2);
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(3);
        assertThat(lab().ran()).hasSize(2);
    }
}
