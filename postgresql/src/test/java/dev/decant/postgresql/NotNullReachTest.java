package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A NOT NULL that a table keeps to itself, and what its children refuse, since PostgreSQL 18. */
class NotNullReachTest {
    private static final String CHILDREN = ";CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (c)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a integer NOT NULL | a integer NOT NULL NO INHERIT",
                "a integer CONSTRAINT x NOT NULL | a integer CONSTRAINT y NOT NULL NO INHERIT",
                "a integer CONSTRAINT x NOT NULL NO INHERIT | a integer CONSTRAINT y NOT NULL NO INHERIT",
                "a integer CONSTRAINT x NOT NULL NO INHERIT, b integer | a integer, b integer CONSTRAINT x NOT NULL",
                "a integer | a integer NOT NULL NO INHERIT",
                "b integer | b integer, a integer CONSTRAINT x NOT NULL NO INHERIT",
                "b integer | b integer, a text DEFAULT 'x' NOT NULL NO INHERIT",
                "a integer, b integer, PRIMARY KEY (a, b)"
                        + " | a integer CONSTRAINT x NOT NULL NO INHERIT, b integer, UNIQUE (a, b)",
            })
    void children_take_null_where_their_parent_keeps_it_to_itself(String before, String after) throws SQLException {
        assertThat(ObjectProof.becomes(
                        "18",
                        "CREATE TABLE p (" + before + ")" + CHILDREN,
                        "CREATE TABLE p (" + after + ")" + CHILDREN))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE c (a integer NOT NULL) INHERITS (p)",
                "CREATE TABLE c (PRIMARY KEY (a)) INHERITS (p)",
                "CREATE TABLE q (a integer NOT NULL); CREATE TABLE c () INHERITS (p, q)",
                "CREATE TABLE c (a integer CONSTRAINT z NOT NULL) INHERITS (p); CREATE TABLE d () INHERITS (c)",
            })
    void a_child_refuses_null_in_its_own_right(String children) throws SQLException {
        assertThat(ObjectProof.becomes(
                        "18",
                        "CREATE TABLE p (a integer CONSTRAINT x NOT NULL);" + children,
                        "CREATE TABLE p (a integer CONSTRAINT x NOT NULL NO INHERIT);" + children))
                .isNotEmpty();
    }

    @Test
    void a_child_has_nothing_of_its_own_for_it() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("18")) {
            ObjectProof.run(live, "CREATE TABLE p (a integer CONSTRAINT x NOT NULL NO INHERIT)" + CHILDREN);
            assertThat(live.inspect().tables().values())
                    .filteredOn(table -> !table.lineage().parents().isEmpty())
                    .hasSize(2)
                    .allMatch(table -> table.columns().isEmpty());
        }
    }

    @Test
    void one_for_new_rows_only_becomes_that_of_a_counted_column_which_a_child_of_several_has_too() throws SQLException {
        String tables = "CREATE TABLE p (s %s); %s CREATE TABLE q (id integer); CREATE TABLE c () INHERITS (p, q)";
        assertThat(ObjectProof.becomes(
                        "18",
                        tables.formatted("integer", "ALTER TABLE p ADD CONSTRAINT x NOT NULL s NOT VALID;"),
                        tables.formatted("bigint GENERATED ALWAYS AS IDENTITY", "")))
                .doesNotContain("ALTER TABLE public.c NO INHERIT public.p");
    }
}
