package dev.decant.postgresql.browsing;

import dev.decant.database.LiveSession;
import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is at work in a database, from pg_stat_activity and pg_locks: the manual's chapters 28.2.3 and 53.12. */
final class PostgresqlSessions {
    /** How much of a statement is read. */
    private static final int SHOWN = 2000;

    private static final String SESSIONS = """
            SELECT a.pid::text, coalesce(a.usename, ''), coalesce(a.application_name, ''),
                   coalesce(pg_catalog.host(a.client_addr), 'local'), coalesce(a.state, ''),
                   CASE WHEN a.state = 'active' THEN coalesce(a.wait_event_type || ': ' || a.wait_event, '') ELSE '' END,
                   extract(epoch FROM clock_timestamp() - a.xact_start)::bigint,
                   CASE WHEN a.state = 'active' THEN extract(epoch FROM clock_timestamp() - a.query_start)::bigint END,
                   left(coalesce(a.query, ''), ?),
                   pg_catalog.pg_blocking_pids(a.pid)::text[], l.locks
            FROM pg_catalog.pg_stat_activity a
            LEFT JOIN LATERAL (
                SELECT array_agg(ARRAY[n.nspname || '.' || c.relname, l.mode, l.granted::text] ORDER BY l.granted, c.relname)
                           AS locks
                FROM pg_catalog.pg_locks l
                JOIN pg_catalog.pg_class c ON c.oid = l.relation
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE l.pid = a.pid AND l.locktype = 'relation'
                  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                  AND %s) l ON true
            WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
              AND a.backend_type IN ('client backend', 'autovacuum worker', 'parallel worker') AND %s
            ORDER BY cardinality(pg_catalog.pg_blocking_pids(a.pid)) DESC, a.xact_start NULLS LAST, a.pid
            """;

    /** Locks that writers or schema changes of others wait for, and those that are waited for. */
    private static final String ALL = SESSIONS.formatted(
            "(l.mode NOT IN ('AccessShareLock', 'RowShareLock') OR NOT l.granted)"
                    + " AND n.nspname !~ '^pg_' AND c.relkind NOT IN ('i', 'I')",
            "true");

    private static final String OF_RELATION =
            SESSIONS.formatted("n.nspname = ? AND c.relname = ?", "l.locks IS NOT NULL");

    private PostgresqlSessions() {}

    static List<LiveSession> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setInt(1, SHOWN);
            return read(statement);
        }
    }

    static List<LiveSession> of(ObjectName relation, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_RELATION)) {
            statement.setInt(1, SHOWN);
            statement.setString(2, relation.schema());
            statement.setString(3, relation.local());
            return read(statement);
        }
    }

    private static List<LiveSession> read(PreparedStatement statement) throws SQLException {
        List<LiveSession> sessions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sessions.add(session(row));
            }
        }
        return sessions;
    }

    private static LiveSession session(ResultSet row) throws SQLException {
        return new LiveSession(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                seconds(row, 7),
                seconds(row, 8),
                row.getString(9).strip(),
                List.of((String[]) row.getArray(10).getArray()),
                locks(row, 11));
    }

    private static Optional<Duration> seconds(ResultSet row, int column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
    }

    private static List<LiveSession.Lock> locks(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null
                ? List.of()
                : Arrays.stream((String[][]) row.getArray(column).getArray())
                        .map(lock -> new LiveSession.Lock(lock[0], mode(lock[1]), lock[2].equals("true")))
                        .toList();
    }

    /** The mode as the manual spells it: {@code AccessExclusiveLock} is {@code ACCESS EXCLUSIVE}. */
    private static String mode(String name) {
        return name.replaceFirst("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }
}
