package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.Databases;
import dev.decant.history.Lease;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock that is stuck: who holds it since when, and an end to it by the name of its holder. */
final class UnlockTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    /** The letters of {@code decant}, which is where every runner looks. */
    private static final long KEY = 0x6465_6361_6e74L;

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
        shell.run("generate", "--custom", "one");
        shell.write("migrations/" + shell.migrations().getLast() + "/up.sql", "CREATE TABLE one (id integer);\n");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void a_session_that_hangs_is_named_and_ended_by_its_name() throws SQLException {
        try (Connection hanging = database.open();
                Statement statement = hanging.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
            String process = process(statement);

            Shell.Outcome blocked = shell.run("migrate", "--no-wait");
            Shell.Outcome shown = shell.run("unlock");
            Shell.Outcome other = shell.run("unlock", "1");
            Shell.Outcome ended = shell.run("unlock", process);

            assertThat(blocked.code()).isEqualTo(1);
            assertThat(blocked.err())
                    .startsWith("DCT-520 ")
                    .contains("process " + process, "connected since", "decant unlock " + process);
            assertThat(shown.out()).contains("process " + process, "connected since");
            assertThat(other.err()).startsWith("DCT-536 ").contains("held by process " + process);
            assertThat(ended.code()).isZero();
        }
        assertThat(shell.run("migrate").code()).isZero();
    }

    private static String process(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_lease_behind_a_pooler_is_named_and_taken_away_by_the_name_of_its_holder() throws SQLException {
        try (Connection connection = database.open()) {
            Lease lease = new Lease(Databases.ofDialect("postgresql"), "ann");
            lease.prepare(connection);
            assertThat(shell.run("unlock").out()).contains("Nobody holds the lock.");
            assertThat(lease.tryAcquire(connection)).isTrue();
            String process = String.valueOf(ProcessHandle.current().pid());

            Shell.Outcome shown = shell.run("unlock");
            Shell.Outcome ended = shell.run("unlock", process);

            assertThat(shown.out()).contains("process " + process + " of ann, at work since ", "by a lease renewed at");
            assertThat(ended.code()).isZero();
            assertThat(lease.renew(connection)).isFalse();
            assertThat(shell.run("unlock").out()).contains("Nobody holds the lock.");
        }
    }

    @Test
    void a_lease_is_not_taken_away_in_the_middle_of_a_transaction() throws SQLException {
        try (Connection connection = database.open()) {
            Lease lease = new Lease(Databases.ofDialect("postgresql"), "ann");
            lease.prepare(connection);
            lease.tryAcquire(connection);
            connection.setAutoCommit(false);
            assertThat(lease.isHeldIn(connection)).isTrue();
            CompletableFuture<Integer> ending = CompletableFuture.supplyAsync(() -> shell.run(
                            "unlock", String.valueOf(ProcessHandle.current().pid()))
                    .code());

            assertThat(ending.completeOnTimeout(-1, 1, TimeUnit.SECONDS).join()).isEqualTo(-1);
            assertThat(lease.isHeldIn(connection)).isTrue();
            connection.commit();
        }
    }
}
