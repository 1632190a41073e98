package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Where what migrations drop is kept for a while, so that a rollback brings it back with everything that was in it. What keeps
 * and brings back works in the transaction of the migration.
 */
public interface Graveyard {
    /**
     * Something that is kept.
     *
     * @param what what it was, in words
     * @param place where it lies, as it is written in SQL
     * @param migration the id of the migration that dropped it
     * @param until how long it is kept
     */
    record Kept(String what, String place, String migration, Instant until) {}

    /** Nothing is kept. */
    Graveyard NONE = new Graveyard() {};

    /**
     * What was done about a statement.
     *
     * @param instead whether it has been carried out thereby, and is not to be run any more
     * @param what what was kept or came back, in words
     */
    record Done(boolean instead, List<String> what) {
        /** Nothing. */
        public static final Done NOTHING = new Done(false, List.of());

        /** Copies the list. */
        public Done {
            what = List.copyOf(what);
        }
    }

    /** What is there at a moment, so that nothing of it goes in a way that nobody sees. */
    interface Inventory {
        /** The inventory of what keeps nothing. */
        Inventory NONE = connection -> {};

        /**
         * Finds whether all of it is still there.
         *
         * @throws dev.decant.failure.DecantException DCT-546 with the name of what is not
         */
        void requireAll(Connection connection) throws SQLException;
    }

    /** Everything that is there and would have to be kept. */
    default Inventory inventory(Connection connection) throws SQLException {
        return Inventory.NONE;
    }

    /** Whether a statement says itself that it drops something. */
    default boolean drops(String sql) {
        return false;
    }

    /**
     * Keeps what a statement is about to drop.
     *
     * @param migration the id of the migration that it belongs to
     * @param until how long it is kept
     * @throws dev.decant.failure.DecantException DCT-546 with the name of what cannot be kept
     */
    default Done keep(Connection connection, String migration, Instant until, String sql) throws SQLException {
        return Done.NOTHING;
    }

    /** Whether there is something to bring back when a migration is taken back. */
    default boolean holds(Connection connection, String migration) throws SQLException {
        return false;
    }

    /** Brings back what a statement on the way back is about to make, if it is kept; what came back with something else is not made again. */
    default Done restore(Connection connection, String migration, String sql) throws SQLException {
        return Done.NOTHING;
    }

    /** Forgets what came back, once a migration is taken back. */
    default void settle(Connection connection, String migration) throws SQLException {}

    /** What is kept at the moment, in the order in which it goes; reads and nothing else. */
    default List<Kept> kept(Connection connection) throws SQLException {
        return List.of();
    }

    /** Whether something is kept whose time is over. */
    default boolean isDue(Connection connection, Instant now) throws SQLException {
        return false;
    }

    /** Removes in a transaction what is kept and whose time is over; says what that was. */
    default List<String> empty(Connection connection, Instant now) throws SQLException {
        return List.of();
    }
}
