package dev.decant.database;

import java.time.Duration;
import java.util.List;

/** How a database is told how long a statement may wait for locks and run. A duration of zero is no limit. */
public interface StatementLimits {
    /** A database that knows no such limits. */
    StatementLimits NONE = new StatementLimits() {
        @Override
        public boolean holdsUpOthers(String sql) {
            return false;
        }

        @Override
        public List<String> set(Duration lock, Duration statement, boolean transaction) {
            return List.of();
        }

        @Override
        public boolean isContention(ServerError error) {
            return false;
        }
    };

    /** Whether others, readers and writers, have to queue behind the statement while it waits for a lock. */
    boolean holdsUpOthers(String sql);

    /**
     * The statements that set the limits.
     *
     * @param lock how long to wait for a lock
     * @param statement how long to run
     * @param transaction whether until the end of the transaction, or else of the session
     */
    List<String> set(Duration lock, Duration statement, boolean transaction);

    /** Whether a statement was ended because it ran for longer than it may. */
    default boolean isTimeout(ServerError error) {
        return false;
    }

    /** Whether a statement failed because others were in its way, so that the same can succeed a moment later. */
    boolean isContention(ServerError error);
}
