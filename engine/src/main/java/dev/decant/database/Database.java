package dev.decant.database;

import dev.decant.database.browsing.Browsing;
import dev.decant.dialect.Dialect;
import dev.decant.model.Schema;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;

/** The JDBC half of a dialect. Implementations are stateless and found by {@link java.util.ServiceLoader}. */
public interface Database {
    /** The pure half. */
    Dialect dialect();

    /** Whether a JDBC URL is for this database. */
    boolean accepts(String jdbcUrl);

    /**
     * Opens a session that is ready for work: auto-commit on, the settings made that Decant relies on.
     *
     * @param jdbcUrl a URL without credentials
     * @param properties {@code user}, {@code password} and whatever else the driver understands
     */
    Connection open(String jdbcUrl, Properties properties) throws SQLException;

    /**
     * Reads the schema of a database, in the canonical form of the dialect, in a bounded number of queries.
     *
     * <p>Objects of the system, of extensions, and Decant's own history are left out.
     */
    Schema inspect(Connection connection, Scope scope) throws SQLException;

    /** Reads the schema of a database as {@link #inspect} does, and names what is there that it cannot read. */
    default Inspection inspectAll(Connection connection, Scope scope) throws SQLException {
        return new Inspection(inspect(connection, scope), List.of());
    }

    /** What schemas, tables, views and sequences are there for a filter to mean, whether one looks at them or not. */
    default Names names(Connection connection) throws SQLException {
        return Names.of(inspect(connection, Scope.EVERYTHING));
    }

    /**
     * Who owns the things of a database and what roles may do with them, whatever gave it to them, and nothing else of its schema; whether the
     * scope asks for it makes no difference.
     */
    default Schema access(Connection connection, Scope scope) throws SQLException {
        return Schema.EMPTY;
    }

    /** Makes a session ready that somebody else opened, as {@link #open} does with its own. */
    default void adopt(Connection connection) throws SQLException {}

    /** Gives such a session the settings that it had, and lets go of all locks. */
    default void restore(Connection connection) throws SQLException {}

    /** Whether a connection has one session in the server for as long as it is open; behind some poolers it has not. */
    default boolean keepsSessions(Connection connection) throws SQLException {
        return true;
    }

    /** The lock that lets one runner at a time work on a database. */
    RunnerLock lock();

    /** Where the history is kept. */
    HistoryTable historyTable();

    /** What must hold around a transaction of a migration: a guard for one, which may remember from its begin to its end. */
    default TransactionGuard guard() {
        return TransactionGuard.NONE;
    }

    /** Whether it is worth its while to send many statements together in a transaction. */
    default boolean takesVolleys() {
        return false;
    }

    /**
     * Which of the statements that were sent together the server refused, from 0.
     *
     * @param sent all that were sent, in their order
     * @return nothing when the driver does not tell
     */
    default OptionalInt culprit(BatchUpdateException refused, List<String> sent) {
        return OptionalInt.empty();
    }

    /** Whether a query of one column says true or false by its text, where the database has no type for that. */
    default boolean saysTruth(String query) {
        return false;
    }

    /** Finds out what became of a statement whose end nobody saw. */
    default StatementProbe probe() {
        return StatementProbe.BLIND;
    }

    /** The statements that not every server knows. */
    default NewerStatements newerStatements() {
        return NewerStatements.NONE;
    }

    /** How long a statement may wait and run. */
    default StatementLimits limits() {
        return StatementLimits.NONE;
    }

    /** Whether commits wait for the disk, of one session. */
    default Durability durability() {
        return Durability.OF_EACH_COMMIT;
    }

    /** Looks at what a session does. */
    default SessionObserver observer() {
        return SessionObserver.BLIND;
    }

    /** Where what migrations drop is kept. */
    default Graveyard graveyard() {
        return Graveyard.NONE;
    }

    /** Tells how the database fares as a whole. */
    default Monitor monitor() {
        return Monitor.BLIND;
    }

    /** Copies of whole databases in files. */
    default Backups backups() {
        return Backups.NONE;
    }

    /** How its rows are looked at; nothing where that is not known. */
    default Optional<Browsing> browsing() {
        return Optional.empty();
    }

    /** The statements that leave nothing of what users made, Decant's own tables included, so that a backup can be put in its place. */
    default List<String> emptying(Connection connection) throws SQLException {
        return List.of();
    }

    /** Ends the statement that another thread runs in a session, if one does; that thread is told so by an exception. */
    default void interrupt(Connection connection) throws SQLException {}

    /**
     * Makes an empty database for trying things out beside the one of a URL.
     *
     * @param jdbcUrl a URL without credentials
     * @param properties as for {@link #open}
     * @return nothing when this user may not make one
     */
    default Optional<Scratch> scratch(String jdbcUrl, Properties properties) throws SQLException {
        return Optional.empty();
    }

    /** The ids of the kinds of objects that belong to the whole server and are made outside of transactions, or for whom a copy is not like the database, so that nothing can be tried. */
    default Set<String> sharedKinds() {
        return Set.of();
    }

    /** What the server said, in parts. */
    ServerError explain(SQLException exception);
}
