package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitioned tables that come anew with other tables that do so too, and indexes of partitions beside those that they get. */
class PartitionsAnewTest {
    private static final String APART = """
            CREATE TABLE p (a integer, b integer) PARTITION BY RANGE (b);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (9);
            CREATE TABLE q (a integer, b integer) PARTITION BY HASH (a);
            CREATE TABLE q_0 PARTITION OF q FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            """;
    private static final String BELOW = """
            CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1, 2);
            CREATE TABLE q PARTITION OF p FOR VALUES IN (3);
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_table_that_comes_anew_as_a_partition_of_another_keeps_its_rows_there_and_back(String major)
            throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            ObjectProof.run(live, APART + "INSERT INTO p VALUES (1, 5), (2, 6); INSERT INTO q VALUES (3, 7)");
            ObjectProof.run(wanted, BELOW);
            Schema apart = live.inspect();
            Schema below = wanted.inspect();

            live.migrate(apart, below);
            SchemaDifference.requireEqual(live.inspect(), below);
            assertThat(live.query("SELECT tableoid::regclass || ' ' || a || ' ' || b FROM p ORDER BY a"))
                    .containsExactly("p_1 1 5", "p_1 2 6", "q 3 7");

            live.migrate(below, apart);
            SchemaDifference.requireEqual(live.inspect(), apart);
            assertThat(live.query("SELECT tableoid::regclass || ' ' || a FROM p ORDER BY a"))
                    .containsExactly("p_1 1", "p_1 2");
            assertThat(live.query("SELECT tableoid::regclass || ' ' || a FROM q"))
                    .containsExactly("q_0 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_a_partition_had_otherwise_is_copied_too(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            ObjectProof.run(live, APART + "ALTER TABLE p_1 ALTER COLUMN a SET DEFAULT 4; INSERT INTO p VALUES (1, 5)");
            ObjectProof.run(wanted, BELOW);
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT a || ' ' || b FROM p")).containsExactly("1 5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void an_index_of_a_partition_has_the_name_that_the_one_of_its_table_would_bring(String major) throws SQLException {
        String table = "CREATE TABLE p (a text) PARTITION BY RANGE (a);";
        assertThat(ObjectProof.becomes(major, table, table + """
                                CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM ('a') TO ('b');
                                CREATE INDEX p_1_a_idx ON p_1 (a);
                                CREATE INDEX ON p (a text_pattern_ops)
                                """))
                .containsSubsequence(
                        "CREATE INDEX p_1_a_idx ON public.p_1 (a)",
                        "CREATE INDEX p_a_idx ON public.p (a text_pattern_ops)");
    }
}
