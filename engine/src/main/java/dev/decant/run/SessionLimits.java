package dev.decant.run;

import dev.decant.database.StatementLimits;
import dev.decant.journal.TimeLimits;
import java.sql.SQLException;
import java.time.Duration;

/** The limits that are set in a session at the moment, so that they are set again only where a statement wants others. */
final class SessionLimits {
    private final StatementLimits dialect;
    private final Limits usual;
    private final boolean lasting;
    private final Executor executor;
    private Pair session = new Pair(Duration.ZERO, Duration.ZERO);
    private Pair current = session;
    private boolean inTransaction;

    /** Runs the statements that set limits. */
    @FunctionalInterface
    interface Executor {
        void execute(String sql) throws SQLException;
    }

    private record Pair(Duration lock, Duration statement) {}

    /**
     * The limits of a session.
     *
     * @param lasting whether what is set lasts as long as the session; else it is set in each transaction
     */
    SessionLimits(StatementLimits dialect, Limits usual, boolean lasting, Executor executor) {
        this.dialect = dialect;
        this.usual = usual;
        this.lasting = lasting;
        this.executor = executor;
    }

    /** Sets what most statements want, whatever the settings of the role are. */
    void begin() throws SQLException {
        if (lasting) {
            set(new Pair(usual.lock(), usual.statement()));
        }
    }

    void beginTransaction() {
        inTransaction = true;
        current = session;
    }

    /** What was set in a transaction is gone with it. */
    void endTransaction() {
        inTransaction = false;
        current = session;
    }

    /** A statement behind which nobody queues may wait; what its file says counts more. */
    void apply(String sql, TimeLimits said) throws SQLException {
        Duration lock = said.lock().orElseGet(() -> dialect.holdsUpOthers(sql) ? usual.lock() : Duration.ZERO);
        Pair wanted = new Pair(lock, said.statement().orElse(usual.statement()));
        if (!wanted.equals(current) && (lasting || inTransaction)) {
            set(wanted);
        }
    }

    private void set(Pair wanted) throws SQLException {
        for (String sql : dialect.set(wanted.lock(), wanted.statement(), inTransaction)) {
            executor.execute(sql);
        }
        current = wanted;
        session = inTransaction ? session : wanted;
    }
}
