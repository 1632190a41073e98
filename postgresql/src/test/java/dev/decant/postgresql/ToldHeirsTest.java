package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of heirs that come to refuse null together with a table above them that gets other parents. */
class ToldHeirsTest {
    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_parent_that_leaves_its_own_counts_by_itself(String major) throws SQLException {
        String from = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p); CREATE TABLE q (id integer);"
                + "CREATE TABLE d () INHERITS (c, q); ALTER TABLE d ALTER COLUMN id SET STATISTICS 0";
        String to = "CREATE TABLE p (id integer); CREATE TABLE c (id serial); CREATE TABLE q (id integer);"
                + "CREATE TABLE d (id integer) INHERITS (q, c); ALTER TABLE d ALTER COLUMN id SET STATISTICS 0";
        assertThat(ObjectProof.becomes(major, from, to))
                .doesNotContain("ALTER TABLE public.d ALTER COLUMN id DROP NOT NULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_table_of_another_server_comes_here_and_refuses_null(String major) throws SQLException {
        String server = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;";
        String heirs = "CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (c);"
                + "ALTER TABLE d ALTER COLUMN id SET STATISTICS 50";
        assertThat(ObjectProof.becomes(
                        major,
                        server + "CREATE FOREIGN TABLE p (id integer) SERVER s;" + heirs,
                        server + "CREATE TABLE p (id integer NOT NULL);" + heirs))
                .doesNotContain("ALTER TABLE public.d ALTER COLUMN id DROP NOT NULL");
    }
}
