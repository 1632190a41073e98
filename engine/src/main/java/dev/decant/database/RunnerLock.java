package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock that lets one runner at a time work on a database.
 *
 * <p>It belongs to the session of a connection that does nothing else, is only ever tried and never waited for inside the database (a
 * session that waits there holds a snapshot, for which CREATE INDEX CONCURRENTLY waits in turn), and is gone with the session.
 *
 * <p>The session that does the work makes a claim of its own: the server goes on with a statement whose client was killed, so that the lock
 * can be free while a session of the run before still works.
 */
public interface RunnerLock {
    /** Takes the lock when it is free; says whether it did. */
    boolean tryAcquire(Connection connection) throws SQLException;

    /** Gives the lock back. */
    void release(Connection connection) throws SQLException;

    /** Who holds it, as far as the database tells. */
    Optional<LockHolder> holder(Connection connection) throws SQLException;

    /** Makes this session the one that works, until it ends; says no while another one is. */
    default boolean tryClaim(Connection work) throws SQLException {
        return true;
    }

    /** Which session works, as far as the database tells. */
    default Optional<LockHolder> claimant(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** Ends a session that holds the lock or works, by its name; says no where that cannot be done from here. */
    default boolean evict(Connection connection, String holder) throws SQLException {
        return false;
    }
}
