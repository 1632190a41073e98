package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a studio asks of a database beyond its schema: its rows. */
public interface Browsing {
    /** What there is, in a bounded number of queries that wait for no lock. */
    Catalogue catalogue(Connection connection) throws SQLException;

    /** One thing of it, as it is right now. */
    Optional<Relation> relation(Connection connection, ObjectName name) throws SQLException;

    /** How it is made sure that reading does not write. */
    ReadOnlyRules readOnly();

    /**
     * How a page of rows is read.
     *
     * @param inGroups whether the first column of the wanted order has few values, as {@link #hasFewValues} says, so that rows of one of them are read
     *     by themselves
     */
    RowPlan rows(RowRequest request, boolean inGroups);

    /** Whether each value of a column stands in thousands of rows, as far as the database knows. */
    boolean hasFewValues(Connection connection, Relation relation, String column) throws SQLException;

    /** Counts the rows that a request is about, on any page. */
    BoundSql count(RowRequest request);

    /** About how many rows a request is about, on any page; nothing when the database has no idea. */
    OptionalLong estimate(Connection connection, RowRequest request) throws SQLException;

    /** About how many rows are sorted to read a page, since no index has them in the wanted order; nothing when they are few or none. */
    OptionalLong sorted(Connection connection, RowPlan page) throws SQLException;

    /** How a column is shown. */
    RowPlan.ShownColumn shown(RelationColumn column);

    /** Reads columns of one row as text. */
    BoundSql row(Relation relation, List<RelationColumn> columns, List<String> identity, List<@Nullable String> values);

    /** Counts rows that have values in columns, up to a limit. */
    BoundSql references(Relation relation, List<String> columns, List<@Nullable String> values, int limit);

    /** Writes one row; gives the columns of its row key as text. */
    BoundSql edit(Relation relation, RowEdit edit);

    /** Writes a new row with values of these columns, which are given when it is run. */
    String insertion(Relation relation, List<String> columns);

    /** An insertion that does nothing where there is such a row already. */
    String unlessThere(String insertion);

    /** Reads all rows that a request is about, on any page, with the columns as they are. */
    BoundSql all(RowRequest request);

    /**
     * The names of what runs by itself when rows of a table are written.
     *
     * @param word the word for what is done, as in {@link RowEdit#word}
     */
    List<String> triggers(Connection connection, ObjectName table, String word) throws SQLException;

    /** Sets for one transaction how long its statements may take and wait. */
    void limit(Connection connection, Duration timeout) throws SQLException;

    /** Sets for a session that nobody uses afterwards how long its statements may take and wait. */
    void limitSession(Connection connection, Duration timeout) throws SQLException;

    /**
     * The statement that tells how another is carried out, as one document of JSON.
     *
     * @param analyze whether that is carried out, too
     */
    String explaining(String statement, boolean analyze);

    /**
     * Reads a part of one value as text, and the length of the whole in bytes; of a place that is counted off also, behind them, what
     * {@link #beginnings} reads of the row.
     *
     * @param from the first byte of a binary value, the first character of another, from 1
     * @param count how many of them, at most
     */
    BoundSql cell(CellPlace place, long from, int count);

    /**
     * Reads all rows of a query with no more of a long value than its beginning: a row has, for each column, its value, and behind that of a
     * column that {@link #shown} cuts its length, or NULL when the value is whole.
     */
    BoundSql beginnings(Query query);

    /**
     * What a statement that somebody typed would give if it ran; nothing when it is none that can stand inside another query. It is not run, and a
     * transaction that is open stays as it is.
     */
    Optional<Query> query(Connection connection, String statement) throws SQLException;

    /** What a statement has given, in the database's own names of types. */
    List<RelationColumn> columns(Connection connection, ResultSetMetaData told) throws SQLException;

    /** Whether somebody has begun a transaction, by a statement of their own. */
    boolean isInTransaction(Connection connection) throws SQLException;
}
