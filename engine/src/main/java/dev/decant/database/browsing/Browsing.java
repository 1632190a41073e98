package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import java.sql.Connection;
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

    /** How a page of rows is read. */
    RowPlan rows(RowRequest request);

    /** Counts the rows that a request is about, on any page. */
    BoundSql count(RowRequest request);

    /** About how many rows a request is about, on any page; nothing when the database has no idea. */
    OptionalLong estimate(Connection connection, RowRequest request) throws SQLException;

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
     * Reads one value: its text up to a limit, and its length in bytes.
     *
     * @param identity the columns by which the row is found, as a plan of rows names them
     * @param values what they have
     * @param limit how much of it is read, in bytes of binary values and in characters of others
     */
    BoundSql cell(
            Relation relation, RelationColumn column, List<String> identity, List<@Nullable String> values, int limit);
}
