package dev.decant.run;

import dev.decant.database.Database;
import dev.decant.database.Durability;
import dev.decant.database.TransactionGuard;
import dev.decant.history.History;
import dev.decant.journal.SqlFile;
import dev.decant.journal.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connection on which migrations run, in auto-commit between transactions, and what belongs to it. */
final class Session implements AutoCloseable {
    private static final int ANSWER_SECONDS = 10;

    private final Access access;
    private final Connection connection;
    private final SessionLimits limits;
    private final Watch watch;
    private final boolean lasting;
    private final JavaCalls java;

    private @Nullable Hold hold;

    Session(Access access, Connection connection) throws SQLException {
        this.access = access;
        this.connection = connection;
        this.lasting = access.database().keepsSessions(connection);
        this.limits =
                new SessionLimits(access.database().limits(), access.settings().limits(), lasting, this::execute);
        this.watch = new Watch(access, connection, lasting);
        this.java = new JavaCalls(
                access.settings().code(), access.database().dialect().traits());
    }

    /** From now on every transaction makes sure that this is still held. */
    void fencedBy(Hold lock) {
        hold = lock;
    }

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

    Database database() {
        return access.database();
    }

    /** Refuses a file with a statement that the server is too old for. */
    void requireKnown(SqlFile file) throws SQLException {
        database()
                .newerStatements()
                .require(
                        connection,
                        file.path(),
                        () -> file.statements(database().dialect()));
    }

    Connection connection() {
        return connection;
    }

    History history() {
        return access.history();
    }

    RunSettings settings() {
        return access.settings();
    }

    JavaCalls java() {
        return java;
    }

    /** Only a session of its own can be told for how long something is set. */
    Durability durability() {
        return lasting ? database().durability() : Durability.OF_EACH_COMMIT;
    }

    Watch watch() {
        return watch;
    }

    /** Makes the session ready. */
    void begin() throws SQLException {
        connection.setAutoCommit(true);
        for (String sql : settings().session()) {
            execute(sql);
        }
        limits.begin();
    }

    /** Does something in a transaction, inside of the guard of the dialect. */
    void transaction(GuardedWork work) throws SQLException {
        TransactionGuard guard = database().guard();
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

    /** Does something in a transaction. */
    void commit(Work work) throws SQLException {
        connection.setAutoCommit(false);
        limits.beginTransaction();
        try {
            if (hold != null) {
                hold.fence(connection);
            }
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            // A connection that is broken has ended its transaction already.
            attempt(connection::rollback, e);
            attempt(() -> connection.setAutoCommit(true), e);
            throw e;
        } finally {
            limits.endTransaction();
        }
        connection.setAutoCommit(true);
    }

    /** Does something in a transaction that is undone whatever comes of it, and that only reads where the driver can say so. */
    void undo(Work work) throws SQLException {
        boolean reads = beginsReading();
        connection.setAutoCommit(false);
        limits.beginTransaction();
        try {
            work.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            limits.endTransaction();
            if (reads) {
                connection.setReadOnly(false);
            }
        }
    }

    private boolean beginsReading() {
        try {
            connection.setReadOnly(true);
            return true;
        } catch (SQLException e) {
            return false; // SQLite decides when a connection is opened.
        }
    }

    private static void attempt(Work work, Exception cause) {
        try {
            work.run();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Lets a statement wait and run no longer than it may. */
    void limit(String sql, TimeLimits said) throws SQLException {
        limits.apply(sql, said);
    }

    private void execute(String sql) throws SQLException {
        execute(sql, notice -> {});
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

    /** Whether nobody wants the run to go on. */
    boolean isInterrupted() {
        return access.isInterrupted();
    }

    /** Ends the run here when nobody wants it to go on. */
    void requireWanted() {
        access.requireWanted();
    }

    Instant now() {
        return settings().clock().instant();
    }

    void tell(RunEvent event) {
        access.tell(event);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            watch.close();
        }
    }
}
