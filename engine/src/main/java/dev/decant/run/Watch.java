package dev.decant.run;

import dev.decant.database.SessionObserver.Blocker;
import dev.decant.database.SessionObserver.Sighting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches the statements of a session from another one, which is opened for the first statement that takes longer than a moment. */
final class Watch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 250;
    private static final long TELL_MILLIS = 1000;

    private final Access access;
    private final Connection work;
    private final boolean lasting;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> ticking;
    private @Nullable Connection eyes;
    private Optional<String> name = Optional.empty();
    private List<Blocker> blockers = List.of();
    private volatile @Nullable Look current;

    /**
     * Watches a session.
     *
     * @param lasting whether it is the same session in the server for all of its statements
     */
    Watch(Access access, Connection work, boolean lasting) {
        this.access = access;
        this.work = work;
        this.lasting = lasting;
    }

    /** Something that is watched. */
    @FunctionalInterface
    interface Watched<T> {
        T run() throws SQLException;
    }

    /** Runs a statement, and tells how it goes while it does. */
    <T> T over(String migration, int number, Watched<T> statement) throws SQLException {
        blockers = List.of();
        if (name.isEmpty() && lasting) {
            name = access.database().observer().name(work);
        }
        if (name.isEmpty()) {
            return statement.run();
        }
        startTicking();
        Look look = new Look(migration, number, name.get());
        current = look;
        try {
            return statement.run();
        } finally {
            current = null;
            look.end();
        }
    }

    /** Who was in the way of the last statement. */
    List<Blocker> blockers() {
        return blockers;
    }

    /** One clock for all statements: most are over before it ticks. */
    private void startTicking() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("decant-watch").factory());
            ticking = timer.scheduleWithFixedDelay(this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        Look look = current;
        if (look != null && look.elapsed() >= TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS)) {
            look.run();
        }
    }

    private synchronized Sighting look(String session) throws SQLException {
        Connection open = eyes;
        if (open == null || open.isClosed()) {
            open = access.source().open();
            eyes = open;
        }
        return access.database().observer().look(open, session);
    }

    @Override
    public synchronized void close() throws SQLException {
        if (ticking != null) {
            ticking.cancel(false);
        }
        if (timer != null) {
            timer.shutdownNow();
        }
        if (eyes != null) {
            eyes.close();
        }
    }

    /** Looks at one statement now and then. */
    private final class Look {
        private final String migration;
        private final int number;
        private final String session;
        private final long start = System.nanoTime();
        private Sighting last = Sighting.NOTHING;
        private long told;
        private boolean ended;

        Look(String migration, int number, String session) {
            this.migration = migration;
            this.number = number;
            this.session = session;
        }

        long elapsed() {
            return System.nanoTime() - start;
        }

        void run() {
            try {
                see(look(session));
            } catch (SQLException | RuntimeException e) {
                // Nobody needs to see: the statement itself tells how it ends.
            }
        }

        private synchronized void see(Sighting seen) {
            if (ended) {
                return;
            }
            blockers = seen.blockers().isEmpty() ? blockers : seen.blockers();
            long elapsed = elapsed();
            boolean news = seen.blockers().isEmpty() != last.blockers().isEmpty();
            if (news || elapsed - told > TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS)) {
                access.tell(new RunEvent.StatementRunning(migration, number, Duration.ofNanos(elapsed), seen));
                told = elapsed;
            }
            last = seen;
        }

        /** From now on nothing is told any more. */
        synchronized void end() {
            ended = true;
        }
    }
}
