package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.model.routine.Routine;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlRoutinesTest {
    /** What the server keeps of every routine, in its own words. */
    private static final String DEFINITIONS = """
            SELECT pg_get_functiondef(p.oid) || coalesce(obj_description(p.oid, 'pg_proc'), '')
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN ('public', 'Other Space')
            ORDER BY 1
            """;

    static final String ALL = """
            CREATE SCHEMA "Other Space";
            CREATE TYPE mood AS ENUM ('glad', 'sad');
            CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5
              AS 'SELECT $1 + $2';
            CREATE FUNCTION add(a text, b varchar(20) DEFAULT 'it''s', c mood DEFAULT 'glad') RETURNS text
              LANGUAGE sql STABLE LEAKPROOF AS $$SELECT a || b || c$$;
            CREATE FUNCTION "Other Space"."Odd ""name"(INOUT "Select" numeric(10, 2), OUT b character, OUT "char" "char")
              LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, "Other Space", "$user" SET "DateStyle" = 'ISO, MDY'
              SET work_mem FROM CURRENT
              AS $f$ BEGIN b := '$$'; "char" := 'x'; END $f$;
            CREATE FUNCTION many(VARIADIC "all" integer[]) RETURNS SETOF integer LANGUAGE sql ROWS 7 SET search_path = ''
              AS 'SELECT pg_catalog.unnest("all")';
            CREATE FUNCTION pairs(n integer) RETURNS TABLE (a integer, "B" mood[]) LANGUAGE plpgsql AS $$
            BEGIN
              RETURN QUERY SELECT n, ARRAY['sad'::mood];
            END
            $$;
            CREATE FUNCTION one(n integer = 1) RETURNS TABLE (a bigint) LANGUAGE sql AS 'SELECT n::bigint';
            CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql RETURN n * 2;
            CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT twice(2)::bigint; END;
            CREATE FUNCTION any_of(anyelement, "any") RETURNS anyelement LANGUAGE internal AS 'int4pl';
            CREATE FUNCTION of_c(cstring, oid, integer) RETURNS cstring LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
            CREATE FUNCTION rank_of() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
            CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
            CREATE FUNCTION helped(integer, integer) RETURNS SETOF integer LANGUAGE internal COST 2.5 ROWS 1000
              SUPPORT generate_series_int4_support AS 'generate_series_int4';
            CREATE PROCEDURE work(a integer, OUT c integer, INOUT b text DEFAULT NULL) LANGUAGE plpgsql AS 'BEGIN c := a; END';
            CREATE PROCEDURE work(a text) LANGUAGE sql BEGIN ATOMIC SELECT a; END;
            COMMENT ON PROCEDURE work(text) IS 'works';
            COMMENT ON FUNCTION add(integer, integer) IS 'it''s a sum';
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void routines_are_read_and_made_again(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, ALL, DEFINITIONS);
        assertThat(schema.objects(Routine.KIND)).hasSize(15);
    }

    @Test
    void a_routine_is_replaced_where_the_server_lets_it() throws SQLException {
        assertThat(ObjectProof.becomes("""
                        CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'
                        """, """
                        CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql STABLE COST 7 SET work_mem = '1MB'
                        AS 'BEGIN RETURN a; END'
                        """)).containsExactly("CREATE OR REPLACE FUNCTION public.f(a integer)");
    }

    @Test
    void functions_that_need_each_other_and_tables_that_need_functions_are_made_in_an_order_that_works()
            throws SQLException {
        ObjectProof.isMadeAgain("17", """
                SET check_function_bodies = off;
                CREATE FUNCTION even(n integer) RETURNS boolean LANGUAGE sql AS 'SELECT n = 0 OR odd(n - 1)';
                CREATE FUNCTION odd(n integer) RETURNS boolean LANGUAGE sql AS 'SELECT n <> 0 AND even(n - 1)';
                CREATE FUNCTION next_number() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM numbered';
                CREATE FUNCTION latest() RETURNS bigint LANGUAGE plpgsql AS $$
                DECLARE
                  latest numbered%ROWTYPE;
                BEGIN
                  RETURN latest.n;
                END
                $$;
                CREATE TABLE numbered (n bigint DEFAULT next_number(), m bigint DEFAULT latest());
                CREATE FUNCTION elsewhere() RETURNS bigint LANGUAGE sql AS 'SELECT a FROM only_there, gone.too';
                CREATE FUNCTION uses() RETURNS SETOF numbered LANGUAGE sql BEGIN ATOMIC SELECT * FROM numbered WHERE odd(n::integer); END;
                CREATE VIEW shown AS SELECT (uses()).n;
                """, DEFINITIONS);
    }

    @Test
    void a_body_that_was_written_for_another_search_path_is_made_again() throws SQLException {
        DumpRoundTrip.check("15", """
                CREATE SCHEMA app; SET search_path = app;
                CREATE TYPE mood AS ENUM ('ok');
                CREATE FUNCTION twice(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * a';
                CREATE FUNCTION best() RETURNS text LANGUAGE sql AS $$ SELECT 'ok'::mood::text $$;
                CREATE FUNCTION four() RETURNS integer LANGUAGE sql AS 'SELECT twice(2)';
                CREATE FUNCTION kept() RETURNS text LANGUAGE plpgsql AS $$
                DECLARE
                  one mood := 'ok';
                BEGIN
                  RETURN one;
                END
                $$;
                RESET search_path;
                """);
    }

    @Test
    void a_body_is_looked_into_when_all_that_it_mentions_is_there() throws SQLException {
        assertThat(ObjectProof.becomes("CREATE TABLE t (a integer)", """
                        CREATE TABLE t (a integer);
                        CREATE FUNCTION f() RETURNS SETOF integer LANGUAGE sql AS $$
                        WITH picked AS (SELECT public.t.a FROM t) SELECT a FROM picked, pg_class, generate_series(1, 2) LIMIT 1
                        $$;
                        """))
                .containsExactly("CREATE FUNCTION public.f()");
    }

    @Test
    void a_routine_that_cannot_be_replaced_is_dropped_and_made_with_what_rests_on_it() throws SQLException {
        assertThat(ObjectProof.becomes("""
                        CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                        CREATE VIEW v AS SELECT f(2) AS a;
                        """, """
                        CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                        CREATE VIEW v AS SELECT f(2) AS a;
                        """))
                .containsExactly(
                        "DROP VIEW public.v",
                        "DROP FUNCTION public.f(integer)",
                        "CREATE FUNCTION public.f(b integer)",
                        "CREATE VIEW public.v AS");
    }

    @Test
    void what_calls_a_function_waits_until_no_other_could_be_meant() throws SQLException {
        String table = "CREATE TABLE t (a integer DEFAULT f(5))";
        String function = "CREATE FUNCTION f(%s) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1';";
        assertThat(ObjectProof.becomes(
                        function.formatted("integer, VARIADIC r integer[] DEFAULT '{}'") + table,
                        function.formatted("integer") + function.formatted("text") + table))
                .endsWith(
                        "DROP FUNCTION public.f(integer, integer[])",
                        "ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(5)");
    }

    @Test
    void a_routine_that_calls_another_of_its_name_comes_after_it() throws SQLException {
        assertThat(ObjectProof.becomes("", """
                        SET check_function_bodies = off;
                        CREATE FUNCTION area(side integer) RETURNS integer LANGUAGE sql AS 'SELECT area(side, side)';
                        CREATE FUNCTION area(width integer, height integer) RETURNS integer LANGUAGE sql
                          AS 'SELECT area.width * height';
                        """))
                .containsExactly(
                        "CREATE FUNCTION public.area(width integer, height integer)",
                        "CREATE FUNCTION public.area(side integer)");
    }

    @Test
    void routines_of_one_name_that_call_each_other_are_made_again() throws SQLException {
        DumpRoundTrip.check("16", """
                SET check_function_bodies = off;
                CREATE FUNCTION area(side integer) RETURNS integer LANGUAGE sql AS 'SELECT area(side, side)';
                CREATE FUNCTION area(width integer, height integer) RETURNS integer LANGUAGE sql
                  AS 'SELECT CASE WHEN width = height THEN area(width) ELSE width * height END';
                """);
    }

    @Test
    void rows_of_a_table_that_loses_columns_later_are_not_looked_at_before() throws SQLException {
        DumpRoundTrip.between("15", """
                CREATE TABLE reports (id integer, sent date, payer integer);
                """, """
                CREATE TABLE reports (id integer, sent date);
                CREATE FUNCTION latest() RETURNS SETOF reports LANGUAGE sql AS 'SELECT r.id, r.sent FROM reports r';
                CREATE FUNCTION blank() RETURNS reports LANGUAGE sql AS 'SELECT 1, current_date';
                """);
    }

    @Test
    void a_function_may_be_called_by_a_word_that_is_no_name_elsewhere() throws SQLException {
        assertThat(ObjectProof.becomes("", """
                        CREATE FUNCTION "is"(a integer, b integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2';
                        CREATE FUNCTION adds_up(a integer) RETURNS boolean LANGUAGE sql AS 'SELECT is(a, 1 + 1)';
                        """))
                .containsExactly(
                        "CREATE FUNCTION public.\"is\"(a integer, b integer)",
                        "CREATE FUNCTION public.adds_up(a integer)");
    }

    @Test
    void a_function_that_counts_comes_after_the_sequence_of_a_table() throws SQLException {
        DumpRoundTrip.check("15", """
                CREATE TABLE companies (id serial PRIMARY KEY);
                CREATE FUNCTION ahead() RETURNS bigint LANGUAGE sql AS 'SELECT nextval(''companies_id_seq'')';
                """);
    }
}
