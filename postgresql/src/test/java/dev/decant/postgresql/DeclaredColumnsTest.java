package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns and checks that children have from their parents, and have declared besides. */
class DeclaredColumnsTest {
    private static final String TABLES = "CREATE TABLE p (id integer%s); CREATE TABLE c () INHERITS (p);";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_loses_a_column_that_it_had_before_its_parent(String major) throws SQLException {
        assertThat(ObjectProof.becomes(
                        major,
                        TABLES.formatted("") + "CREATE TABLE d () INHERITS (c);"
                                + "ALTER TABLE d ADD price text; ALTER TABLE c ADD price text; ALTER TABLE p ADD price text",
                        TABLES.formatted("") + "CREATE TABLE d () INHERITS (c)"))
                .containsExactly(
                        "ALTER TABLE public.p DROP COLUMN price",
                        "ALTER TABLE public.c DROP COLUMN IF EXISTS price",
                        "ALTER TABLE public.d DROP COLUMN IF EXISTS price");
    }

    @Test
    void a_child_loses_a_check_that_it_had_before_it_joined() throws SQLException {
        String joined = "CREATE TABLE p (id integer CONSTRAINT warm CHECK (id > %d));"
                + "CREATE TABLE c (id integer CONSTRAINT warm CHECK (id > %1$d)); ALTER TABLE c INHERIT p;";
        assertThat(ObjectProof.becomes("18", joined.formatted(1), joined.formatted(2)))
                .contains("ALTER TABLE public.c DROP CONSTRAINT IF EXISTS warm");
    }

    @Test
    void a_key_of_a_child_comes_back_over_a_column_that_comes_anew() throws SQLException {
        String parent = "CREATE TABLE p (id integer PRIMARY KEY%s);";
        String key = "ALTER TABLE c ADD CONSTRAINT up FOREIGN KEY (at) REFERENCES p (id);";
        ObjectProof.becomes(
                "18",
                parent.formatted(", at bigint") + "CREATE TABLE c () INHERITS (p);" + key,
                parent.formatted("") + "CREATE TABLE c (at integer GENERATED ALWAYS AS IDENTITY) INHERITS (p);" + key);
    }

    @Test
    void one_parent_loses_a_column_before_another_has_one_of_another_type() throws SQLException {
        String tables = "CREATE TABLE p (id integer%s); CREATE TABLE q (id integer%s);"
                + "CREATE TABLE c () INHERITS (p, q); CREATE INDEX sorted ON c (price);";
        assertThat(ObjectProof.becomes(
                        "14", tables.formatted("", ", price date"), tables.formatted(", price integer[]", "")))
                .containsSubsequence(
                        "ALTER TABLE public.q DROP COLUMN price",
                        "ALTER TABLE public.p ADD COLUMN price integer[]",
                        "CREATE INDEX sorted ON public.c (price)");
    }

    @Test
    void a_child_lets_go_of_a_count_before_its_parent_does_and_is_of_another_type_after_that() throws SQLException {
        String types = "CREATE TYPE pair AS (x integer, y integer);";
        String others = "CREATE TABLE d () INHERITS (p);";
        ObjectProof.becomes(
                "14",
                types + TABLES.formatted(", amount bigserial") + others
                        + "ALTER TABLE c ALTER COLUMN amount SET (n_distinct = 5)",
                types + TABLES.formatted("") + others + "ALTER TABLE c ADD amount pair;"
                        + "ALTER TABLE c ALTER COLUMN amount SET (n_distinct = 5)");
    }

    @Test
    void a_child_is_no_longer_filled_as_the_parent_that_loses_the_column() throws SQLException {
        String tables = "CREATE TABLE p (id integer%s); CREATE TABLE q (id integer, price integer);"
                + "CREATE TABLE c () INHERITS (p, q);";
        assertThat(ObjectProof.becomes("14", tables.formatted(", price integer DEFAULT 5"), tables.formatted("")))
                .containsExactly(
                        "ALTER TABLE public.c ALTER COLUMN price DROP DEFAULT",
                        "ALTER TABLE public.p DROP COLUMN price");
    }

    @Test
    void a_child_stores_a_column_as_before_once_it_is_of_another_type() throws SQLException {
        String tables = "CREATE TABLE p (id integer, kind %s); ALTER TABLE p ALTER kind SET STORAGE external;"
                + "ALTER TABLE p ALTER kind SET COMPRESSION pglz; CREATE TABLE c () INHERITS (p);"
                + "CREATE TABLE d () INHERITS (c); ALTER TABLE d ALTER kind SET STORAGE main;";
        ObjectProof.becomes("18", tables.formatted("text"), tables.formatted("json"));
        String types = "CREATE TYPE kind AS ENUM (%s); CREATE TYPE pair AS (x kind, y kind);";
        ObjectProof.becomes(
                "18",
                types.formatted("'a', 'b'") + tables.formatted("pair"),
                types.formatted("'b', 'c'") + tables.formatted("pair"));
    }

    @Test
    void a_grandchild_goes_before_the_column_of_its_parent_that_gets_another_becomes_another() throws SQLException {
        String tables = "CREATE TABLE p (id integer, size text); CREATE TABLE q (id integer, size bigint);"
                + "CREATE TABLE one () INHERITS (p); CREATE TABLE two () INHERITS (%s);";
        ObjectProof.becomes(
                "14", tables.formatted("p") + "CREATE TABLE c () INHERITS (one, two)", tables.formatted("q"));
    }

    @Test
    void a_child_counts_with_its_parent_where_both_were_computed() throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p); ALTER TABLE p ADD amount %s;"
                + "ALTER TABLE p ALTER COLUMN amount SET STATISTICS 50;";
        ObjectProof.becomes(
                "18", tables.formatted("bigserial"), tables.formatted("text GENERATED ALWAYS AS (id::text) STORED"));
    }

    @Test
    void a_grandchild_stores_and_fills_a_column_as_before_when_its_parent_comes_to_do_so_otherwise()
            throws SQLException {
        String tables = TABLES.formatted("") + "CREATE TABLE d () INHERITS (c); CREATE TABLE e () INHERITS (c);";
        String filled = "ALTER TABLE c ALTER price SET DEFAULT 'x'; ALTER TABLE e ALTER price SET DEFAULT 'y';";
        ObjectProof.becomes(
                "14",
                tables,
                tables + "ALTER TABLE p ADD price text; ALTER TABLE p ALTER price SET COMPRESSION pglz;" + filled);
        ObjectProof.becomes(
                "14",
                tables + "ALTER TABLE p ADD price text;" + filled,
                tables + "ALTER TABLE p ADD price text;" + filled.replace("'x'", "'z'"));
    }
}
