package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignTablesTest {
    private static final String WRAPPER =
            "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there%s FOREIGN DATA WRAPPER far;";
    private static final String SERVER = WRAPPER.formatted("");
    private static final String TABLE = "CREATE FOREIGN TABLE f (a integer) SERVER there;"
            + "CREATE VIEW v AS SELECT a FROM f; COMMENT ON FOREIGN TABLE f IS 'far away'; GRANT SELECT ON f TO PUBLIC;";

    @Test
    void a_server_of_another_type_takes_its_tables_along() throws SQLException {
        assertThat(ObjectProof.becomes(SERVER + TABLE, WRAPPER.formatted(" TYPE 'x'") + TABLE))
                .startsWith("DROP VIEW public.v", "DROP FOREIGN TABLE public.f", "DROP SERVER there")
                .contains("CREATE FOREIGN TABLE public.f (", "CREATE VIEW public.v AS");
    }

    @Test
    void a_table_becomes_a_foreign_one_without_its_rows() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            ObjectProof.run(live, SERVER + "CREATE TABLE f (a integer); INSERT INTO f VALUES (1)");
            Schema plain = live.inspect();
            ObjectProof.run(live, "DROP TABLE f;" + TABLE);
            Schema foreign = live.inspect();
            live.migrate(foreign, plain);
            List<Statement> there = live.migrate(plain, foreign).statements().toList();
            assertThat(live.inspect()).isEqualTo(foreign);
            assertThat(there.getFirst().sql()).isEqualTo("DROP TABLE public.f");
            assertThat(there.getFirst().hazards()).extracting(Hazard::kind).contains(Hazard.Kind.DATA_LOSS);
        }
    }

    @Test
    void a_table_with_rows_for_one_that_becomes_foreign_keeps_them() throws SQLException {
        String child = "CREATE TABLE child (b integer) INHERITS (f); CREATE INDEX found ON child (a);"
                + "CREATE TABLE low () INHERITS (child); CREATE TABLE q (a integer NOT NULL);"
                + "CREATE TABLE two (a integer DEFAULT 5) INHERITS (f, q);";
        assertThat(ObjectProof.becomes(
                        SERVER + "CREATE TABLE f (a integer PRIMARY KEY, c text, CHECK (a > 0));" + child,
                        SERVER + "CREATE FOREIGN TABLE f (a integer, d date) SERVER there;" + child))
                .containsSubsequence(
                        "ALTER TABLE public.child NO INHERIT public.f",
                        "DROP TABLE public.f",
                        "ALTER TABLE public.child INHERIT public.f");
        try (LiveDatabase live = LiveDatabase.open("14")) {
            ObjectProof.run(live, SERVER + "CREATE TABLE f (a integer);" + child + "INSERT INTO child VALUES (1, 2)");
            Schema before = live.inspect();
            ObjectProof.run(
                    live,
                    "ALTER TABLE child NO INHERIT f; ALTER TABLE two NO INHERIT f; DROP TABLE f;" + TABLE
                            + "ALTER TABLE child INHERIT f; ALTER TABLE two INHERIT f");
            live.migrate(live.inspect(), before);
            assertThat(live.query("SELECT f.a || ' ' || b FROM f JOIN child USING (a)"))
                    .containsExactly("1 2");
        }
    }

    @Test
    void an_identity_comes_to_a_foreign_table_without_a_look_at_its_rows() throws SQLException {
        String table =
                "CREATE FOREIGN TABLE f (a integer NOT NULL%s) SERVER there; CREATE TABLE child () INHERITS (f);";
        assertThat(ObjectProof.becomes(
                        SERVER + table.formatted(""), SERVER + table.formatted(" GENERATED ALWAYS AS IDENTITY")))
                .noneMatch(sql -> sql.startsWith("SELECT"));
    }

    @Test
    void a_serial_counts_what_is_here_when_its_table_leaves_a_parent_and_holds_rows_of_another_server()
            throws SQLException {
        String table =
                "CREATE TABLE p (id integer); CREATE TABLE c %s; CREATE FOREIGN TABLE f () INHERITS (c) SERVER there;";
        ObjectProof.becomes(
                SERVER + table.formatted("() INHERITS (p)"), SERVER + table.formatted("(id serial PRIMARY KEY)"));
    }

    @Test
    void a_type_gets_a_successor_in_a_foreign_table_too() throws SQLException {
        String range = "CREATE TYPE r AS RANGE (SUBTYPE = %s);";
        String table = SERVER + "CREATE FOREIGN TABLE f (a r) SERVER there;";
        assertThat(ObjectProof.becomes(range.formatted("integer") + table, range.formatted("date") + table))
                .contains("ALTER TABLE public.f ALTER COLUMN a TYPE public.r");
    }

    @Test
    void whether_a_password_is_required_is_no_secret() throws SQLException {
        String mapping = SERVER + "CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS (password_required '%s')";
        assertThat(ObjectProof.becomes(mapping.formatted("true"), mapping.formatted("false")))
                .anyMatch(sql -> sql.contains("password_required"));
    }

    @Test
    void a_foreign_table_steps_aside_while_the_values_of_its_parent_are_computed_anew() throws SQLException {
        String range = "CREATE TYPE r AS RANGE (SUBTYPE = %s);";
        String table = SERVER + "CREATE TABLE p (a text, b r[]); CREATE FOREIGN TABLE f () INHERITS (p) SERVER there;"
                + "COMMENT ON FOREIGN TABLE f IS 'far away'; CREATE VIEW v AS SELECT b FROM f;";
        String before = range.formatted("integer") + table;
        assertThat(ObjectProof.becomes(before, before.replace("a text", "a bigint")))
                .contains(
                        "DROP FOREIGN TABLE public.f",
                        "ALTER TABLE public.p ALTER COLUMN a TYPE bigint USING a::bigint");
        ObjectProof.becomes(before, range.formatted("date") + table);
        ObjectProof.becomes(before, range.formatted("date") + SERVER + "CREATE TABLE p (a text, b r[])");
    }

    @Test
    void a_table_that_is_made_anew_takes_no_rows_of_another_server_along() throws SQLException {
        String child = "CREATE FOREIGN TABLE f () INHERITS (p) SERVER there;";
        ObjectProof.becomes(
                SERVER + "CREATE TABLE p (id integer);" + child,
                SERVER + "CREATE TABLE p (id integer) PARTITION BY HASH (id);");
    }

    @Test
    void a_foreign_table_is_compressed_like_its_parent() throws SQLException {
        String table = SERVER + "CREATE TABLE p (a text %s); CREATE FOREIGN TABLE f () INHERITS (p) SERVER there;";
        ObjectProof.becomes(table.formatted(""), table.formatted("COMPRESSION pglz"));
    }

    @Test
    void a_foreign_table_does_not_step_aside_with_rows_that_another_table_holds_for_it() {
        String tables = SERVER + "CREATE TABLE p (a text); CREATE FOREIGN TABLE f () INHERITS (p) SERVER there;"
                + "CREATE TABLE c () INHERITS (f);";
        assertThatThrownBy(() -> ObjectProof.becomes(tables, tables.replace("a text", "a bigint")))
                .hasMessageContaining("DCT-411 table public.c");
    }

    @Test
    void what_is_computed_of_a_column_of_a_parent_that_is_left_goes_first() throws SQLException {
        String tables = SERVER + "CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);";
        ObjectProof.becomes(
                tables + "CREATE FOREIGN TABLE f () INHERITS (p) SERVER there",
                tables + "CREATE FOREIGN TABLE f (c text) SERVER there");
    }

    @Test
    void a_table_that_comes_to_divide_its_rows_takes_those_of_its_heirs_along_but_not_those_of_other_servers()
            throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14");
                LiveDatabase wanted = LiveDatabase.open("14")) {
            ObjectProof.run(
                    live,
                    SERVER + "CREATE TABLE t (id serial); CREATE TABLE heir () INHERITS (t);"
                            + "CREATE FOREIGN TABLE low () INHERITS (heir) SERVER there;"
                            + "INSERT INTO t VALUES (1); INSERT INTO heir VALUES (2);");
            ObjectProof.run(
                    wanted,
                    SERVER + "CREATE TABLE t (id serial) PARTITION BY LIST (id);"
                            + "CREATE TABLE ts PARTITION OF t DEFAULT;");
            Schema before = live.inspect();
            live.migrate(before, wanted.inspect());
            assertThat(live.query("SELECT id FROM ts ORDER BY 1")).containsExactly("1", "2");
            live.migrate(wanted.inspect(), before);
            assertThat(live.query("SELECT id FROM ONLY t ORDER BY 1")).containsExactly("1", "2");
            assertThat(live.inspect()).isEqualTo(before);
        }
    }
}
