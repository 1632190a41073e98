package dev.decant.studio.connection;

import dev.decant.database.Target;
import dev.decant.database.browsing.Browsing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Writing, in one transaction that is kept as a whole or not at all. */
public final class Writing {
    private final Sessions sessions;
    private final Browsing browsing;

    Writing(Sessions sessions, Browsing browsing) {
        this.sessions = sessions;
        this.browsing = browsing;
    }

    /** What becomes of a transaction. */
    public enum End {
        /** It is kept. */
        COMMIT,
        /** It is undone. */
        ROLLBACK
    }

    /** What came of it, and whether it is kept. */
    public record Outcome<T>(T result, End end) {}

    /** The database that is written to. */
    public Target target() {
        return sessions.target();
    }

    /**
     * Writes.
     *
     * @param timeout how long a statement may run; zero for any time
     * @throws dev.decant.failure.DecantException with what the database refused; nothing is kept then
     */
    public <T> T in(Duration timeout, Sessions.Work<Outcome<T>> work) {
        try (Loan loan = sessions.borrow()) {
            Connection connection = loan.connection();
            connection.setAutoCommit(false);
            try {
                browsing.limit(connection, timeout);
                Outcome<T> outcome = work.in(connection);
                if (outcome.end() == End.COMMIT) {
                    connection.commit();
                }
                return outcome.result();
            } finally {
                end(loan);
            }
        } catch (SQLException e) {
            throw StatementFailure.of(sessions.target(), e);
        }
    }

    private static void end(Loan loan) {
        try {
            loan.connection().rollback();
            loan.connection().setAutoCommit(true);
        } catch (SQLException broken) {
            loan.spoil();
        }
    }
}
