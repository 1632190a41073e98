package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of NOT NULL constraints, which are constraints like others since PostgreSQL 18. */
class NotNullNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a integer CONSTRAINT x NOT NULL, b integer | a integer, b integer CONSTRAINT x NOT NULL",
                "b integer, a integer CONSTRAINT x NOT NULL | b integer CONSTRAINT x NOT NULL, a integer",
                "a integer CONSTRAINT x NOT NULL, b integer | b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL | a integer CONSTRAINT y NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x NOT NULL, b integer CONSTRAINT y NOT NULL"
                        + " | a integer CONSTRAINT y NOT NULL, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x CHECK (a > 0) | a integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x CHECK (a > 0), b integer | a integer, b integer CONSTRAINT x NOT NULL",
                "a integer CONSTRAINT x UNIQUE, b integer | a integer, b integer CONSTRAINT x NOT NULL",
            })
    void the_name_of_a_not_null_goes_to_another_column(String before, String after) throws SQLException {
        assertThat(ObjectProof.becomes("18", "CREATE TABLE t (" + before + ")", "CREATE TABLE t (" + after + ")"))
                .isNotEmpty();
    }

    private static final String PARENTS =
            "CREATE TABLE p (id integer CONSTRAINT x NOT NULL); CREATE TABLE q (id integer CONSTRAINT y NOT NULL);"
                    + "CREATE TABLE r (id integer); CREATE TABLE s (id integer NOT NULL);";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | CREATE TABLE c () INHERITS (r, p, q)",
                "SELECT 1 | CREATE TABLE c (id integer CONSTRAINT z NOT NULL) INHERITS (q, s)",
                "CREATE TABLE c (id integer DEFAULT 5 NOT NULL) INHERITS (p, q, s) | CREATE TABLE c () INHERITS (q, s)",
                "CREATE TABLE c () INHERITS (p, q, s) | CREATE TABLE c () INHERITS (q)",
                "CREATE TABLE c () INHERITS (p, q) | CREATE TABLE c () INHERITS (s)",
                "CREATE TABLE c () INHERITS (p, q) | CREATE TABLE c (id integer CONSTRAINT z NOT NULL) INHERITS (p, q)",
                "CREATE TABLE c (id integer CONSTRAINT a NOT NULL) INHERITS (p)"
                        + " | CREATE TABLE c (id integer CONSTRAINT b NOT NULL) INHERITS (p)",
                "CREATE TABLE c (id integer CONSTRAINT a NOT NULL) INHERITS (p) | CREATE TABLE c () INHERITS (p)",
                "CREATE TABLE c (id integer NOT NULL) INHERITS (p) | CREATE TABLE c () INHERITS (p)",
                "CREATE TABLE c (id serial PRIMARY KEY); CREATE TABLE d (id integer DEFAULT 5 NOT NULL) INHERITS (p, c)"
                        + " | CREATE TABLE c () INHERITS (p); CREATE TABLE d (id integer DEFAULT 5 NOT NULL) INHERITS (p, c)",
                "CREATE TABLE c (id integer PRIMARY KEY); CREATE TABLE d (id integer DEFAULT 5 NOT NULL) INHERITS (p, c)"
                        + " | CREATE TABLE c (PRIMARY KEY (id)) INHERITS (p);"
                        + "CREATE TABLE d (id integer DEFAULT 5 NOT NULL) INHERITS (p, c)",
                "CREATE TABLE c () INHERITS (p, q); CREATE TABLE d () INHERITS (c)"
                        + " | CREATE TABLE c () INHERITS (q); CREATE TABLE d () INHERITS (c)",
                "CREATE TABLE c (id integer DEFAULT 5) INHERITS (r) | ALTER TABLE r ADD CONSTRAINT z NOT NULL id;"
                        + "CREATE TABLE c (id integer DEFAULT 5 NOT NULL) INHERITS (r)",
            })
    void a_child_has_it_by_one_name_or_another(String before, String after) throws SQLException {
        assertThat(ObjectProof.becomes("18", PARENTS + before, PARENTS + after)).isNotEmpty();
    }

    @Test
    void a_child_that_calls_it_alike_and_counts_for_itself_is_told_once() throws SQLException {
        String tables = "CREATE TABLE p (id integer CONSTRAINT %s NOT NULL); CREATE TABLE c () INHERITS (p);"
                + "ALTER TABLE c ALTER id SET STATISTICS 50;";
        assertThat(ObjectProof.becomes("18", tables.formatted("x"), tables.formatted("y")))
                .containsExactly("ALTER TABLE public.p RENAME CONSTRAINT x TO y");
    }

    @Test
    void a_column_that_comes_to_count_calls_it_otherwise_than_the_other_parent_of_a_child() throws SQLException {
        String tables = "CREATE TABLE p (id integer CONSTRAINT x NOT NULL); CREATE TABLE q (id integer%s);"
                + "CREATE TABLE c () INHERITS (q, p);";
        ObjectProof.becomes(
                "18", tables.formatted(" CONSTRAINT x NOT NULL"), tables.formatted(" GENERATED ALWAYS AS IDENTITY"));
    }

    @Test
    void a_column_that_counts_no_more_refuses_null_for_new_rows_only_under_another_name() throws SQLException {
        String child = "CREATE TABLE q (id integer); CREATE TABLE c (id integer) INHERITS (p, q);";
        ObjectProof.becomes(
                "18",
                "CREATE TABLE p (id integer GENERATED ALWAYS AS IDENTITY);" + child,
                "CREATE TABLE p (id integer); ALTER TABLE p ADD CONSTRAINT z NOT NULL id NOT VALID;" + child);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE c (PRIMARY KEY (id)) INHERITS (s)",
                "CREATE TABLE c () INHERITS (s); ALTER TABLE c ADD PRIMARY KEY (id)",
                "CREATE TABLE c (id integer PRIMARY KEY); ALTER TABLE c INHERIT s",
            })
    void a_child_with_a_key_leaves_its_parent_and_calls_it_otherwise(String child) throws SQLException {
        ObjectProof.becomes(
                "18",
                PARENTS + child,
                PARENTS + "CREATE TABLE c (id integer CONSTRAINT z PRIMARY KEY);"
                        + "ALTER TABLE c RENAME CONSTRAINT c_id_not_null TO y");
    }
}
