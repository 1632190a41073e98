package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Options are written, and come to be, in the order in which somebody said them, as pg_dump tells. */
@Execution(ExecutionMode.CONCURRENT)
class OptionOrderTest {
    private static final String MAJOR = "16";

    @Test
    void what_is_made_has_its_parameters_in_their_order() throws SQLException {
        DumpRoundTrip.check(MAJOR, """
                CREATE TABLE t (a integer, b text) WITH (vacuum_truncate = off, fillfactor = 70, toast.vacuum_truncate = off, toast.autovacuum_enabled = off);
                CREATE INDEX i ON t (a) WITH (fillfactor = 60, deduplicate_items = off);
                CREATE VIEW v WITH (security_invoker = true, check_option = local, security_barrier = true) AS SELECT a FROM t;
                CREATE MATERIALIZED VIEW m WITH (fillfactor = 80, autovacuum_enabled = off) AS SELECT a FROM t;
                CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, stopwords = english, accept = false)""");
    }

    @Test
    void what_is_there_gets_others_behind_those_that_stay() throws SQLException {
        DumpRoundTrip.between(MAJOR, """
                CREATE TABLE t (a integer) WITH (toast_tuple_target = 4000, fillfactor = 50, parallel_workers = 2);
                CREATE INDEX i ON t (a) WITH (fillfactor = 60, deduplicate_items = off);
                CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, stopwords = english, accept = false)""", """
                CREATE TABLE t (a integer) WITH (autovacuum_vacuum_threshold = 9, parallel_workers = 2, autovacuum_analyze_threshold = 8);
                CREATE INDEX i ON t (a) WITH (deduplicate_items = off, fillfactor = 66);
                CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, accept = true, stopwords = english)""");
    }

    @Test
    void another_order_alone_is_no_change() throws SQLException {
        try (LiveDatabase one = LiveDatabase.open(MAJOR);
                LiveDatabase other = LiveDatabase.open(MAJOR)) {
            one.execute("CREATE TABLE t (a integer) WITH (fillfactor = 50, parallel_workers = 2)");
            other.execute("CREATE TABLE t (a integer) WITH (parallel_workers = 2, fillfactor = 50)");
            assertThat(one.inspect()).isEqualTo(other.inspect());
        }
    }
}
