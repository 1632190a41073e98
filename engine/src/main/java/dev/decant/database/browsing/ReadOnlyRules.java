package dev.decant.database.browsing;

import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How it is made sure that reading does not write. No rule alone does: a transaction that only reads can be ended by what runs in it. */
public interface ReadOnlyRules {
    /**
     * Why a statement is not even sent, if it is not: it is more than one, or not of those that only read.
     *
     * @param statement what somebody typed
     */
    Optional<Failure> refusal(String statement);

    /**
     * Why something that somebody typed is not sent as a part of a query, if it is not: it is not one expression.
     *
     * @param expression what somebody typed
     */
    Optional<Failure> refusalOfExpression(String expression);

    /**
     * Begins a transaction that can only read, in a session with auto-commit off.
     *
     * @param timeout how long a statement may run; zero for any time
     * @return what tells this transaction from any other
     */
    String begin(Connection connection, Duration timeout) throws SQLException;

    /** Whether the session is still in that transaction, and it can still only read. */
    boolean holds(Connection connection, String transaction) throws SQLException;
}
