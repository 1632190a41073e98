package dev.decant.database;

import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a database tells of itself while it works: how big it is, who is at work, and what of it somebody should mend. */
public interface Monitor {
    /** The monitor of a database that tells nothing. */
    Monitor BLIND = new Monitor() {
        @Override
        public boolean sees() {
            return false;
        }

        @Override
        public Vitals vitals(Connection connection) {
            return new Vitals("", 0, Optional.empty());
        }

        @Override
        public List<TableSize> sizes(Connection connection) {
            return List.of();
        }

        @Override
        public List<LiveSession> sessions(Connection connection) {
            return List.of();
        }

        @Override
        public List<LiveSession> users(Connection connection, ObjectName relation) {
            return List.of();
        }

        @Override
        public List<Ailment> ailments(Connection connection) {
            return List.of();
        }

        @Override
        public boolean cancel(Connection connection, String session) {
            return false;
        }
    };

    /**
     * A database in a few numbers.
     *
     * @param server what it runs on, with the version
     * @param bytes how big it is
     * @param countedSince since when it counts how often things are used
     */
    record Vitals(String server, long bytes, Optional<Instant> countedSince) {}

    /** Whether it tells anything. */
    default boolean sees() {
        return true;
    }

    /** The database in a few numbers. */
    Vitals vitals(Connection connection) throws SQLException;

    /** The tables and materialized views that are not the system's, the biggest first. */
    List<TableSize> sizes(Connection connection) throws SQLException;

    /** The sessions of others in this database, those in the way of others first, then the longest. */
    List<LiveSession> sessions(Connection connection) throws SQLException;

    /** The sessions that hold a lock on a relation or wait for one, each with its locks on this relation alone. */
    List<LiveSession> users(Connection connection, ObjectName relation) throws SQLException;

    /** What somebody should mend, the worst first. */
    List<Ailment> ailments(Connection connection) throws SQLException;

    /**
     * Ends the statement that a session runs, or the session when it runs none and holds a transaction open.
     *
     * @return whether there was such a session
     */
    boolean cancel(Connection connection, String session) throws SQLException;
}
