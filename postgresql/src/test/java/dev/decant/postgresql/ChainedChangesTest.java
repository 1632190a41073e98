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
}
