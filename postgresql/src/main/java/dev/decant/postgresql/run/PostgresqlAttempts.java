package dev.decant.postgresql.run;

import dev.decant.database.Graveyard;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements in a transaction that may fail without ending it.
 *
 * @param connection a session in a transaction
 */
public record PostgresqlAttempts(Connection connection) {
    /** duplicate_table, duplicate_object, duplicate_column, duplicate_function, and the one for a second primary key: appendix A. */
    private static final Set<String> THERE_ALREADY = Set.of("42P07", "42710", "42701", "42723", "42P16");

    /** undefined_table, undefined_column, undefined_object, undefined_function. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "42704", "42883");

    private static final String WRONG_OBJECT = "42809";
    private static final Pattern ATTACHING = Pattern.compile("(?i)\\battach\\s+partition\\b");

    public static final String DEPENDED_ON = "2BP01";
    public static final String NO_VALUE = "23502";

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Runs a statement, and undoes it when it fails; tells why it did. */
    public Optional<SQLException> attempt(String sql) throws SQLException {
        return attemptAll(List.of(sql));
    }

    /** Runs statements, and undoes all when one fails; tells why it did. */
    public Optional<SQLException> attemptAll(List<String> statements) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            for (String sql : statements) {
                execute(sql);
            }
            connection.releaseSavepoint(savepoint);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(savepoint);
            return Optional.of(e);
        }
    }

    /** Runs a statement and undoes it; tells why it failed, if it did. */
    public Optional<SQLException> rehearse(String sql) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        Optional<SQLException> failure = Optional.empty();
        try {
            execute(sql);
        } catch (SQLException e) {
            failure = Optional.of(e);
        }
        connection.rollback(savepoint);
        return failure;
    }

    /** Runs a statement that makes something, unless that is there already. */
    public Graveyard.Done make(String sql) throws SQLException {
        Optional<SQLException> failure = attempt(sql).filter(e -> !isThereAlready(e) && !isAttached(sql, e));
        if (failure.isPresent()) {
            throw failure.get();
        }
        return new Graveyard.Done(true, List.of());
    }

    /** Runs a statement that completes what came back, unless it is there already or what it needs is yet to come. */
    public void complete(String sql) throws SQLException {
        Optional<SQLException> failure = attempt(sql).filter(e -> !isThereAlready(e) && !NOT_THERE.contains(state(e)));
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** What came back with its partitions is no failure when they are to be attached; the server says that it is the wrong kind of table. */
    private static boolean isAttached(String sql, SQLException e) {
        return state(e).equals(WRONG_OBJECT) && ATTACHING.matcher(sql).find();
    }

    public static boolean isThereAlready(SQLException e) {
        return THERE_ALREADY.contains(state(e));
    }

    public static String state(SQLException e) {
        return PostgresqlErrors.explain(e).state();
    }
}
