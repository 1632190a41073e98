package dev.decant.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The right to be the one runner that works, while it lasts. */
interface Hold extends AutoCloseable {
    /** Gets it, of the kind that the connection to the database allows. */
    static Hold acquire(Access access) throws SQLException {
        Connection connection = access.source().open();
        try {
            return access.database().keepsSessions(connection)
                    ? SessionHold.acquire(access, connection)
                    : LeaseHold.acquire(access, connection);
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private static void closeAfter(Exception cause, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** How long it took to get it. */
    Duration waited();

    /** Makes a session the one that works, once no session of an earlier run does any more. */
    void claim(Connection work) throws SQLException;

    /**
     * Makes sure, outside of any transaction, that it has not been lost.
     *
     * @throws dev.decant.failure.DecantException DCT-522 when it has
     */
    void requireHeld() throws SQLException;

    /**
     * Makes sure, in a transaction, that it has not been lost, and cannot be lost as long as the transaction lasts.
     *
     * @throws dev.decant.failure.DecantException DCT-522 when it has
     */
    void fence(Connection work) throws SQLException;

    /** Gives it back. */
    @Override
    void close() throws SQLException;
}
