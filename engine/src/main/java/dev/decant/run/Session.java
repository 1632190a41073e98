package dev.decant.run;

import dev.decant.database.Database;
import dev.decant.database.TransactionGuard;
import dev.decant.history.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The connection on which migrations run, and what belongs to it.
 *
 * @param database the database's dialect
 * @param connection the connection, in auto-commit between transactions
 * @param history the history kept there
 * @param settings how to work
 * @param listener who is told
 */
record Session(Database database, Connection connection, History history, RunSettings settings, RunListener listener) {
    private static final int ANSWER_SECONDS = 10;

    /** Something done on the connection. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Something done inside of a guard. */
    @FunctionalInterface
    interface GuardedWork {
        void run(TransactionGuard guard) throws SQLException;
    }

    /** Makes the session ready. */
    void begin() throws SQLException {
        connection.setAutoCommit(true);
        for (String sql : settings.session()) {
            execute(sql, notice -> {});
        }
    }

    /** Does something in a transaction, inside of the guard of the dialect. */
    void transaction(GuardedWork work) throws SQLException {
        TransactionGuard guard = database.guard();
        guard.before(connection);
        try {
            commit(() -> {
                work.run(guard);
                guard.beforeCommit(connection);
            });
        } catch (SQLException | RuntimeException e) {
            attempt(() -> guard.after(connection), e);
            throw e;
        }
        guard.after(connection);
    }

    /** Does something that is only about the history in a transaction. */
    void commit(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            // A connection that is broken has ended its transaction already.
            attempt(connection::rollback, e);
            attempt(() -> connection.setAutoCommit(true), e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private static void attempt(Work work, Exception cause) {
        try {
            work.run();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Runs a statement as it stands; tells how many rows it changed. */
    OptionalLong execute(String sql, Consumer<String> notices) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Braces are SQL here and nothing of JDBC's own.
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql);
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                notices.accept(String.valueOf(notice.getMessage()));
            }
            int changed = rows ? -1 : statement.getUpdateCount();
            return changed < 0 ? OptionalLong.empty() : OptionalLong.of(changed);
        }
    }

    /** Whether the server still answers, so that what it said about a statement is all there is to know. */
    boolean isAlive() {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    Instant now() {
        return settings.clock().instant();
    }

    void tell(RunEvent event) {
        listener.on(event);
    }
}
