package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Steps of long histories, as applications have them. */
@Execution(ExecutionMode.CONCURRENT)
class ChainedChangesTest {
    private static final String MAJOR = "15";

    @Test
    void a_function_called_search_has_nothing_to_do_with_a_configuration_of_the_text_search() throws SQLException {
        String script = """
                CREATE TEXT SEARCH CONFIGURATION site (COPY = simple);
                CREATE TABLE posts (title text, lang regconfig DEFAULT 'site');
                CREATE FUNCTION search(q text%s) RETURNS SETOF posts LANGUAGE sql
                AS 'SELECT * FROM posts WHERE to_tsvector(''site'', title) @@ to_tsquery(''site'', q)'""";
        DumpRoundTrip.between(MAJOR, script.formatted(""), script.formatted(", most integer DEFAULT 20"));
    }

    @Test
    void a_column_stops_holding_rows_of_a_table_before_that_is_rewritten() throws SQLException {
        String script = """
                CREATE TABLE posts (id integer, made %s%s);
                CREATE TABLE revisions (id integer, post %s)""";
        DumpRoundTrip.between(
                MAJOR,
                script.formatted("date", "", "posts"),
                script.formatted("timestamp", ", lang text NOT NULL DEFAULT 'en'", "jsonb"));
    }

    @Test
    void a_column_with_a_default_comes_to_a_table_whose_rows_another_one_holds() throws SQLException {
        String script = """
                CREATE TABLE posts (id integer PRIMARY KEY%s);
                CREATE TABLE revisions (id integer, post posts, posts posts[])""";
        String added = script.formatted(", state text NOT NULL DEFAULT 'new'");
        DumpRoundTrip.between(MAJOR, script.formatted(""), added);
        try (LiveDatabase live = LiveDatabase.open(MAJOR);
                LiveDatabase wanted = LiveDatabase.open(MAJOR)) {
            live.execute(script.formatted("")
                    + "; INSERT INTO posts VALUES (1); INSERT INTO revisions SELECT 1, p, ARRAY[p] FROM posts p");
            wanted.execute(added);
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT state FROM posts")).containsExactly("new");
            assertThat(live.query("SELECT (post).id FROM revisions")).containsExactly("1");
        }
    }

    @Test
    void a_policy_asks_a_query_and_nothing_else() throws SQLException {
        String script = """
                CREATE TABLE teams (id integer); CREATE TABLE members (team integer, who name);
                ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
                CREATE POLICY seen ON teams FOR ALL TO public USING %1$s WITH CHECK %1$s""";
        DumpRoundTrip.between(
                MAJOR,
                script.formatted("(true)"),
                script.formatted("((SELECT count(*) > 0 FROM members WHERE team = id AND who = current_user))"));
    }

    @Test
    void an_index_becomes_a_plain_one_with_a_column_whose_type_has_no_other() throws SQLException {
        String script = "CREATE TABLE t (tags %s); CREATE INDEX i ON t USING %s (tags)";
        DumpRoundTrip.between(MAJOR, script.formatted("jsonb", "gin"), script.formatted("text", "btree"));
    }

    @Test
    void bits_become_more_of_them_and_rows_documents() throws SQLException {
        String script = "CREATE TABLE p (a integer, b text); CREATE TABLE t (flags bit(%d), p %s, n %s)";
        try (LiveDatabase live = LiveDatabase.open(MAJOR);
                LiveDatabase wanted = LiveDatabase.open(MAJOR)) {
            live.execute(script.formatted(4, "p", "integer[]") + "; INSERT INTO t VALUES (B'1010', (1, 'x'), '{1,2}')");
            wanted.execute(script.formatted(8, "jsonb", "jsonb"));
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT flags::text || ' ' || (p ->> 'b') || ' ' || (n ->> 1) FROM t"))
                    .containsExactly("10100000 x 2");
        }
    }

    @Test
    void a_computed_column_becomes_plain_while_those_that_it_is_computed_from_change() throws SQLException {
        String before = "CREATE TABLE t (a integer, z integer, b integer GENERATED ALWAYS AS (a + z) STORED)";
        String after = "CREATE TABLE t (a bigint, b bigint NOT NULL DEFAULT 0)";
        DumpRoundTrip.between(MAJOR, before, after);
        try (LiveDatabase live = LiveDatabase.open(MAJOR);
                LiveDatabase wanted = LiveDatabase.open(MAJOR)) {
            live.execute(before + "; INSERT INTO t VALUES (4, 5)");
            wanted.execute(after);
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT b FROM t")).containsExactly("9");
        }
    }
}
