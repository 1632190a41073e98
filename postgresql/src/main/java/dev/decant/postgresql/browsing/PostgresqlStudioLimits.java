package dev.decant.postgresql.browsing;

import java.time.Duration;

/** What a transaction of the studio may take: of others' time, for locks, and of the server's. */
final class PostgresqlStudioLimits {
    private PostgresqlStudioLimits() {}

    /** The statements that set it, for a session that nobody uses afterwards. */
    static String session(Duration timeout) {
        return "SET statement_timeout = " + timeout.toMillis()
                + "; SET lock_timeout = 3000; SET idle_in_transaction_session_timeout = 60000; SET bytea_output = 'hex'";
    }

    /** The statements that set it, for one transaction; scans begin at the beginning and are one, so that pages in the order of the file follow each other. */
    static String local(Duration timeout) {
        return "SET LOCAL statement_timeout = " + timeout.toMillis()
                + "; SET LOCAL lock_timeout = 3000; SET LOCAL idle_in_transaction_session_timeout = 60000"
                + "; SET LOCAL synchronize_seqscans = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL bytea_output = 'hex'"
                + "; SET LOCAL extra_float_digits = 1";
    }
}
