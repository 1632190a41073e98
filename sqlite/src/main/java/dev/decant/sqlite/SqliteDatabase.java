package dev.decant.sqlite;

import dev.decant.database.Backups;
import dev.decant.database.Database;
import dev.decant.database.HistoryTable;
import dev.decant.database.RunnerLock;
import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.ServerError;
import dev.decant.database.StatementProbe;
import dev.decant.database.TransactionGuard;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** SQLite through the driver of org.xerial, which brings SQLite along. */
public final class SqliteDatabase implements Database {
    private static final Dialect DIALECT = new SqliteDialect();
    private static final String MAIN = "main";

    /** How long a statement waits while others write, in milliseconds, unless the user says otherwise. */
    private static final String BUSY_TIMEOUT = "10000";

    private static final HistoryTable HISTORY = new HistoryTable(
            ObjectName.of("decant_migration"),
            List.of(),
            "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'decant_migration'",
            new HistoryTable.ColumnTypes("TEXT", "TEXT", "INTEGER", "TEXT", true));

    /** What the driver makes of SQLite's message: {@code [CODE]  what the code means (the message)}. */
    private static final Pattern MESSAGE = Pattern.compile("\\[\\w+\\]\\s+(.*?)\\((.*)\\)", Pattern.DOTALL);

    /** Makes the database; it keeps nothing. */
    public SqliteDatabase() {}

    /** Whether a table is one of Decant's own. */
    static boolean isOwn(String table) {
        return HISTORY.tables().stream().anyMatch(own -> SqliteNames.same(table, own.local()));
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(JDBC.PREFIX);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waits while others write. A transaction takes the right to write when it begins, since one that asks for it later may be refused
     * at once (lang_transaction.html, section 2.2). Whether references are checked stays as the user and the driver have it.
     */
    @Override
    public Connection open(String jdbcUrl, Properties properties) throws SQLException {
        Properties all = new Properties();
        all.setProperty("busy_timeout", BUSY_TIMEOUT);
        all.setProperty("transaction_mode", "IMMEDIATE");
        properties.stringPropertyNames().forEach(name -> all.setProperty(name, properties.getProperty(name)));
        return JDBC.createConnection(jdbcUrl, all);
    }

    @Override
    public Schema inspect(Connection connection, Scope scope) throws SQLException {
        return scope.includes("") || scope.includes(MAIN)
                ? scope.of(new SqliteInspector(connection).read())
                : Schema.EMPTY;
    }

    @Override
    public RunnerLock lock() {
        return new SqliteLock();
    }

    @Override
    public HistoryTable historyTable() {
        return HISTORY;
    }

    @Override
    public TransactionGuard guard() {
        return new SqliteGuard();
    }

    @Override
    public StatementProbe probe() {
        return new SqliteProbe();
    }

    @Override
    public boolean saysTruth(String query) {
        return SqliteTruths.isSaidBy(query);
    }

    @Override
    public Backups backups() {
        return new SqliteBackups(this);
    }

    @Override
    public void interrupt(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    @Override
    public Optional<Scratch> scratch(String jdbcUrl, Properties properties) throws SQLException {
        return Optional.of(new SqliteScratch(open("jdbc:sqlite::memory:", new Properties())));
    }

    @Override
    public ServerError explain(SQLException exception) {
        Matcher parts = MESSAGE.matcher(String.valueOf(exception.getMessage()));
        boolean wrapped = parts.matches();
        String state = exception instanceof SQLiteException raised
                ? raised.getResultCode().name()
                : "SQLITE_" + exception.getErrorCode();
        return new ServerError(
                state,
                wrapped ? parts.group(2) : String.valueOf(exception.getMessage()),
                wrapped ? Optional.of(parts.group(1).strip()) : Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }
}
