package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the indexes of partitions have of their own, which the server forgets when it builds them again for a column of another type. */
class PartsBuiltAgainTest {
    private static final String PARTS = """
            CREATE TYPE mood AS ENUM (%s);
            CREATE TABLE days (id integer, feels mood, note %s) PARTITION BY LIST (id);
            CREATE TABLE days_1 PARTITION OF days FOR VALUES IN (1);
            CREATE TABLE days_2 PARTITION OF days FOR VALUES IN (2) PARTITION BY LIST (id);
            CREATE TABLE days_2a PARTITION OF days_2 FOR VALUES IN (2);
            CREATE INDEX ix_feels ON days (feels, note);
            COMMENT ON INDEX ix_feels IS 'of all';
            COMMENT ON INDEX days_2_feels_note_idx IS 'of the second';
            ALTER TABLE days ADD CONSTRAINT days_key UNIQUE (id, note) INCLUDE (feels);
            COMMENT ON INDEX days_key IS 'of the key';
            ALTER TABLE days_1 RENAME CONSTRAINT days_1_id_note_feels_key TO "Key of the first";
            COMMENT ON CONSTRAINT "Key of the first" ON days_1 IS 'the first';
            ALTER INDEX days_2a_feels_note_idx SET (fillfactor = 50);
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void they_keep_it_when_a_column_gets_another_type(String major) throws SQLException {
        assertThat(ObjectProof.becomes(
                        major, PARTS.formatted("'good'", "integer"), PARTS.formatted("'good'", "bigint")))
                .contains("COMMENT ON INDEX public.days_1_feels_note_idx IS NULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void they_keep_it_when_a_type_gets_a_successor(String major) throws SQLException {
        assertThat(ObjectProof.becomes(
                        major, PARTS.formatted("'good', 'bad'", "integer"), PARTS.formatted("'good'", "integer")))
                .contains("COMMENT ON INDEX public.days_2_feels_note_idx IS 'of the second'");
    }
}
