package dev.decant.history;

import static dev.decant.history.HistoryLayout.HOLDER;
import static dev.decant.history.HistoryLayout.NAME;
import static dev.decant.history.HistoryLayout.RENEWED_AT;
import static dev.decant.history.HistoryLayout.TOKEN;

import dev.decant.database.Database;
import dev.decant.database.HistoryTable;
import dev.decant.database.LockHolder;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The row that stands for the lock of one runner, by the clock of the database. A row that was not renewed for a while is free, unless a
 * transaction of its holder has it locked.
 */
public final class Lease {
    private static final Duration LASTS = Duration.ofSeconds(20);
    private static final String LOCK = "runner";
    private static final int TRIES = 5;

    private final HistoryTable table;
    private final Syntax syntax;
    private final Rows rows;
    private final String holder;
    private final String token = UUID.randomUUID().toString();

    /**
     * A lease for one run.
     *
     * @param user who runs it
     */
    public Lease(Database database, String user) {
        this.table = database.historyTable();
        this.syntax = database.dialect().syntax();
        this.rows = new Rows(table.lease(), syntax);
        this.holder = "process " + ProcessHandle.current().pid() + (user.isEmpty() ? "" : " of " + user)
                + ", at work since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A row, and what time it is where the row is. */
    private record Row(String token, String holder, Instant renewed, Instant now) {
        boolean isFree() {
            return token.isEmpty() || renewed.plus(LASTS).isBefore(now);
        }
    }

    /** Something done in a transaction of its own. */
    @FunctionalInterface
    private interface Work {
        boolean run() throws SQLException;
    }

    /** Makes the table when there is none. Several may do so at once, of whom all but one fail and look again. */
    public void prepare(Connection connection) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                for (String statement : table.prepare()) {
                    Rows.execute(connection, statement);
                }
                Rows.execute(connection, HistoryLayout.createLease(table, syntax));
                return;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Takes the lease when it is free; says whether it did. */
    public boolean tryAcquire(Connection connection) throws SQLException {
        return inTransaction(connection, () -> {
            Optional<Row> row = locked(connection);
            if (row.filter(Row::isFree).isPresent()) {
                write(connection, token);
                return true;
            }
            boolean first = row.isEmpty() && find(connection, "").isEmpty();
            if (first) {
                write(connection, token);
            }
            return first;
        });
    }

    /** Renews it; says no when it is somebody else's by now. A transaction of ours that has it locked keeps it as well. */
    public boolean renew(Connection connection) throws SQLException {
        return inTransaction(connection, () -> {
            Optional<Row> row = locked(connection);
            boolean ours = row.isPresent()
                    ? row.get().token().equals(token)
                    : find(connection, "")
                            .filter(found -> found.token().equals(token))
                            .isPresent();
            if (ours && row.isPresent()) {
                write(connection, token);
            }
            return ours;
        });
    }

    /** Locks it in a transaction; says no when it is somebody else's by now. */
    public boolean isHeldIn(Connection work) throws SQLException {
        return find(work, "FOR UPDATE").filter(row -> row.token().equals(token)).isPresent();
    }

    /** Gives it back. */
    public void release(Connection connection) throws SQLException {
        inTransaction(connection, () -> {
            Optional<Row> row = locked(connection).filter(found -> found.token().equals(token));
            if (row.isPresent()) {
                write(connection, "");
            }
            return row.isPresent();
        });
    }

    /** Who has it; nobody where there is no table for it. */
    public Optional<LockHolder> holder(Connection connection) throws SQLException {
        return isThere(connection)
                ? find(connection, "").filter(row -> !row.isFree()).map(Lease::holder)
                : Optional.empty();
    }

    private static LockHolder holder(Row row) {
        String name = row.holder().replaceFirst("process (\\d+).*", "$1");
        return new LockHolder(name, row.holder() + ", by a lease renewed at " + row.renewed());
    }

    private boolean isThere(Connection connection) throws SQLException {
        String schema = table.lease().schema();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, schema.isEmpty() ? null : schema, table.lease().local(), null)) {
            return tables.next();
        }
    }

    /**
     * Takes it from whoever has it, so that they write nothing more.
     *
     * @param name what they are called
     * @return no when nobody of that name has it, or a transaction of theirs is at work at the moment
     */
    public boolean end(Connection connection, String name) throws SQLException {
        return inTransaction(connection, () -> {
            Optional<Row> row = locked(connection)
                    .filter(found -> !found.isFree() && holder(found).name().equals(name));
            if (row.isPresent()) {
                write(connection, "");
            }
            return row.isPresent();
        });
    }

    private Optional<Row> locked(Connection connection) throws SQLException {
        return find(connection, "FOR UPDATE SKIP LOCKED");
    }

    private Optional<Row> find(Connection connection, String lock) throws SQLException {
        List<String> columns = List.of(TOKEN, HOLDER, RENEWED_AT);
        Sql query = new Sql(syntax)
                .words("SELECT")
                .commas(columns, Sql::name)
                .words(", CURRENT_TIMESTAMP AS")
                .name("time")
                .words("FROM")
                .name(table.lease().schema(), table.lease().local())
                .words("WHERE")
                .name(NAME)
                .words("= ?")
                .words(lock);
        return Rows.query(connection, query.toString(), List.of(LOCK), this::row).stream()
                .findFirst();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(TOKEN),
                row.getString(HOLDER),
                table.types().instant(row, RENEWED_AT),
                table.types().instant(row, "time"));
    }

    private void write(Connection connection, String owner) throws SQLException {
        Instant now = now(connection);
        rows.put(
                connection,
                Map.of(NAME, LOCK),
                Map.of(TOKEN, owner, HOLDER, holder, RENEWED_AT, table.types().stored(now)));
    }

    private Instant now(Connection connection) throws SQLException {
        return Rows.query(
                        connection,
                        "SELECT CURRENT_TIMESTAMP AS " + syntax.name("time"),
                        List.of(),
                        row -> table.types().instant(row, "time"))
                .getFirst();
    }

    private static boolean inTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            boolean result = work.run();
            connection.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            return rethrowUnlessTaken(e);
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** That two insert the same row at once is no failure: one of them has the lease. */
    private static boolean rethrowUnlessTaken(SQLException e) throws SQLException {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith("23")) {
            return false;
        }
        throw e;
    }
}
