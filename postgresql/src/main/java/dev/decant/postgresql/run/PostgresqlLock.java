package dev.decant.postgresql.run;

import dev.decant.database.LockHolder;
import dev.decant.database.RunnerLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An advisory lock of the session, whose key is the same in every database and held in each one apart: the manual's chapter 13.3.5. */
public final class PostgresqlLock implements RunnerLock {
    /** The letters of {@code decant}. */
    static final long KEY = 0x6465_6361_6e74L;

    /** What the session that works holds. */
    static final long CLAIM = KEY + 1;

    /** pg_locks shows the halves of a key of 64 bits apart, with 1 as objsubid: the manual's chapter 54.13. */
    private static final String HOLDER = """
            SELECT a.pid, a.usename, a.application_name, a.client_addr::text, to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.classid::bigint = ? AND l.objid::bigint = ?
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            """;

    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        return ask(connection, "SELECT pg_catalog.pg_try_advisory_lock(" + KEY + ")");
    }

    @Override
    public void release(Connection connection) throws SQLException {
        ask(connection, "SELECT pg_catalog.pg_advisory_unlock(" + KEY + ")");
    }

    @Override
    public Optional<LockHolder> holder(Connection connection) throws SQLException {
        return sessionWith(KEY, connection);
    }

    @Override
    public boolean tryClaim(Connection work) throws SQLException {
        return ask(work, "SELECT pg_catalog.pg_try_advisory_lock(" + CLAIM + ")");
    }

    @Override
    public Optional<LockHolder> claimant(Connection connection) throws SQLException {
        return sessionWith(CLAIM, connection);
    }

    /** Whoever holds the lock is ended with the session that works; that session alone when it is the one that is named. */
    @Override
    public boolean evict(Connection connection, String holder) throws SQLException {
        Optional<LockHolder> working = claimant(connection);
        Optional<LockHolder> locking =
                holder(connection).filter(session -> session.name().equals(holder));
        List<LockHolder> ended = Stream.concat(
                        locking.stream(),
                        working
                                .filter(session ->
                                        locking.isPresent() || session.name().equals(holder))
                                .stream())
                .toList();
        for (LockHolder session : ended) {
            ask(connection, "SELECT pg_catalog.pg_terminate_backend(" + Integer.parseInt(session.name()) + ")");
        }
        return !ended.isEmpty();
    }

    private static boolean ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Optional<LockHolder> sessionWith(long key, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key >>> 32);
            statement.setLong(2, key & 0xffff_ffffL);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new LockHolder(row.getString(1), words(row))) : Optional.empty();
            }
        }
    }

    /** What a role may not see of another's session is null or empty. */
    private static String words(ResultSet row) throws SQLException {
        StringBuilder words = new StringBuilder("process ").append(row.getInt(1));
        append(words, " of ", row.getString(2));
        append(words, ", ", row.getString(3));
        append(words, ", from ", row.getString(4));
        append(words, ", connected since ", row.getString(5));
        return words.toString();
    }

    private static void append(StringBuilder words, String before, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.append(before).append(value);
        }
    }
}
