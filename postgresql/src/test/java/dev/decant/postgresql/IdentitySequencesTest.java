package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequences of identity and serial columns: what they are called, in which type they count, whether they are logged. */
class IdentitySequencesTest {
    private static final String FACTS =
            "SELECT c.oid::regclass || ' ' || relpersistence::text || ' ' || seqtypid::regtype"
                    + " || ' ' || seqmax || ' ' || coalesce(d.refobjid::regclass::text || d.deptype::text, '-')"
                    + " FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid"
                    + " LEFT JOIN pg_depend d ON d.objid = c.oid AND d.deptype IN ('a', 'i') ORDER BY 1";
    private static final String LAPS = "CREATE TABLE laps (id integer GENERATED ALWAYS AS IDENTITY, time integer);";
    private static final String UNLOGGED_LAPS = LAPS.replace("CREATE", "CREATE UNLOGGED");

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_sequence_is_made_again_under_its_name(String major) throws SQLException {
        ObjectProof.isMadeAgain(
                major, LAPS.replace("IDENTITY", "IDENTITY (SEQUENCE NAME \"the Counter\" START 7)"), FACTS);
    }

    @Test
    void a_table_that_was_renamed_keeps_the_name_of_its_sequence() throws SQLException {
        ObjectProof.isMadeAgain("16", LAPS + "ALTER TABLE laps RENAME TO rounds;", FACTS);
    }

    @Test
    void what_users_are_told_about_a_sequence_and_the_index_of_a_key_stays_with_them() throws SQLException {
        String keyed = LAPS + "ALTER TABLE laps ADD PRIMARY KEY (id); ALTER TABLE laps ADD UNIQUE (time);";
        String told =
                keyed + "COMMENT ON SEQUENCE laps_id_seq IS 'it''s counted'; COMMENT ON INDEX laps_pkey IS 'by id';";
        ObjectProof.isMadeAgain(
                "18",
                told,
                "SELECT objoid::regclass || ' ' || description FROM pg_description WHERE objoid > 16384 ORDER BY 1");
        assertThat(ObjectProof.becomes(keyed, told))
                .containsExactlyInAnyOrder(
                        "COMMENT ON SEQUENCE public.laps_id_seq IS 'it''s counted'",
                        "COMMENT ON INDEX public.laps_pkey IS 'by id'");
        ObjectProof.becomes(
                told,
                told.replace("by id", "by its id")
                        .replace("GENERATED ALWAYS AS IDENTITY", "DEFAULT 5")
                        .replace("COMMENT ON SEQUENCE laps_id_seq IS 'it''s counted';", ""));
        ObjectProof.becomes(told, LAPS);
    }

    @Test
    void a_sequence_gets_another_name() throws SQLException {
        assertThat(ObjectProof.becomes(
                        LAPS, LAPS.replace("IDENTITY", "IDENTITY (SEQUENCE NAME counter INCREMENT BY 2)")))
                .containsExactly(
                        "ALTER SEQUENCE public.laps_id_seq RENAME TO counter",
                        "ALTER TABLE public.laps ALTER COLUMN id SET INCREMENT BY 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "18"})
    void a_sequence_counts_in_another_type_and_is_kept_unlike_its_table(String major) throws SQLException {
        String own = LAPS + "ALTER SEQUENCE laps_id_seq AS bigint; ALTER SEQUENCE laps_id_seq SET UNLOGGED;";
        ObjectProof.isMadeAgain(major, own, FACTS);
        assertThat(ObjectProof.becomes(major, LAPS, own)).hasSize(2);
        ObjectProof.becomes(major, own, own.replace("integer", "bigint").replace("AS bigint;", "AS smallint;"));
        ObjectProof.becomes(major, own, UNLOGGED_LAPS);
        ObjectProof.becomes(major, own, UNLOGGED_LAPS + "ALTER SEQUENCE laps_id_seq SET LOGGED;");
        ObjectProof.becomes(major, UNLOGGED_LAPS + "ALTER SEQUENCE laps_id_seq SET LOGGED;", LAPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "18"})
    void sequences_of_an_unlogged_table_are_unlogged_too(String major) throws SQLException {
        String table = "CREATE UNLOGGED TABLE laps (id serial, round serial, time integer);"
                + "ALTER SEQUENCE laps_round_seq INCREMENT BY 2;";
        ObjectProof.isMadeAgain(major, table, FACTS);
        ObjectProof.becomes(major, table, table.replace("UNLOGGED ", ""));
        ObjectProof.becomes(major, "CREATE UNLOGGED TABLE laps (time integer);", table);
        ObjectProof.becomes(
                major,
                "CREATE UNLOGGED TABLE laps (id integer NOT NULL, round integer NOT NULL, time integer);",
                table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "18"})
    void a_sequence_by_itself_may_be_unlogged(String major) throws SQLException {
        String numbers = "CREATE UNLOGGED SEQUENCE numbers; " + LAPS + "CREATE SEQUENCE marks OWNED BY laps.time;";
        ObjectProof.isMadeAgain(major, numbers, FACTS);
        assertThat(ObjectProof.becomes(major, numbers, numbers.replaceFirst("UNLOGGED ", "")))
                .containsExactly("ALTER SEQUENCE public.numbers SET LOGGED");
        ObjectProof.becomes(major, numbers, numbers.replace("CREATE TABLE", "CREATE UNLOGGED TABLE"));
    }

    @Test
    void a_sequence_stays_logged_when_its_table_gets_other_parents_and_becomes_unlogged() throws SQLException {
        String parent = "CREATE TABLE p (id integer);";
        ObjectProof.becomes(
                "18",
                parent + "CREATE TABLE laps (time integer) INHERITS (p);",
                parent
                        + "CREATE UNLOGGED TABLE laps (id integer, time integer); CREATE SEQUENCE marks OWNED BY laps.time;");
    }

    @Test
    void a_sequence_that_comes_with_a_column_beside_heirs_is_kept_unlike_its_table() throws SQLException {
        String tables = "CREATE TABLE t (a integer%s); CREATE TABLE heir () INHERITS (t);";
        ObjectProof.becomes(
                "18",
                tables.formatted(""),
                tables.formatted(", b integer GENERATED ALWAYS AS IDENTITY") + "ALTER SEQUENCE t_b_seq SET UNLOGGED");
    }
}
