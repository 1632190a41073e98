package dev.decant.postgresql.run;

import dev.decant.database.SessionObserver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into pg_stat_activity and the views of progress: the manual's chapters 28.2.3 and 28.4. */
public final class PostgresqlObserver implements SessionObserver {
    private static final String BLOCKERS = """
            SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),
                   extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.backend_start))::bigint,
                   left(regexp_replace(coalesce(a.query, ''), '\\s+', ' ', 'g'), 120)
            FROM unnest(pg_catalog.pg_blocking_pids(?)) AS blocking (pid)
            JOIN pg_catalog.pg_stat_activity a ON a.pid = blocking.pid
            """;

    /** What is counted differs with the phase: transactions that are waited for, rows, or blocks. */
    private static final String PROGRESS = """
            SELECT phase,
                   CASE WHEN phase LIKE 'waiting%' THEN lockers_done WHEN tuples_total > 0 THEN tuples_done ELSE blocks_done END,
                   CASE WHEN phase LIKE 'waiting%' THEN lockers_total WHEN tuples_total > 0 THEN tuples_total ELSE blocks_total END
            FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?
            UNION ALL SELECT phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_cluster WHERE pid = ?
            UNION ALL SELECT phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_vacuum WHERE pid = ?
            UNION ALL SELECT phase, sample_blks_scanned, sample_blks_total FROM pg_catalog.pg_stat_progress_analyze WHERE pid = ?
            """;

    @Override
    public Optional<String> name(Connection work) throws SQLException {
        return PostgresqlAnswer.of(work, "SELECT pg_catalog.pg_backend_pid()::text");
    }

    @Override
    public Sighting look(Connection other, String name) throws SQLException {
        int process = Integer.parseInt(name);
        return new Sighting(blockers(other, process), progress(other, process));
    }

    private static List<Blocker> blockers(Connection other, int process) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(BLOCKERS)) {
            statement.setInt(1, process);
            try (ResultSet row = statement.executeQuery()) {
                List<Blocker> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Blocker(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            Duration.ofSeconds(row.getLong(4)),
                            row.getString(5)));
                }
                return found;
            }
        }
    }

    private static Optional<Progress> progress(Connection other, int process) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(PROGRESS)) {
            for (int view = 1; view <= 4; view++) {
                statement.setInt(view, process);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Progress(row.getString(1), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }
}
