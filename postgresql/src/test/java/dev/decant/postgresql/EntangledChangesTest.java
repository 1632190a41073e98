package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that touch each other in ways that only the server's catalogue tells of. */
@Execution(ExecutionMode.CONCURRENT)
class EntangledChangesTest {
    private static final String MAJOR = "15";

    @Test
    void a_view_takes_a_field_of_the_row_that_a_function_returns() throws SQLException {
        String script = """
                CREATE TABLE t (id integer, width %s);
                CREATE FUNCTION measured(i integer) RETURNS t LANGUAGE sql AS 'SELECT * FROM t WHERE id = i';
                CREATE VIEW w AS SELECT (measured(1)).width""";
        DumpRoundTrip.between(MAJOR, script.formatted("integer"), script.formatted("text"));
    }

    @Test
    void a_type_over_a_new_type_comes_after_it_though_a_view_names_a_column_that_becomes_of_it() throws SQLException {
        String script = """
                CREATE TYPE %1$s AS ENUM ('a', 'b');
                CREATE TYPE %2$s AS (m %1$s);
                CREATE TABLE t (m %1$s, c %2$s);
                CREATE MATERIALIZED VIEW %3$s AS SELECT m, count(*) FROM t GROUP BY m""";
        DumpRoundTrip.between(
                MAJOR, script.formatted("mood", "pair", "moods"), script.formatted("tone", "duo", "tones"));
    }

    @Test
    void an_index_and_its_column_change_to_another_order() throws SQLException {
        String script = "CREATE TABLE t (a %s); CREATE INDEX i ON t (a %s)";
        DumpRoundTrip.between(
                MAJOR,
                script.formatted("character(3)", "bpchar_pattern_ops"),
                script.formatted("varchar(9)", "text_pattern_ops"));
    }

    @Test
    void a_function_takes_a_type_of_an_extension_that_moves() throws SQLException {
        String script = """
                CREATE SCHEMA aside;
                CREATE EXTENSION citext SCHEMA %1$s;
                CREATE FUNCTION f(c %1$s.citext) RETURNS %2$s LANGUAGE sql AS 'SELECT NULL::%2$s'""";
        DumpRoundTrip.between(MAJOR, script.formatted("public", "text"), script.formatted("aside", "integer"));
    }

    @Test
    void a_view_lets_go_of_another_whose_name_a_table_takes() throws SQLException {
        String script = """
                CREATE SCHEMA aside;
                CREATE TABLE p (id integer);
                CREATE VIEW %1$s.v AS SELECT id FROM p;
                CREATE VIEW w AS SELECT id FROM %1$s.v;""";
        DumpRoundTrip.between(
                MAJOR, script.formatted("aside") + "CREATE TABLE v () INHERITS (p)", script.formatted("public"));
    }

    @Test
    void a_check_of_whole_rows_becomes_one_of_the_column_that_is_called_as_the_table_is() throws SQLException {
        String check = "ALTER TABLE t ADD CONSTRAINT c CHECK (num_nonnulls(t) > 0)";
        DumpRoundTrip.between(
                MAJOR, "CREATE TABLE t (a integer);" + check, "CREATE TABLE t (a integer, t integer);" + check);
    }

    @Test
    void types_are_told_of_while_a_table_of_them_comes_anew() throws SQLException {
        String types = """
                CREATE COLLATION c (provider = libc, locale = 'C');
                CREATE DOMAIN d AS integer;
                CREATE TYPE e AS ENUM ('a');
                CREATE TYPE p AS (a integer);""";
        String told = types
                + "COMMENT ON COLLATION c IS 'c'; COMMENT ON DOMAIN d IS 'd'; COMMENT ON TYPE e IS 'e'; COMMENT ON TYPE p IS 'p';";
        String table = "CREATE TABLE t (k integer, a text COLLATE c, b d, e e, p p)";
        DumpRoundTrip.between(MAJOR, told + table, types + table + " PARTITION BY HASH (k)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mood", "mood[]"})
    void values_become_text_though_a_cast_to_it_is_only_made_where_it_is_written(String type) throws SQLException {
        String script = """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE CAST (mood AS text) WITH INOUT;
                CREATE TABLE t (a %s, b %s COLLATE "C")""";
        DumpRoundTrip.between(
                MAJOR,
                script.formatted(type, type).replace(" COLLATE \"C\"", ""),
                script.formatted(type.replace("mood", "varchar(5)"), type.replace("mood", "text")));
    }

    @Test
    void a_partition_hands_its_index_to_one_that_the_table_has_for_itself_only() throws SQLException {
        String tables = """
                CREATE TABLE p (k integer, v text) PARTITION BY LIST (k);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);""";
        String alone = "CREATE INDEX i ON ONLY p (v); CREATE INDEX %1$s ON p1 (v); ALTER INDEX i ATTACH PARTITION %1$s";
        DumpRoundTrip.between(MAJOR, tables + "CREATE INDEX i ON p (v DESC)", tables + alone.formatted("own"));
        DumpRoundTrip.between(MAJOR, tables, tables + alone.formatted("p1_v_idx"));
        DumpRoundTrip.between(
                MAJOR,
                tables + "CREATE INDEX i ON ONLY p (v)",
                tables + "CREATE INDEX i ON ONLY p (v); CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3)");
    }

    @Test
    void a_label_goes_that_the_check_of_a_domain_names_within_composite_values() throws SQLException {
        String script = """
                CREATE TYPE e AS ENUM (%1$s);
                CREATE DOMAIN one AS e DEFAULT %2$s CHECK (VALUE <> %2$s);
                CREATE DOMAIN many AS e[] CHECK (array_length(VALUE, 1) < %3$s);
                CREATE TYPE held AS (x one, y many);
                CREATE TABLE t (d one, m many DEFAULT ARRAY[%2$s]::e[], h held, s one[])""";
        DumpRoundTrip.between(
                MAJOR, script.formatted("'a', 'b'", "'a'::e", "3"), script.formatted("'c', 'b'", "'c'::e", "4"));
    }

    @Test
    void a_sequence_that_started_beyond_its_new_type_begins_again() throws SQLException {
        DumpRoundTrip.between(
                MAJOR, "CREATE SEQUENCE s AS integer START 100000", "CREATE SEQUENCE s AS smallint START 100");
    }

    @Test
    void an_event_trigger_keeps_the_order_of_its_tags() throws SQLException {
        Schema schema = DumpRoundTrip.check(MAJOR, """
                CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')
                    EXECUTE FUNCTION f()""");
        assertThat(schema.objects()).hasSize(2);
    }

    @Test
    void a_column_changes_while_other_tables_hold_rows_of_its_table() throws SQLException {
        String script = """
                CREATE TABLE place (id %s, name text);
                CREATE TABLE trip (goal place DEFAULT '(1,a)'::place, stops place[])""";
        try (LiveDatabase live = LiveDatabase.open(MAJOR);
                LiveDatabase other = LiveDatabase.open(MAJOR)) {
            live.execute(script.formatted("integer"));
            other.execute(script.formatted("bigint"));
            live.execute("INSERT INTO trip (stops) VALUES (ARRAY[(2, 'b')::place])");
            live.migrate(live.inspect(), other.inspect());
            assertThat(live.query("SELECT (goal).id || (stops[1]).name FROM trip"))
                    .containsExactly("1b");
            SchemaDifference.requireEqual(live.inspect(), other.inspect());
        }
    }

    @Test
    void a_sequence_goes_to_a_new_table_with_an_index_while_its_column_becomes_text() throws SQLException {
        String serial = "CREATE TABLE %1$s (id serial PRIMARY KEY, n integer);";
        DumpRoundTrip.between(
                MAJOR,
                serial.formatted("visits"),
                serial.formatted("visits") + "ALTER TABLE visits RENAME TO calls; CREATE INDEX i ON calls (n);"
                        + "CREATE TABLE visits (id text PRIMARY KEY)");
    }

    @Test
    void a_serial_and_the_child_that_counts_with_it_become_of_another_type() throws SQLException {
        String type = "CREATE TYPE t AS ENUM ('a'); CREATE TABLE top (id integer);";
        String children = "CREATE TABLE %s INHERITS (top); CREATE TABLE lowest () INHERITS (below);"
                + "ALTER TABLE below ALTER state SET STATISTICS 5";
        String counted = type + children.formatted("below (state serial)");
        ObjectProof.becomes(counted, type + children.formatted("below (state t NOT NULL)"));
        String brought = type.replace("id integer", "id integer, state t NOT NULL") + children.formatted("below ()");
        ObjectProof.becomes(counted, brought);
        // Under a name by which the parent comes first.
        ObjectProof.becomes(counted.replace("top", "above"), brought.replace("top", "above"));
    }

    @Test
    void a_table_comes_to_divide_its_rows_while_the_collation_of_a_column_becomes_another() throws SQLException {
        String script =
                "CREATE COLLATION c (provider = icu, locale = '%s'); CREATE TABLE t (id integer, name text COLLATE c)%s";
        DumpRoundTrip.between("14", script.formatted("und", ""), script.formatted("de", " PARTITION BY RANGE (id)"));
    }
}
