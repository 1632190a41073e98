package dev.decant.postgresql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Types and collations that another takes the place of, named where no column is of them, and indexes that change along. */
@Execution(ExecutionMode.CONCURRENT)
class SwappedTypesTest {
    private static final String MAJOR = "15";

    @Test
    void a_check_and_a_default_name_a_domain_that_no_column_is_of() throws SQLException {
        String users = """
                CREATE TABLE t (x text CHECK (length(x::word) > 0), y text DEFAULT 'a'::word);
                CREATE INDEX i ON t ((x::word))""";
        between("CREATE DOMAIN word AS text;" + users, "CREATE DOMAIN word AS varchar(9);" + users);
    }

    @Test
    void an_index_sorts_by_a_collation_that_its_column_has_not() throws SQLException {
        String users = "CREATE TABLE t (a text); CREATE INDEX i ON t (a COLLATE own) WHERE a > 'x' COLLATE own";
        between(
                "CREATE COLLATION own (locale = 'C');" + users,
                "CREATE COLLATION own (locale = 'C.utf8', provider = libc);" + users);
    }

    @Test
    void an_index_that_names_a_label_changes_when_the_label_goes() throws SQLException {
        String table = "CREATE TYPE mood AS ENUM (%s); CREATE TABLE t (id integer, m mood); CREATE INDEX i ON t %s";
        between(
                table.formatted("'sad', 'ok', 'gone'", "(id) WHERE m <> 'gone'"),
                table.formatted("'ok', 'sad'", "(id, m) WHERE m <> 'sad'"));
    }

    @Test
    void an_index_reads_an_attribute_that_is_new() throws SQLException {
        String table = "CREATE TYPE place AS (%s); CREATE TABLE t (p place); CREATE INDEX i ON t (%s)";
        between(
                table.formatted("street text, town text", "((p).town)"),
                table.formatted("street text, town varchar(50), code text", "((p).town), ((p).code)"));
    }

    @Test
    void ranges_are_searched_by_an_index_while_they_are_texts() throws SQLException {
        String table =
                "CREATE TYPE span AS RANGE (subtype = %s); CREATE TABLE t (s span, EXCLUDE USING gist (s WITH &&));"
                        + "CREATE INDEX i ON t USING spgist (s)";
        between(table.formatted("float8"), table.formatted("numeric"));
    }

    @Test
    void words_are_found_in_another_way_under_an_index() throws SQLException {
        String users = """
                CREATE TABLE t (a text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.words', a)) STORED);
                CREATE INDEX i ON t USING gin (to_tsvector('public.words', a))""";
        String configuration = "CREATE TEXT SEARCH CONFIGURATION words (PARSER = \"default\");"
                + "ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR %s WITH simple;";
        between(configuration.formatted("asciiword") + users, configuration.formatted("asciiword, word") + users);
    }

    @Test
    void a_column_is_compressed_no_more_when_its_domain_takes_no_compression() throws SQLException {
        String table = "CREATE DOMAIN word AS %s; CREATE TABLE t (w word);";
        String stored = "ALTER TABLE t ALTER w SET STORAGE main, ALTER w SET COMPRESSION pglz";
        between(table.formatted("integer"), table.formatted("text") + stored);
        between(table.formatted("text") + stored, table.formatted("integer"));
    }

    private static void between(String from, String to) throws SQLException {
        DumpRoundTrip.between(MAJOR, from, to);
    }
}
