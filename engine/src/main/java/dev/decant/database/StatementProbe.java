package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Finds out whether a statement that ran outside of a transaction was carried out when nobody saw its end. */
@FunctionalInterface
public interface StatementProbe {
    /** The probe that never knows. */
    StatementProbe BLIND = (connection, sql) -> Outcome.UNKNOWN;

    /** What became of a statement. */
    enum Outcome {
        /** It was carried out. */
        DONE,
        /** It was not, and can be run again. */
        NOT_DONE,
        /** The database does not tell. */
        UNKNOWN
    }

    /** Looks at what the statement should have left behind. */
    Outcome outcome(Connection connection, String sql) throws SQLException;
}
