package dev.decant.postgresql.browsing;

import dev.decant.database.Ailment;
import dev.decant.database.LiveSession;
import dev.decant.database.Monitor;
import dev.decant.database.TableSize;
import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL tells of itself: the manual's chapters 28.2 "The Cumulative Statistics System" and 9.28.7 "Object Management". */
public final class PostgresqlMonitor implements Monitor {
    /** Who looks must not come to be in the way himself, nor stay when others are. */
    private static final String BRIEFLY = "SET statement_timeout = '15s'; SET lock_timeout = '2s'";

    private static final String VITALS = """
            SELECT 'PostgreSQL ' || pg_catalog.current_setting('server_version'),
                   pg_catalog.pg_database_size(d.oid), s.stats_reset
            FROM pg_catalog.pg_database d
            LEFT JOIN pg_catalog.pg_stat_database s ON s.datid = d.oid
            WHERE d.datname = pg_catalog.current_database()
            """;

    /**
     * To ask for the size of a relation takes a lock on it, which waits behind an ACCESS EXCLUSIVE one; then what the catalogue remembers does.
     * A row takes its values, 24 bytes before them, 4 at the head of the page, and on average 4 to align it: chapter 73.6.
     */
    private static final String SIZES = """
            WITH locked AS (
                SELECT relation FROM pg_catalog.pg_locks
                WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL
            ), widths AS (
                SELECT schemaname, tablename, sum((1 - null_frac) * avg_width) AS width
                FROM pg_catalog.pg_stats WHERE NOT inherited GROUP BY schemaname, tablename
            ), block AS (SELECT pg_catalog.current_setting('block_size')::bigint AS size)
            SELECT n.nspname, c.relname,
                   CASE WHEN locked THEN c.relpages * block.size ELSE pg_catalog.pg_total_relation_size(c.oid) END AS total,
                   CASE WHEN locked THEN c.relpages * block.size ELSE pg_catalog.pg_table_size(c.oid) END,
                   CASE WHEN locked THEN 0 ELSE pg_catalog.pg_indexes_size(c.oid) END,
                   c.reltuples::bigint, coalesce(s.n_dead_tup, 0),
                   CASE WHEN c.reltuples > 0 AND w.width IS NOT NULL
                        THEN greatest(0, c.relpages - ceil(c.reltuples * (32 + w.width) / (block.size - 24)))::bigint * block.size
                        ELSE 0 END,
                   greatest(s.last_vacuum, s.last_autovacuum), greatest(s.last_analyze, s.last_autoanalyze)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN block
            CROSS JOIN LATERAL (SELECT c.oid IN (SELECT relation FROM locked) AS locked) l
            LEFT JOIN pg_catalog.pg_stat_user_tables s ON s.relid = c.oid
            LEFT JOIN widths w ON w.schemaname = n.nspname AND w.tablename = c.relname
            WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'decant')
            ORDER BY total DESC, n.nspname, c.relname
            """;

    /** Whom it may concern to be ended: a client of this database, and not whoever asks. */
    private static final String CANCEL = """
            SELECT CASE WHEN state LIKE 'idle%' THEN pg_catalog.pg_terminate_backend(pid) ELSE pg_catalog.pg_cancel_backend(pid) END::text
            FROM pg_catalog.pg_stat_activity
            WHERE pid::text = ? AND datname = pg_catalog.current_database() AND backend_type = 'client backend'
              AND pid <> pg_catalog.pg_backend_pid()
            """;

    @Override
    public Vitals vitals(Connection connection) throws SQLException {
        brief(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VITALS)) {
            row.next();
            return new Vitals(row.getString(1), row.getLong(2), instant(row, 3));
        }
    }

    @Override
    public List<TableSize> sizes(Connection connection) throws SQLException {
        brief(connection);
        List<TableSize> sizes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            while (row.next()) {
                sizes.add(new TableSize(
                        ObjectName.of(row.getString(1), row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        instant(row, 9),
                        instant(row, 10)));
            }
        }
        return sizes;
    }

    @Override
    public List<LiveSession> sessions(Connection connection) throws SQLException {
        brief(connection);
        return PostgresqlSessions.all(connection);
    }

    @Override
    public List<LiveSession> users(Connection connection, ObjectName relation) throws SQLException {
        brief(connection);
        return PostgresqlSessions.of(relation, connection);
    }

    @Override
    public List<Ailment> ailments(Connection connection) throws SQLException {
        brief(connection);
        return PostgresqlAilments.found(connection, sizes(connection));
    }

    @Override
    public boolean cancel(Connection connection, String session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
            statement.setString(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && "true".equals(row.getString(1));
            }
        }
    }

    private static void brief(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY);
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
