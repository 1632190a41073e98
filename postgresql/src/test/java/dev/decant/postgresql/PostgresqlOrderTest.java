package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What waits for what where it is not plain to see; each of these was once a pair of random scripts that no plan suited. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlOrderTest {
    private static final String OLDEST = "14";

    @Test
    void a_function_takes_the_place_of_one_with_other_arguments() throws SQLException {
        String users = """
                CREATE DOMAIN quantity AS integer DEFAULT f(7) CHECK (f(VALUE) > 0) CHECK (VALUE < 100);
                CREATE TABLE a (b integer DEFAULT f(5), c integer CHECK (f(c) > 1), d quantity);
                CREATE INDEX i ON a (f(b));
                CREATE VIEW v AS SELECT f(b) FROM a""";
        prove(
                "CREATE FUNCTION f(a bigint) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1';" + users,
                "CREATE FUNCTION f(a integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2';" + users);
    }

    @Test
    void functions_that_call_others_of_their_name_come_after_those_and_go_before_them() throws SQLException {
        String table = "CREATE TABLE o (id integer PRIMARY KEY);";
        prove(table, table + """
                CREATE FUNCTION z(x bigint) RETURNS numeric LANGUAGE sql STABLE RETURN x::numeric;
                CREATE FUNCTION z(x text) RETURNS numeric LANGUAGE sql STABLE RETURN z(x::bigint);
                CREATE FUNCTION z(x o) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT z(x.id)';
                CREATE FUNCTION a(x o) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT z(x)';""");
    }

    @Test
    void a_function_of_the_rows_goes_with_the_table_that_calls_it() throws SQLException {
        String rows = """
                CREATE TABLE %1$s (a integer);
                CREATE FUNCTION label(%1$s) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.a::text';
                CREATE INDEX i ON %1$s (label(%1$s.*));
                ALTER TABLE %1$s ADD CONSTRAINT c CHECK (label(%1$s.*) <> '')""";
        prove(rows.formatted("one"), rows.formatted("other"));
    }

    @Test
    void a_partition_leaves_with_its_key_before_that_of_its_table_goes() throws SQLException {
        prove("""
                CREATE TABLE t (a integer NOT NULL, CONSTRAINT t_key PRIMARY KEY (a)) PARTITION BY RANGE (a);
                CREATE TABLE kept (a integer NOT NULL, CONSTRAINT own_key PRIMARY KEY (a));
                ALTER TABLE t ATTACH PARTITION kept FOR VALUES FROM (1) TO (9)""", """
                CREATE TABLE t (a integer NOT NULL) PARTITION BY RANGE (a);
                CREATE TABLE kept (a integer NOT NULL)""");
    }

    @Test
    void a_partition_goes_before_another_takes_its_rows_and_its_view() throws SQLException {
        String table = "CREATE TABLE t (a integer) PARTITION BY HASH (a); CREATE TABLE %1$s PARTITION OF t"
                + " FOR VALUES WITH (MODULUS 4, REMAINDER 3); CREATE VIEW v AS SELECT a FROM %1$s";
        prove(table.formatted("t_old"), table.formatted("t_new"));
    }

    @Test
    void a_table_joins_a_parent_whose_column_of_another_type_goes() throws SQLException {
        prove("""
                CREATE TABLE parent (a integer, b date);
                CREATE TABLE child (a integer NOT NULL, b double precision)""", """
                CREATE TABLE parent (a integer);
                CREATE TABLE child (b double precision) INHERITS (parent)""");
    }

    @Test
    void a_view_reads_what_is_inherited_from_now_on() throws SQLException {
        String parent = "CREATE TABLE parent (a integer NOT NULL, b serial);";
        String rest = "CREATE VIEW v AS SELECT * FROM child; CREATE VIEW g AS SELECT a FROM child GROUP BY a";
        prove(
                parent + "CREATE TABLE child (a integer NOT NULL PRIMARY KEY);" + rest,
                parent + "CREATE TABLE child (PRIMARY KEY (a)) INHERITS (parent);" + rest);
    }

    @Test
    void a_key_takes_the_name_of_one_whose_table_cannot_go_first() throws SQLException {
        String tables =
                "CREATE TABLE %1$s (a integer CONSTRAINT its_key UNIQUE); CREATE TABLE child () INHERITS (%1$s)";
        prove(tables.formatted("one"), tables.formatted("other"));
    }

    @Test
    void an_index_of_a_partition_takes_the_name_that_another_brought_it() throws SQLException {
        String table = "CREATE TABLE t (a integer) PARTITION BY RANGE (a);"
                + "CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (9);";
        String index = "CREATE INDEX i ON t (a); COMMENT ON INDEX %s IS 'is one by itself'";
        prove(table + index.formatted("p_a_idx"), table + "CREATE INDEX h ON t (a);" + index.formatted("p_a_idx1"));
    }

    @Test
    void a_column_is_computed_from_one_that_an_heir_has_from_its_parent_again() throws SQLException {
        String tables = "CREATE TABLE p (id integer%s); CREATE TABLE c (%s) INHERITS (p);"
                + "CREATE POLICY mine ON c USING (at IS NOT NULL);";
        prove(
                tables.formatted("", "at varchar(9)"),
                tables.formatted(", more integer GENERATED ALWAYS AS (length(at)) STORED, at text", ""));
    }

    @Test
    void an_attribute_comes_with_the_enum_that_loses_a_label() throws SQLException {
        prove(
                "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TYPE day AS (at date)",
                "CREATE TYPE mood AS ENUM ('good'); CREATE TYPE day AS (at date, felt mood)");
    }

    @Test
    void what_compares_by_an_operator_comes_after_it_and_steps_aside_for_another() throws SQLException {
        String functions = """
                CREATE SCHEMA app;
                CREATE FUNCTION app.same(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
                CREATE FUNCTION app.less(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 < $2';""";
        String users = """
                CREATE OPERATOR app.=== (FUNCTION = app.%s, LEFTARG = integer, RIGHTARG = integer);
                CREATE DOMAIN d AS integer CHECK (VALUE OPERATOR(app.===) 7);
                CREATE TABLE t (a integer CHECK (a OPERATOR(app.===) 5), b d);
                CREATE INDEX i ON t (a) WHERE a OPERATOR(app.===) 3;
                CREATE VIEW a AS SELECT a OPERATOR(app.===) 1 AS b FROM t""";
        prove(functions, functions + users.formatted("same"));
        prove(functions + users.formatted("same"), functions + users.formatted("less"));
    }

    @Test
    void a_label_goes_under_a_domain_and_a_composite_type_of_it() throws SQLException {
        String types = """
                CREATE TYPE mood AS ENUM (%s);
                CREATE DOMAIN feeling AS mood DEFAULT 'good';
                CREATE TYPE day AS (at date, felt feeling, also mood[]);
                CREATE TABLE t (a feeling, b day, c mood DEFAULT 'good');
                CREATE VIEW v AS SELECT a, (b).felt, c FROM t""";
        prove(types.formatted("'good', 'bad', 'odd'"), types.formatted("'good', 'odd'"));
    }

    @Test
    void a_parent_takes_null_where_a_child_has_its_key() throws SQLException {
        String tables = "CREATE TABLE parent (a integer%s); CREATE TABLE child (PRIMARY KEY (a)) INHERITS (parent)";
        prove(tables.formatted(" GENERATED ALWAYS AS IDENTITY"), tables.formatted(""));
    }

    @Test
    void a_column_of_a_foreign_table_changes_its_type_and_no_row() throws SQLException {
        String server = "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;";
        prove(
                server + "CREATE FOREIGN TABLE t (a integer) SERVER there",
                server + "CREATE FOREIGN TABLE t (a boolean) SERVER there; CREATE VIEW v AS SELECT a FROM t");
    }

    @Test
    void a_table_is_no_longer_logged_once_it_is_no_longer_published() throws SQLException {
        prove(
                "CREATE TABLE t (a integer); CREATE TABLE u (a integer); CREATE PUBLICATION p FOR TABLE t, u",
                "CREATE UNLOGGED TABLE t (a integer); CREATE TABLE u (a integer); CREATE PUBLICATION p FOR TABLE u");
    }

    @Test
    void a_text_is_sorted_otherwise_under_what_is_computed_of_it() throws SQLException {
        String table = "CREATE TABLE t (a text%s, b text GENERATED ALWAYS AS (upper(a)) STORED)";
        prove(table.formatted(" COLLATE \"C\""), table.formatted(""));
    }

    @Test
    void a_label_goes_from_a_column_that_children_have_otherwise() throws SQLException {
        String tables = """
                CREATE TYPE mood AS ENUM (%s);
                CREATE TABLE parent (a mood DEFAULT 'bad', b mood[]);
                CREATE TABLE child (a mood DEFAULT 'good') INHERITS (parent);
                ALTER TABLE child ALTER b SET STATISTICS 50;
                CREATE TABLE parts (a mood, b integer) PARTITION BY LIST (b);
                CREATE TABLE part PARTITION OF parts (a DEFAULT 'good') DEFAULT""";
        prove(tables.formatted("'good', 'bad', 'odd'"), tables.formatted("'good', 'bad'"));
    }

    @Test
    void a_policy_goes_before_the_table_that_it_reads_even_when_its_own_goes_too() throws SQLException {
        prove("""
                CREATE TABLE parent (a integer);
                CREATE TABLE child () INHERITS (parent);
                CREATE POLICY p ON parent USING (EXISTS (SELECT FROM child))""", "CREATE TABLE other (a integer)");
    }

    @Test
    void an_alias_is_no_view_of_that_name() throws SQLException {
        prove("""
                CREATE SCHEMA app;
                CREATE TABLE app.users (a integer);
                CREATE VIEW app.v AS SELECT a FROM app.users WHERE a > 1;
                CREATE MATERIALIZED VIEW users AS SELECT a FROM app.v""", "CREATE SCHEMA app; CREATE TABLE app.users (a integer)");
    }

    @Test
    void a_sequence_of_another_type_counts_down() throws SQLException {
        prove("CREATE SEQUENCE s", "CREATE SEQUENCE s AS integer INCREMENT -1 CACHE 10");
    }

    @Test
    void tables_that_point_at_each_other_become_partitioned() throws SQLException {
        String table = "CREATE TABLE %1$s (a integer, b text, UNIQUE (a, b)) %2$s;";
        String keys = """
                ALTER TABLE hens ADD CONSTRAINT laid FOREIGN KEY (a, b) REFERENCES eggs (a, b);
                ALTER TABLE eggs ADD CONSTRAINT hatched FOREIGN KEY (a, b) REFERENCES hens (a, b)""";
        prove(
                table.formatted("hens", "") + table.formatted("eggs", "") + keys,
                table.formatted("hens", "PARTITION BY LIST (a)")
                        + table.formatted("eggs", "PARTITION BY LIST (a)")
                        + keys);
    }

    @Test
    void a_table_points_at_another_and_both_become_partitioned() throws SQLException {
        String table = "CREATE TABLE %1$s (a integer, b text, UNIQUE (a, b)) %2$s;";
        String key = "ALTER TABLE visits ADD CONSTRAINT made FOREIGN KEY (a, b) REFERENCES people (a, b)";
        prove(
                table.formatted("people", "") + table.formatted("visits", "") + key,
                table.formatted("people", "PARTITION BY HASH (a)")
                        + table.formatted("visits", "PARTITION BY LIST (b)")
                        + key);
    }

    @Test
    void a_partition_leaves_before_its_table_is_no_longer_partitioned() throws SQLException {
        String year = "a integer, at date, UNIQUE (a, at)";
        prove(
                "CREATE TABLE log (" + year + ") PARTITION BY LIST (at);"
                        + "CREATE TABLE log_1 PARTITION OF log FOR VALUES IN ('2025-01-01')",
                "CREATE TABLE log (" + year + "); CREATE TABLE log_1 (" + year + ")");
    }

    @Test
    void a_partition_gets_another_bound_and_check_and_its_column_is_never_null() throws SQLException {
        String table = """
                CREATE TABLE t (a integer %s) PARTITION BY RANGE (a);
                CREATE TABLE p PARTITION OF t (CONSTRAINT low CHECK (a > %s)) FOR VALUES FROM (1) TO (%s)""";
        prove(table.formatted("", "2", "10"), table.formatted("NOT NULL", "3", "20"));
    }

    @Test
    void a_language_comes_before_the_functions_in_it_and_goes_after_them() throws SQLException {
        String language = "CREATE LANGUAGE plmine HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;";
        prove(
                "SELECT 1",
                language + "CREATE FUNCTION f() RETURNS integer LANGUAGE plmine AS $$ BEGIN RETURN 1; END $$");
    }

    @Test
    void a_column_is_no_view_of_that_name() throws SQLException {
        prove("""
                CREATE SCHEMA app;
                CREATE TABLE users (id integer, votes integer);
                CREATE VIEW app.voters AS SELECT id, votes FROM users WHERE votes > 1;
                CREATE VIEW app.votes AS SELECT v.id FROM app.voters v JOIN users u ON v.id = u.id""", """
                CREATE SCHEMA app;
                CREATE TABLE people (id integer, votes integer);
                CREATE VIEW app.voters AS SELECT id, votes FROM people WHERE votes > 1;
                CREATE VIEW app.votes AS SELECT v.id FROM app.voters v JOIN people u ON v.id = u.id""");
    }

    @Test
    void what_a_view_repeats_is_no_view_of_that_name() throws SQLException {
        prove("""
                CREATE SCHEMA app;
                CREATE RECURSIVE VIEW app.up (id) AS SELECT 1 UNION ALL SELECT id + 1 FROM up WHERE id < 9;
                CREATE VIEW up AS SELECT * FROM app.up""", "SELECT 1");
    }

    @Test
    void a_foreign_key_comes_back_once_the_key_that_goes_is_gone() throws SQLException {
        String table = "CREATE TABLE t (id integer NOT NULL %s);"
                + "ALTER TABLE t ADD CONSTRAINT other UNIQUE (id);"
                + "ALTER TABLE t ADD CONSTRAINT up FOREIGN KEY (id) REFERENCES t (id);"
                + "CREATE VIEW v AS SELECT id, count(*) AS many FROM t GROUP BY id";
        prove(table.formatted("PRIMARY KEY"), table.formatted(""));
    }

    @Test
    void a_default_calls_what_counts_the_rows_of_its_own_table() throws SQLException {
        assertThat(ObjectProof.becomes("""
                CREATE TABLE t (id integer);
                CREATE FUNCTION rows_of_t() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
                ALTER TABLE t ADD COLUMN n bigint DEFAULT rows_of_t()""", "SELECT 1"))
                .containsExactly(
                        "ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT",
                        "DROP FUNCTION public.rows_of_t()",
                        "DROP TABLE public.t");
    }

    @Test
    void an_operator_class_is_no_user_of_a_routine_that_is_called_like_it() throws SQLException {
        String tables = """
                CREATE FUNCTION backwards(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $2 - $1';
                CREATE OPERATOR CLASS down FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =,
                    OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards(integer, integer);
                CREATE TABLE t (id integer) PARTITION BY RANGE (id down);
                """;
        String routine = "CREATE FUNCTION down(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'";
        assertThat(ObjectProof.becomes(tables + routine, tables)).containsExactly("DROP FUNCTION public.down(integer)");
    }

    /** There and back; of a table that joins a parent later, the server remembers that its columns were its own, as pg_dump would tell. */
    private static void prove(String from, String to) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(OLDEST);
                LiveDatabase wanted = LiveDatabase.open(OLDEST)) {
            live.execute(from);
            wanted.execute(to);
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            Plan plan = live.migrate(before, after);
            SchemaDifference.requireEqual(live.inspect(), after);
            live.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            SchemaDifference.requireEqual(live.inspect(), before);
        }
    }
}
