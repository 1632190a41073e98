package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.model.statistics.Statistics;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlStatisticsTest {
    private static final String FACTS = """
            SELECT pg_get_statisticsobjdef(oid) || coalesce(stxstattarget, -1) || coalesce(obj_description(oid), '')
            FROM pg_statistic_ext
            ORDER BY 1
            """;

    private static final String TABLE = "CREATE TABLE t (a integer, \"B\" text, c integer);";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void statistics_are_read_and_made_again(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, TABLE + """
                CREATE STATISTICS every ON c, a FROM t;
                CREATE STATISTICS "Some" (mcv, ndistinct) ON "B", a FROM t;
                CREATE STATISTICS one ON (lower("B")) FROM t;
                CREATE STATISTICS mixed (dependencies) ON a, lower("B"), (a + c) FROM t;
                ALTER STATISTICS mixed SET STATISTICS 500;
                COMMENT ON STATISTICS one IS 'mail';
                """, FACTS);
        assertThat(schema.objects(Statistics.KIND)).hasSize(4);
    }

    @Test
    void statistics_become_others() throws SQLException {
        assertThat(ObjectProof.becomes(
                        TABLE + "CREATE STATISTICS s ON a, c FROM t; CREATE STATISTICS x ON a, c FROM t;",
                        TABLE.replace("c integer", "c bigint")
                                + "CREATE STATISTICS s (mcv) ON a, c FROM t; CREATE STATISTICS x ON a, c FROM t;"
                                + "ALTER STATISTICS x SET STATISTICS 7"))
                .contains("CREATE STATISTICS public.s (mcv)");
        assertThat(ObjectProof.becomes(
                        TABLE + "CREATE STATISTICS s ON a, c FROM t",
                        TABLE + "CREATE STATISTICS s ON a, c FROM t; ALTER STATISTICS s SET STATISTICS 7"))
                .containsExactly("ALTER STATISTICS public.s SET STATISTICS 7");
        assertThat(ObjectProof.becomes(TABLE + "CREATE STATISTICS s ON a, c FROM t", "CREATE TABLE t (\"B\" text)"))
                .contains("DROP STATISTICS public.s");
    }

    @Test
    void statistics_of_a_table_that_goes_come_to_another_one() throws SQLException {
        assertThat(ObjectProof.becomes(
                        TABLE + "CREATE STATISTICS s ON a, c FROM t",
                        TABLE.replace(" t ", " other ").replace("c integer", "c date")
                                + "CREATE STATISTICS s ON a, c FROM other"))
                .contains("DROP STATISTICS public.s");
    }
}
