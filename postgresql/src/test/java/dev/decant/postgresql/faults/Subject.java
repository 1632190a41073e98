package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.failure.DecantException;
import dev.decant.run.RunListener;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A database that is migrated and rolled back again and again, each time with a fault, and looked at after each recovery. */
final class Subject implements AutoCloseable {
    private static final int MOST_RUNS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final FaultLab lab;
    private final TestDatabase database;
    private boolean migrated;

    Subject(FaultLab lab, TestDatabase database) {
        this.lab = lab;
        this.database = database;
    }

    /** A run that is disturbed. */
    @FunctionalInterface
    interface Disturbed {
        void run() throws Exception;
    }

    TestDatabase database() {
        return database;
    }

    /** Whether the next run is a rollback. */
    boolean isMigrated() {
        return migrated;
    }

    /** Goes the way that is next. */
    void go(Runner runner) {
        if (migrated) {
            runner.rollback(Integer.MAX_VALUE);
        } else {
            runner.migrate(lab.journal());
        }
    }

    /** Makes the way up, or the way back, the next one. */
    void turn(boolean up) throws SQLException {
        if (migrated == up) {
            recover("no fault");
        }
    }

    /**
     * Goes one way with a fault, and whatever comes of it, goes on without; then all must be as if there had been none.
     *
     * @param kind what kind of fault, to count it
     * @param where at which moment
     */
    void disturb(String kind, String where, Disturbed run) throws Exception {
        String fault = (migrated ? "rollback: " : "migrate: ") + kind + " " + where;
        try {
            run.run();
        } catch (DecantException expected) {
            assertThat(expected.getMessage()).as(fault).startsWith("DCT-");
        }
        lab.tally().count(kind);
        recover(fault);
    }

    private void recover(String fault) throws SQLException {
        again(fault);
        migrated = !migrated;
        requireSame(State.of(database), lab.state(migrated), fault);
    }

    private void again(String fault) {
        for (int times = 1; ; times++) {
            try {
                go(lab.runner(database, RunListener.SILENT));
                return;
            } catch (DecantException e) {
                if (times == MOST_RUNS) {
                    throw new AssertionError(fault + ": " + e.getMessage(), e);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what differs, not all there is. */
    private static void requireSame(List<String> found, List<String> wanted, String fault) {
        List<String> more =
                found.stream().filter(line -> !wanted.contains(line)).toList();
        List<String> less =
                wanted.stream().filter(line -> !found.contains(line)).toList();
        assertThat(more)
                .as(fault + ": is there, and should not be; missing is " + less)
                .isEmpty();
        assertThat(found).as(fault).isEqualTo(wanted);
    }

    @Override
    public void close() {
        database.close();
    }
}
