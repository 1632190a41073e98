package dev.decant.migration;

import java.sql.Connection;

/**
 * A part of a migration that SQL cannot say, such as computing values with a library. Its source lies in the folder of the migration, and a line
 * {@code -- decant: java NAME} in {@code up.sql} or {@code down.sql} calls it, in the transaction of the statements around it. A class has a
 * constructor without arguments.
 *
 * <p>The connection is that of the migration: what is done with it is committed or undone with everything else. It refuses to commit, to roll
 * back, to be closed, and to change the mode of the transaction.
 */
public interface JavaMigration {
    /**
     * Does it.
     *
     * @throws Exception whatever keeps it from being done; all that the transaction did is undone
     */
    void up(Connection connection) throws Exception;

    /**
     * Takes it back, where {@code down.sql} calls it. Without an implementation there is no way back.
     *
     * @throws Exception whatever keeps it from being taken back; all that the transaction did is undone
     */
    default void down(Connection connection) throws Exception {
        throw new UnsupportedOperationException(getClass().getName() + " has no way back");
    }
}
