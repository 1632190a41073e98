package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.history.Lease;
import dev.decant.run.RunEvent;
import dev.decant.run.RunResult;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runners behind a pooler that lends sessions by the transaction, where locks of a session mean nothing. */
class PoolerTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    private TestDatabase database;
    private PgBouncer pooler;
    private RunnerLab lab;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) throws Exception {
        pooler = PgBouncer.before(SERVER, folder);
        database = SERVER.freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SERVER.user());
        properties.setProperty("password", SERVER.password());
        properties.setProperty("sslmode", "disable");
        return LiveDatabase.DATABASE.open(pooler.jdbcUrl(database.name()), properties);
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.close();
            database.close();
        }
    }

    @Test
    void a_pooler_is_noticed() throws SQLException {
        try (Connection direct = database.open();
                Connection pooled = open()) {
            assertThat(LiveDatabase.DATABASE.keepsSessions(direct)).isTrue();
            assertThat(LiveDatabase.DATABASE.keepsSessions(pooled)).isFalse();
        }
    }

    @Test
    void many_runners_at_once_run_each_migration_once_and_leave_no_lock() {
        lab.add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);", "DROP TABLE one;");
        lab.add("two", "INSERT INTO one VALUES (2);\nCREATE INDEX CONCURRENTLY i ON one (id);", "DROP INDEX i;");
        List<CompletableFuture<RunResult>> runs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> lab.runner().migrate(lab.journal())))
                .limit(4)
                .toList();
        assertThat(runs.stream().mapToInt(run -> run.join().migrations().size()).sum())
                .isEqualTo(2);
        assertThat(lab.number("SELECT sum(id) FROM one")).isEqualTo(3);
        assertThat(lab.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isZero();
        assertThat(lab.runner().rollback(2).migrations()).hasSize(2);
    }

    @Test
    void a_runner_that_stood_still_and_lost_its_lease_writes_nothing_more() {
        lab.addTable("one");
        lab.addTable("two");
        assertThatThrownBy(() -> lab.runner(event -> {
                            if (event instanceof RunEvent.MigrationFinished) {
                                takeOver();
                            }
                        })
                        .migrate(lab.journal()))
                .hasMessageStartingWith("DCT-522 ");
        assertThat(lab.ran()).hasSize(1);
        assertThat(lab.has("two")).isFalse();
    }

    /** As if the lease had run out, and another runner had taken it. */
    private void takeOver() {
        lab.sql("UPDATE decant.migration_lease SET renewed_at = renewed_at - interval '1 hour'");
        try (Connection other = open()) {
            assertThat(new Lease(LiveDatabase.DATABASE, "other").tryAcquire(other))
                    .isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_lease_is_not_taken_over_while_a_transaction_of_its_holder_writes() throws SQLException {
        try (Connection one = open();
                Connection other = open()) {
            Lease mine = new Lease(LiveDatabase.DATABASE, "me");
            Lease yours = new Lease(LiveDatabase.DATABASE, "you");
            mine.prepare(one);
            assertThat(mine.tryAcquire(one)).isTrue();
            assertThat(yours.tryAcquire(other)).isFalse();
            assertThat(yours.holder(other).orElseThrow().words())
                    .contains(" of me, at work since ", ", by a lease renewed at ");
            one.setAutoCommit(false);
            assertThat(mine.isHeldIn(one)).isTrue();
            assertThat(yours.tryAcquire(other)).isFalse();
            one.commit();
            one.setAutoCommit(true);
            mine.release(one);
            assertThat(yours.tryAcquire(other)).isTrue();
            assertThat(mine.renew(one)).isFalse();
        }
    }
}
