package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.RenameObject;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.compositetype.CompositeType;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of a composite type. */
class TypedTablesTest {
    private static final String PLACE = "CREATE TYPE place AS (street text, city text, zip integer);";
    private static final String HOMES =
            "CREATE TABLE homes OF place (street WITH OPTIONS NOT NULL, PRIMARY KEY (zip));";
    private static final String FACTS =
            "SELECT c.relname || ' ' || reloftype::regtype || ' ' || string_agg(attname || ' '"
                    + " || atttypid::regtype || ' ' || attnotnull, ', ' ORDER BY attnum) FROM pg_class c"
                    + " JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped"
                    + " WHERE reloftype <> 0 GROUP BY c.oid ORDER BY 1";

    @Test
    void a_typed_table_is_made_again_with_what_it_has_of_its_own() throws SQLException {
        ObjectProof.isMadeAgain(
                "18",
                PLACE + HOMES
                        + "CREATE TABLE offices OF place (zip DEFAULT 7, city WITH OPTIONS UNIQUE, CHECK (zip > 0));",
                FACTS);
    }

    @Test
    void a_table_that_counts_and_came_to_be_of_a_type_is_made_again() throws SQLException {
        ObjectProof.isMadeAgain(
                "18",
                PLACE + "CREATE TABLE homes (street text, city text, zip integer GENERATED ALWAYS AS IDENTITY);"
                        + "ALTER TABLE homes OF place;",
                FACTS);
    }

    @Test
    void a_table_comes_to_be_of_a_type_and_of_none() throws SQLException {
        assertThat(ObjectProof.becomes(
                        PLACE + "CREATE TABLE homes (street text NOT NULL, city text, zip integer PRIMARY KEY);",
                        PLACE + HOMES))
                .containsExactly("ALTER TABLE public.homes OF public.place");
    }

    @Test
    void a_table_follows_its_type_when_that_gets_other_attributes() throws SQLException {
        assertThat(ObjectProof.becomes(
                        PLACE + HOMES, PLACE.replace("integer", "bigint").replace(")", ", country text)") + HOMES))
                .startsWith("ALTER TABLE public.homes NOT OF")
                .endsWith("ALTER TABLE public.homes OF public.place");
        ObjectProof.becomes(PLACE + HOMES, PLACE.replace("place", "spot") + HOMES.replace("place", "spot"));
    }

    @Test
    void a_table_with_a_computed_column_comes_to_be_of_a_type_whose_columns_are_all_plain() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            String homes = "CREATE TABLE homes (street text, city text %s, zip integer)";
            ObjectProof.run(live, PLACE + homes.formatted("") + "; ALTER TABLE homes OF place;");
            ObjectProof.run(wanted, PLACE + homes.formatted("GENERATED ALWAYS AS ('Ulm') STORED"));
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            live.migrate(before, after);
            live.migrate(after, before);
            assertThat(live.inspect()).isEqualTo(before);
        }
    }

    @Test
    void a_table_is_made_anew_with_its_rows_when_an_attribute_comes_before_others() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            ObjectProof.run(live, PLACE + HOMES + "INSERT INTO homes VALUES ('Elm', 'Ulm', 7);");
            ObjectProof.run(wanted, PLACE.replace("city text, ", "") + HOMES);
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            live.migrate(before, after);
            assertThat(live.query("SELECT homes::text FROM homes")).containsExactly("(Elm,7)");
            live.migrate(after, before);
            assertThat(live.query("SELECT homes::text FROM homes")).containsExactly("(Elm,,7)");
        }
    }

    @Test
    void a_table_is_of_its_type_again_once_an_enum_within_has_other_labels() throws SQLException {
        String types = "CREATE TYPE kind AS ENUM (%s); CREATE TYPE \"order\" AS (x kind, y kind[]);"
                + "CREATE TABLE t OF \"order\" (x DEFAULT 'b');";
        assertThat(ObjectProof.becomes("14", types.formatted("'a', 'b'"), types.formatted("'b', 'c'")))
                .startsWith("ALTER TABLE public.t NOT OF")
                .endsWith("ALTER TABLE public.t OF public.\"order\"");
    }

    @Test
    void a_table_follows_its_type_when_that_gets_another_name() throws SQLException {
        Schema before = read("CREATE TYPE pair AS (x integer); CREATE TABLE t OF pair");
        Schema after = read("CREATE TYPE \"order\" AS (x integer); CREATE TABLE t OF \"order\"");
        List<Change> renamed = List.of(new RenameObject(
                new ObjectKey(CompositeType.KIND, ObjectName.of("public", "pair")), ObjectName.of("public", "order")));
        assertThat(Changes.apply(renamed, before, LiveDatabase.DIALECT.syntax()))
                .isEqualTo(after);
    }

    private static Schema read(String script) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14")) {
            ObjectProof.run(live, script);
            return live.inspect();
        }
    }

    @Test
    void a_table_divided_by_a_column_is_made_anew_with_its_type_when_that_column_becomes_another() throws SQLException {
        String types =
                "CREATE TYPE kind AS ENUM ('a', 'b'); CREATE TYPE size AS ENUM ('b', 'a'); CREATE TYPE pair AS (x %s, y integer);"
                        + "CREATE TABLE t OF pair PARTITION BY LIST (x);";
        String part = "CREATE TABLE ts PARTITION OF t FOR VALUES IN ('a');";
        assertThat(ObjectProof.becomes("14", types.formatted("kind") + part, types.formatted("size") + part))
                .startsWith("ALTER TABLE public.t NOT OF")
                .contains("CREATE TABLE public.t OF public.pair", "CREATE TABLE public.ts PARTITION OF public.t");
        ObjectProof.becomes("18", types.formatted("kind"), types.formatted("size[]"));
    }

    @Test
    void a_table_leaves_its_type_while_one_column_waits_for_a_type_that_waits_for_another_column() throws SQLException {
        String types = "CREATE TYPE pair AS (a %s); CREATE TYPE whole AS (%s); CREATE TABLE t OF whole;";
        assertThat(ObjectProof.becomes(
                        "14",
                        types.formatted("integer", "x text[], y pair"),
                        types.formatted("bigint", "x pair, y text[]")))
                .startsWith("ALTER TABLE public.t NOT OF")
                .endsWith("ALTER TABLE public.t OF public.whole");
    }

    @Test
    void a_table_leaves_its_type_for_good_before_what_that_is_made_of_becomes_another() throws SQLException {
        String types = "CREATE TYPE kind AS ENUM ('a', '%s');"
                + "CREATE TABLE t (id serial, n integer, k kind NOT NULL DEFAULT 'a'";
        assertThat(ObjectProof.becomes(
                        "18",
                        types.formatted("b") + "); CREATE TYPE whole AS (id integer, n integer, k kind);"
                                + "ALTER TABLE t OF whole",
                        types.formatted("c").replace("n integer, ", "") + ", later kind NOT NULL DEFAULT 'c')"))
                .startsWith("ALTER TABLE public.t NOT OF");
    }

    @Test
    void a_table_with_a_serial_column_that_came_to_be_of_a_type_is_made_again() throws SQLException {
        ObjectProof.isMadeAgain(
                "14",
                PLACE + "CREATE TABLE homes (street text, city text, zip serial); ALTER TABLE homes OF place;",
                FACTS);
    }
}
