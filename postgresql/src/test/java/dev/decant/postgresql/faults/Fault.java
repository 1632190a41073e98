package dev.decant.postgresql.faults;

import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What can happen to a database while somebody migrates it. */
enum Fault {
    /** An administrator ends the sessions. */
    SESSIONS_ENDED("sessions ended") {
        @Override
        void happen(FaultLab lab, TestDatabase database) throws SQLException {
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    },

    /** A process of the server is killed, whereupon the server ends all others and recovers, as after any crash. */
    SERVER_CRASHED("server crashed") {
        @Override
        void happen(FaultLab lab, TestDatabase database) throws Exception {
            String process = database.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid() LIMIT 1")
                    .getFirst();
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
            awaitServer(database);
        }
    },

    /** The server is stopped and started as it should be. */
    SERVER_RESTARTED("server restarted") {
        @Override
        void happen(FaultLab lab, TestDatabase database) {
            lab.server().restart();
        }
    },

    /** Somebody works with a table for a while. */
    TABLE_LOCKED("table locked") {
        @Override
        void happen(FaultLab lab, TestDatabase database) throws SQLException {
            Connection other = database.open();
            try (Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE account IN ACCESS EXCLUSIVE MODE NOWAIT");
                var unused = CompletableFuture.runAsync(
                        () -> close(other), CompletableFuture.delayedExecutor(120, TimeUnit.MILLISECONDS));
            } catch (SQLException heldByTheRun) {
                other.close();
            }
        }
    },

    /** The rights on the history go, on which no run holds a lock that would keep them from going; they come back after the run. */
    RIGHTS_REVOKED("rights revoked") {
        @Override
        void happen(FaultLab lab, TestDatabase database) throws SQLException {
            database.execute("REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA decant FROM " + FaultLab.USER);
        }

        @Override
        void mend(TestDatabase database) throws SQLException {
            database.execute("GRANT ALL ON ALL TABLES IN SCHEMA decant TO " + FaultLab.USER);
        }
    };

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** Lets it happen. */
    abstract void happen(FaultLab lab, TestDatabase database) throws Exception;

    /** Makes good for it once the run is over. */
    void mend(TestDatabase database) throws SQLException {}

    String words() {
        return words;
    }

    private static void awaitServer(TestDatabase database) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            Thread.sleep(50);
            try {
                database.query("SELECT 1");
                return;
            } catch (SQLException notYet) {
                // It is still recovering.
            }
        }
    }

    private static void close(Connection other) {
        try {
            other.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
