package dev.decant.studio.sql;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Statements that run, one after the other, and that somebody may want to end. */
final class Running {
    private @Nullable Statement current;
    private boolean ended;

    /** Says what runs now; says whether it may. */
    synchronized boolean begin(Statement statement) {
        current = statement;
        return !ended;
    }

    /** Says that nothing runs now. */
    synchronized void finish() {
        current = null;
    }

    /** Whether somebody has ended it. */
    synchronized boolean isEnded() {
        return ended;
    }

    /** Ends what runs, and begins nothing any more. */
    synchronized void end() throws SQLException {
        ended = true;
        if (current != null) {
            current.cancel();
        }
    }
}
