package dev.decant.postgresql.run;

import dev.decant.database.ServerError;
import dev.decant.database.StatementLimits;
import dev.decant.sql.StatementPatterns;
import dev.decant.sql.Syntax;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The settings lock_timeout and statement_timeout: the manual's chapter 19.11.1. */
public final class PostgresqlLimits implements StatementLimits {
    /**
     * Statements that take a lock which readers or writers cannot share, so that those who come later queue behind them: chapter 13.3.1
     * and the pages of the statements.
     */
    private static final StatementPatterns STRONG = StatementPatterns.of(
                    "ALTER",
                    "DROP",
                    "CREATE",
                    "TRUNCATE",
                    "LOCK",
                    "REINDEX",
                    "CLUSTER",
                    "REFRESH",
                    "COMMENT",
                    "VACUUM FULL",
                    "VACUUM ( ... FULL")
            .except(
                    "CREATE UNIQUE? INDEX CONCURRENTLY",
                    "DROP INDEX CONCURRENTLY",
                    "REINDEX ... CONCURRENTLY",
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY",
                    "ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY",
                    "ALTER TABLE ... VALIDATE CONSTRAINT",
                    "CREATE DATABASE|TABLESPACE|SUBSCRIPTION");

    /** lock_not_available, deadlock_detected, serialization_failure: appendix A. */
    private static final Set<String> CONTENTION = Set.of("55P03", "40P01", "40001");

    @Override
    public boolean holdsUpOthers(String sql) {
        return STRONG.match(sql, Syntax.POSTGRESQL);
    }

    @Override
    public List<String> set(Duration lock, Duration statement, boolean transaction) {
        return List.of("SELECT " + setting("lock_timeout", lock, transaction) + ", "
                + setting("statement_timeout", statement, transaction));
    }

    /** In milliseconds, where zero is no limit as well. */
    private static String setting(String name, Duration limit, boolean transaction) {
        return "pg_catalog.set_config('" + name + "', '" + limit.toMillis() + "', " + transaction + ")";
    }

    /** query_canceled, which is what a timeout says as well: appendix A. */
    @Override
    public boolean isTimeout(ServerError error) {
        return error.state().equals("57014");
    }

    @Override
    public boolean isContention(ServerError error) {
        return CONTENTION.contains(error.state());
    }
}
