package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Triggers of a partitioned table that run otherwise on one of its partitions. */
class PartitionTriggersTest {
    private static final String HEATS = """
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TABLE heats (id integer, lane integer) PARTITION BY RANGE (id);
            CREATE TABLE heats_1 PARTITION OF heats FOR VALUES FROM (0) TO (10) PARTITION BY LIST (lane);
            CREATE TABLE heats_1_a PARTITION OF heats_1 FOR VALUES IN (1);
            CREATE TABLE heats_2 PARTITION OF heats FOR VALUES FROM (10) TO (20);
            """;
    private static final String TRIGGER =
            "CREATE TRIGGER noted AFTER INSERT ON heats FOR EACH ROW EXECUTE FUNCTION note();";
    private static final String OTHERWISE = """
            ALTER TABLE heats_1 DISABLE TRIGGER noted;
            ALTER TABLE heats_1_a ENABLE ALWAYS TRIGGER noted;
            ALTER TABLE heats_2 ENABLE REPLICA TRIGGER noted;
            """;
    private static final String FACTS =
            "SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger" + " ORDER BY 1";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void they_are_made_again(String major) throws SQLException {
        ObjectProof.isMadeAgain(major, HEATS + TRIGGER + OTHERWISE, FACTS);
    }

    @Test
    void they_come_to_run_otherwise_and_as_usual_again() throws SQLException {
        assertThat(ObjectProof.becomes(HEATS + TRIGGER, HEATS + TRIGGER + OTHERWISE))
                .hasSizeBetween(3, 5);
        ObjectProof.becomes(HEATS, HEATS + TRIGGER + OTHERWISE);
    }

    @Test
    void they_stay_as_they_are_when_the_table_is_told_otherwise_or_gets_another_trigger() throws SQLException {
        String others = "ALTER TABLE heats DISABLE TRIGGER noted;" + OTHERWISE.replace("DISABLE", "ENABLE");
        ObjectProof.becomes(HEATS + TRIGGER + OTHERWISE, HEATS + TRIGGER + others);
        ObjectProof.becomes(
                HEATS + TRIGGER + OTHERWISE, HEATS + TRIGGER.replace("INSERT", "UPDATE OF lane") + OTHERWISE);
    }

    @Test
    void they_stay_as_they_are_when_the_partition_holds_other_rows() throws SQLException {
        String before = HEATS + TRIGGER + OTHERWISE;
        ObjectProof.becomes(before, before.replace("(20)", "(30)"));
        ObjectProof.becomes(
                before,
                before.replace(
                                "heats_2 PARTITION OF heats FOR VALUES FROM (10) TO (20)",
                                "heats_2 (id integer, lane integer)")
                        .replace("ALTER TABLE heats_2 ENABLE REPLICA TRIGGER noted;", ""));
    }

    @Test
    void none_stays_on_a_partition_once_the_trigger_of_the_table_is_one_of_each_statement() throws SQLException {
        String before = HEATS + TRIGGER + OTHERWISE;
        ObjectProof.becomes(before, HEATS + TRIGGER.replace("ROW", "STATEMENT"));
    }
}
