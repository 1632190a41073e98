package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that tables have from their parents, and otherwise. */
class ChildColumnsTest {
    private static final String SET = "ALTER TABLE %s ALTER COLUMN id SET STATISTICS 50;";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_partition_with_a_column_of_its_own_refuses_null_with_its_parent(String major) throws SQLException {
        String tables = "CREATE TABLE p (id integer) PARTITION BY RANGE (id);"
                + "CREATE TABLE c PARTITION OF p FOR VALUES FROM (1) TO (9);"
                + SET.formatted("c");
        assertThat(ObjectProof.becomes(major, tables, tables + "ALTER TABLE p ADD PRIMARY KEY (id)"))
                .doesNotContain("ALTER TABLE public.c ALTER COLUMN id DROP NOT NULL");
    }

    @Test
    void an_heir_with_a_column_of_its_own_refuses_null_under_the_name_that_its_parent_gives() throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p);" + SET.formatted("c");
        assertThat(ObjectProof.becomes("18", tables, tables + "ALTER TABLE p ADD CONSTRAINT \"Is there\" NOT NULL id"))
                .contains("ALTER TABLE public.p ADD CONSTRAINT \"Is there\" NOT NULL id")
                .doesNotContain("ALTER TABLE public.c ALTER COLUMN id DROP NOT NULL");
    }

    @Test
    void as_much_is_known_of_the_columns_of_children_as_before() throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p);";
        assertThat(ObjectProof.becomes("14", tables, tables + SET.formatted("ONLY p")))
                .containsExactly("ALTER TABLE ONLY public.p ALTER COLUMN id SET STATISTICS 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void partitions_of_partitions_count_seconds_from_now_on(String major) throws SQLException {
        String tables = "CREATE TABLE p (id integer, took %s) PARTITION BY LIST (id);"
                + "CREATE TABLE c PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);"
                + "CREATE TABLE d PARTITION OF c FOR VALUES IN (1);";
        assertThat(ObjectProof.becomes(major, tables.formatted("bigint"), tables.formatted("interval")))
                .hasSize(1);
    }

    @Test
    void an_heir_that_divides_its_rows_has_a_column_of_its_own_that_nothing_makes_of_its_parents() throws SQLException {
        String parent = "CREATE TABLE p (id integer, at date);";
        assertThat(ObjectProof.becomes(
                        parent + "CREATE TABLE c () INHERITS (p)",
                        parent + "CREATE TABLE c (id integer, at integer) PARTITION BY LIST (id)"))
                .contains("INSERT INTO public.c (id) SELECT id FROM public.c__before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_parent_counts_more_and_its_child_does_not(String major) throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p);";
        assertThat(ObjectProof.becomes(major, tables, tables + SET.formatted("ONLY p")))
                .containsExactly("ALTER TABLE ONLY public.p ALTER COLUMN id SET STATISTICS 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_of_two_parents_refuses_null_for_the_one_that_still_does(String major) throws SQLException {
        String tables = "CREATE TABLE p (id integer%s); CREATE TABLE q (id integer NOT NULL);"
                + "CREATE TABLE c () INHERITS (p, q);";
        assertThat(ObjectProof.becomes(major, tables.formatted(" NOT NULL"), tables.formatted("")))
                .containsExactly("ALTER TABLE ONLY public.p ALTER COLUMN id DROP NOT NULL");
    }

    @Test
    void a_child_of_two_parents_keeps_the_default_of_the_one_that_still_has_it() throws SQLException {
        String tables = "CREATE TABLE p (id integer%s); CREATE TABLE q (id integer DEFAULT 1);"
                + "CREATE TABLE c () INHERITS (p, q);";
        assertThat(ObjectProof.becomes(tables.formatted(" DEFAULT 1"), tables.formatted("")))
                .contains("ALTER TABLE public.c ALTER COLUMN id SET DEFAULT 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_comes_to_parents_that_store_a_column_in_different_ways(String major) throws SQLException {
        String parents = "CREATE TABLE p (a text); CREATE TABLE q (a text);%s"
                + "ALTER TABLE ONLY q ALTER a SET STORAGE main, ALTER a SET COMPRESSION pglz;"
                + "ALTER TABLE ONLY p ALTER a SET COMPRESSION pglz;";
        assertThat(ObjectProof.becomes(
                        major, parents.formatted(""), parents.formatted("CREATE TABLE c () INHERITS (p, q);")))
                .contains(
                        "ALTER TABLE ONLY public.q ALTER COLUMN a SET STORAGE extended",
                        "ALTER TABLE ONLY public.q ALTER COLUMN a SET STORAGE main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_is_compressed_as_its_parent_comes_to_be(String major) throws SQLException {
        String tables = "CREATE TABLE p (a text); CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (p);"
                + "ALTER TABLE d ALTER a SET STORAGE external;";
        String packed = "ALTER TABLE %s ALTER a SET COMPRESSION pglz;";
        assertThat(
                        ObjectProof.becomes(
                                major,
                                tables,
                                tables + packed.formatted("p") + packed.formatted("c")
                                        + "ALTER TABLE ONLY p ALTER a SET STORAGE main; ALTER TABLE c ALTER a SET STORAGE main"))
                .contains("ALTER TABLE public.c ALTER COLUMN a SET COMPRESSION pglz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_keeps_its_own_storage_and_gives_up_what_its_parent_had(String major) throws SQLException {
        String tables = "CREATE TABLE p (a text); CREATE TABLE c () INHERITS (p);";
        String stored = "ALTER TABLE ONLY p ALTER a SET STORAGE main, ALTER a SET COMPRESSION pglz;"
                + "ALTER TABLE c ALTER a SET STORAGE external;";
        assertThat(ObjectProof.becomes(major, tables + stored, tables)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void the_index_of_a_partition_lies_where_that_of_its_parent_comes_to_lie(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            ScriptServer.makeTablespaces(live);
        }
        String tables = "CREATE TABLE p (id integer) PARTITION BY LIST (id);"
                + "CREATE TABLE c PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (id);";
        assertThat(ObjectProof.becomes(
                        major,
                        tables,
                        tables + "ALTER INDEX i SET TABLESPACE decant_space_1;"
                                + "ALTER INDEX c_id_idx SET TABLESPACE decant_space_1"))
                .contains("ALTER INDEX public.c_id_idx SET TABLESPACE decant_space_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_keeps_a_column_that_its_parent_no_longer_has(String major) throws SQLException {
        String rest = "CREATE TABLE other () INHERITS (p); CREATE TABLE leaf () INHERITS (c);"
                + "CREATE TABLE held () INHERITS (p); ";
        String both =
                "CREATE TABLE p (id integer, a text DEFAULT 'x', b integer); CREATE TABLE c () INHERITS (p);" + rest;
        String own =
                "CREATE TABLE p (id integer); CREATE TABLE c (a text DEFAULT 'x', b integer DEFAULT 4) INHERITS (p);"
                        + rest.replace("held ()", "held (b integer DEFAULT 5)");
        proveKept(major, both + "ALTER TABLE held ALTER COLUMN b SET DEFAULT 5;", own);
        proveKept(major, own, both + "ALTER TABLE held ALTER COLUMN b SET DEFAULT 5;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_child_keeps_a_column_that_it_had_its_own_way_and_that_refuses_null(String major) throws SQLException {
        String from = "CREATE TABLE p (id integer, a text NOT NULL, b integer); CREATE TABLE c () INHERITS (p);"
                + "CREATE TABLE other () INHERITS (p); CREATE TABLE leaf () INHERITS (c);"
                + "ALTER TABLE c ALTER COLUMN b SET DEFAULT 5;";
        String to = "CREATE TABLE p (id integer); CREATE TABLE c (a text NOT NULL, b integer DEFAULT 5) INHERITS (p);"
                + "CREATE TABLE other () INHERITS (p); CREATE TABLE leaf () INHERITS (c);";
        proveKept(major, from, to);
        proveKept(major, to, from);
        proveKept(major, from, to.replace("text NOT NULL", "text"));
    }

    /** Plans from one to the other and back; where a column was defined makes no difference. */
    private static void proveKept(String major, String from, String to) throws SQLException {
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(from);
            end.execute(to);
            Schema before = moving.inspect();
            Schema after = end.inspect();
            moving.execute("INSERT INTO c (id, a, b) VALUES (1, 'kept', 7)");
            moving.migrate(before, after);
            SchemaDifference.requireEqual(moving.inspect(), after);
            assertThat(moving.query("SELECT a || b FROM c")).containsExactly("kept7");
            moving.migrate(after, before);
            SchemaDifference.requireEqual(moving.inspect(), before);
            assertThat(moving.query("SELECT a || b FROM c")).containsExactly("kept7");
        }
    }

    @Test
    void a_column_of_a_child_gets_another_type_while_its_parent_has_none_of_that_name() throws SQLException {
        String own = "CREATE TABLE top (id integer); CREATE TABLE below (state integer) INHERITS (top);"
                + "ALTER TABLE below ALTER state SET STATISTICS 5";
        String brought = "CREATE TABLE top (id integer, state bigint); CREATE TABLE below () INHERITS (top);"
                + "ALTER TABLE below ALTER state SET STATISTICS 5";
        assertThat(ObjectProof.becomes(own, brought))
                .containsSequence(
                        "ALTER TABLE public.below ALTER COLUMN state TYPE bigint",
                        "ALTER TABLE public.top ADD COLUMN state bigint");
        assertThat(ObjectProof.becomes(brought, own))
                .containsSequence(
                        "ALTER TABLE ONLY public.top DROP COLUMN state",
                        "ALTER TABLE public.below ALTER COLUMN state TYPE integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STORED", "VIRTUAL"})
    void a_column_that_a_child_computes_becomes_one_that_its_parent_has_otherwise(String computed) throws SQLException {
        String tables =
                "CREATE TABLE p (id integer%s); CREATE TABLE c () INHERITS (p); CREATE TABLE d (%s) INHERITS (c);";
        ObjectProof.becomes(
                "18",
                tables.formatted("", "at text GENERATED ALWAYS AS (id + 1) " + computed),
                tables.formatted(", at date CONSTRAINT x NOT NULL DEFAULT now()", "")
                        + "ALTER TABLE ONLY d ALTER at SET STATISTICS 50");
    }

    @Test
    void a_column_of_a_parent_refuses_null_by_a_name_that_a_check_had() throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p); ALTER TABLE c ADD CONSTRAINT a ";
        ObjectProof.becomes("18", tables + "CHECK (id IN (1, 2)) NOT VALID", tables + "NOT NULL id NOT VALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void an_heir_of_two_goes_on_to_refuse_null_for_one_when_the_other_gets_parents(String major) throws SQLException {
        String parents = "CREATE TABLE top (id integer); CREATE TABLE counted (id serial);";
        String heir = "CREATE TABLE heir () INHERITS (p, counted)";
        assertThat(ObjectProof.becomes(
                        major,
                        parents + "CREATE TABLE p (id integer NOT NULL);" + heir,
                        parents + "CREATE TABLE p () INHERITS (top);" + heir))
                .contains("ALTER TABLE ONLY public.p ALTER COLUMN id DROP NOT NULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_partition_stores_values_of_a_domain_as_those_of_its_type_are_stored(String major) throws SQLException {
        String tables = "CREATE DOMAIN whole AS bigint; CREATE DOMAIN exact AS numeric; CREATE TYPE kind AS ENUM ('1');"
                + "CREATE TABLE p (id integer, a %s, b exact) PARTITION BY LIST (id);"
                + "CREATE TABLE c PARTITION OF p FOR VALUES IN (1);";
        ObjectProof.becomes(
                major,
                tables.formatted("whole") + "ALTER TABLE p ALTER a SET STATISTICS 9;",
                tables.formatted("kind[]")
                        + "ALTER TABLE p ALTER a SET STATISTICS 9, ALTER a SET STORAGE PLAIN, ALTER b SET STORAGE EXTERNAL;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_column_is_filled_by_a_function_that_reads_the_table_and_its_heirs(String major) throws SQLException {
        String tables = "CREATE TABLE p (id integer); CREATE TABLE c () INHERITS (p);"
                + "CREATE FUNCTION many() RETURNS integer STABLE BEGIN ATOMIC SELECT count(*)::integer FROM p; END;";
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            ObjectProof.run(live, tables + "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2);");
            ObjectProof.run(
                    wanted,
                    "CREATE TABLE p (id integer);"
                            + tables.substring(tables.indexOf("CREATE FUNCTION"))
                            + "ALTER TABLE p ADD n integer NOT NULL DEFAULT many(); CREATE TABLE c () INHERITS (p);");
            live.migrate(live.inspect(), wanted.inspect());
            assertThat(live.query("SELECT n FROM p")).containsExactly("2", "2");
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
        }
    }
}
