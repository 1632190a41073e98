package dev.decant.studio.connection;

import dev.decant.database.Target;
import dev.decant.database.browsing.ReadOnlyRules;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Reading that does not write: in a session of the login that may only read, where there is one; in a transaction that can only read and is
 * undone; and with a look afterwards whether it still was that transaction.
 */
public final class Reading {
    private final Sessions sessions;
    private final ReadOnlyRules rules;

    Reading(Sessions sessions, ReadOnlyRules rules) {
        this.sessions = sessions;
        this.rules = rules;
    }

    /** What may be sent. */
    public ReadOnlyRules rules() {
        return rules;
    }

    /** The database that is read. */
    public Target target() {
        return sessions.target();
    }

    /**
     * Reads.
     *
     * @param timeout how long a statement may run; zero for any time
     * @throws DecantException DCT-510 to DCT-519 with what the database refused, DCT-721 when the transaction did not stay what it was
     */
    public <T> T in(Duration timeout, Sessions.Work<T> work) {
        try (Loan loan = sessions.borrow()) {
            Connection connection = loan.connection();
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                String transaction = rules.begin(connection, timeout);
                T result = work.in(connection);
                requireHolds(loan, transaction);
                return result;
            } finally {
                end(loan);
            }
        } catch (SQLException e) {
            throw StatementFailure.of(sessions.target(), e);
        }
    }

    private void requireHolds(Loan loan, String transaction) throws SQLException {
        if (!rules.holds(loan.connection(), transaction)) {
            loan.spoil();
            throw Failure.of("DCT-721", "what was sent has ended the transaction that only reads")
                    .at(sessions.target().display())
                    .next(
                            "see what it did; the session was closed, and a login that may only read (readonly-url) forbids it")
                    .exception();
        }
    }

    private static void end(Loan loan) {
        try {
            loan.connection().rollback();
            loan.connection().setAutoCommit(true);
            loan.connection().setReadOnly(false);
        } catch (SQLException broken) {
            loan.spoil();
        }
    }
}
