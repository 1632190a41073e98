package dev.decant.studio.connection;

import java.sql.Connection;

/** A session that is lent; closing this gives it back. */
public final class Loan implements AutoCloseable {
    private final Sessions sessions;
    private final Connection connection;
    private boolean sound = true;

    Loan(Sessions sessions, Connection connection) {
        this.sessions = sessions;
        this.connection = connection;
    }

    /** The session. */
    public Connection connection() {
        return connection;
    }

    /** Says that the session is not fit to be used again. */
    public void spoil() {
        sound = false;
    }

    @Override
    public void close() {
        sessions.giveBack(connection, sound);
    }
}
