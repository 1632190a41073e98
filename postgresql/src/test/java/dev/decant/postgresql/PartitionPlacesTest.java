package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions that lie where tables usually do, below a table that does not. */
class PartitionPlacesTest {
    @ParameterizedTest
    @ValueSource(strings = {"SET TABLESPACE decant_space_1", "SET ACCESS METHOD other"})
    void a_partition_is_made_where_it_was_and_not_where_its_parent_is(String elsewhere) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("18")) {
            ScriptServer.makeTablespaces(live);
        }
        String script = "CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;"
                + "CREATE TABLE p (id integer) PARTITION BY LIST (id);"
                + "CREATE TABLE a PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);"
                + "CREATE TABLE b PARTITION OF p FOR VALUES IN (2);"
                + "ALTER TABLE p " + elsewhere;
        String places = "SELECT c.relname, c.reltablespace, m.amname FROM pg_class c"
                + " LEFT JOIN pg_am m ON m.oid = c.relam WHERE c.relname IN ('p', 'a', 'b') ORDER BY 1";
        assertThat(ObjectProof.isMadeAgain("18", script, places).tables()).hasSize(3);
    }

    @Test
    void a_partition_of_a_table_made_anew_lies_where_it_lay() throws SQLException {
        String method = "CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;";
        String elsewhere = "ALTER TABLE t SET ACCESS METHOD other";
        String divided = "CREATE TABLE t (id integer) PARTITION BY LIST (id); CREATE TABLE d PARTITION OF t DEFAULT;";
        assertThat(ObjectProof.becomes(
                        "18", method + "CREATE TABLE t (id integer);" + elsewhere, method + divided + elsewhere))
                .contains("CREATE TABLE public.d PARTITION OF public.t");
    }
}
