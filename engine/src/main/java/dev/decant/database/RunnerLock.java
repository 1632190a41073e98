package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock that lets one runner at a time work on a database.
 *
 * <p>It belongs to the session of a connection that does nothing else, is only ever tried and never waited for inside the database (a
 * session that waits there holds a snapshot, for which CREATE INDEX CONCURRENTLY waits in turn), and is gone with the session.
 */
public interface RunnerLock {
    /** Takes the lock when it is free; says whether it did. */
    boolean tryAcquire(Connection connection) throws SQLException;

    /** Gives the lock back. */
    void release(Connection connection) throws SQLException;

    /** Who holds it, in words for a person, as far as the database tells. */
    Optional<String> holder(Connection connection) throws SQLException;
}
