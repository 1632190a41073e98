package dev.decant.run;

import java.sql.SQLException;
import java.time.Duration;

/** Tries again what failed since others were in the way, after pauses in which they can go on, until it is done or the budget is spent. */
final class Tries {
    private final Session session;
    private final String migration;
    private final Pauses pauses;
    private final long start = System.nanoTime();
    private int failed;

    Tries(Session session, String migration) {
        this.session = session;
        this.migration = migration;
        this.pauses = Pauses.ofStandingAside(session::isInterrupted);
    }

    void run(Session.Work work) throws SQLException {
        while (true) {
            try {
                work.run();
                return;
            } catch (RefusedException e) {
                if (!isContention(e)
                        || elapsed().compareTo(session.settings().limits().budget()) >= 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private boolean isContention(RefusedException e) {
        return session.database().limits().isContention(session.database().explain(e.reason()));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void pause() {
        failed++;
        Duration pause = pauses.next();
        session.tell(new RunEvent.AttemptFailed(
                migration, failed, pause, session.watch().blockers()));
        pauses.sleepFor(pause);
        session.requireWanted();
    }
}
