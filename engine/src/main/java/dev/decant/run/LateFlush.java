package dev.decant.run;

import dev.decant.database.Durability;
import java.sql.SQLException;

/**
 * Lets the commits of a run not wait for the disk, except for the last one, which waits for all. A crash of the server in between can take the
 * end of what ran, each migration with its row in the history, so that the next run goes on from there.
 */
final class LateFlush implements AutoCloseable {
    private final Session session;
    private final Durability durability;
    private boolean late;

    /** For so many tasks, of which each ends with a commit. */
    LateFlush(Session session, int tasks) throws SQLException {
        this.session = session;
        this.durability = session.durability();
        if (tasks > 1) {
            durability.relax(session.connection());
            late = true;
        }
    }

    /** From now on commits wait. */
    void end() throws SQLException {
        if (late) {
            late = false;
            durability.restore(session.connection());
        }
    }

    /** When a run ends early, what it did is on the disk all the same; without a connection there is nobody to ask for it. */
    @Override
    public void close() {
        if (late) {
            try {
                end();
                durability.flush(session.connection());
            } catch (SQLException e) {
                // The server brings to the disk what is committed, in a moment and without being asked.
            }
        }
    }
}
