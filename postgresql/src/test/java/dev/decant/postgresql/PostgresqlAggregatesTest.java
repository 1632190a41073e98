package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.eventtrigger.EventTrigger;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlAggregatesTest {
    private static final String FACTS = """
            SELECT p.oid::regprocedure || pg_get_function_arguments(p.oid) || p.proparallel::text
              || (to_jsonb(a) || jsonb_build_object('aggtranstype', a.aggtranstype::regtype,
                'aggmtranstype', a.aggmtranstype::regtype, 'comment', obj_description(p.oid)))::text
            FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid::oid
            WHERE p.pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT (to_jsonb(t) - 'oid' || jsonb_build_object(
              'evtfoid', t.evtfoid::regproc, 'evtowner', '', 'comment', obj_description(t.oid)))::text
            FROM pg_event_trigger t
            ORDER BY 1
            """;

    static final String ALL = """
            CREATE TYPE "Mood" AS ENUM ('glad');
            CREATE FUNCTION first_of("Mood", "Mood") RETURNS "Mood" LANGUAGE sql AS 'SELECT coalesce($1, $2)';
            CREATE AGGREGATE first("Mood") (SFUNC = first_of, STYPE = "Mood");
            CREATE FUNCTION compound(a anyarray, b anyarray) RETURNS anyarray LANGUAGE sql AS 'SELECT a || b';
            CREATE AGGREGATE compound(anyarray) (SFUNC = compound, STYPE = anyarray, INITCOND = '{}');
            CREATE AGGREGATE total(n integer) (
              SFUNC = int4_sum, STYPE = bigint, SSPACE = 64, COMBINEFUNC = int8pl, INITCOND = '0', PARALLEL = SAFE);
            CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
            CREATE AGGREGATE moving(bigint) (
              SFUNC = int8_avg_accum, STYPE = internal, FINALFUNC = numeric_poly_avg, FINALFUNC_MODIFY = SHAREABLE,
              COMBINEFUNC = int8_avg_combine, SERIALFUNC = int8_avg_serialize, DESERIALFUNC = int8_avg_deserialize,
              MSFUNC = int8_avg_accum, MINVFUNC = int8_avg_accum_inv, MSTYPE = internal, MSSPACE = 32,
              MFINALFUNC = numeric_poly_avg, MFINALFUNC_MODIFY = READ_WRITE);
            CREATE AGGREGATE smallest(integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <);
            CREATE AGGREGATE middle(double precision ORDER BY anyelement) (
              SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
            CREATE AGGREGATE placed(VARIADIC "any" ORDER BY VARIADIC "any") (
              SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
            CREATE AGGREGATE joined(VARIADIC list text[]) (SFUNC = array_cat, STYPE = text[]);
            COMMENT ON AGGREGATE rows(*) IS 'counts';
            COMMENT ON AGGREGATE placed(VARIADIC "any" ORDER BY VARIADIC "any") IS 'a rank';
            CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION watch();
            CREATE EVENT TRIGGER "Drops" ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION watch();
            ALTER EVENT TRIGGER watching ENABLE ALWAYS;
            ALTER EVENT TRIGGER "Drops" DISABLE;
            COMMENT ON EVENT TRIGGER watching IS 'who did it';
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void aggregates_and_event_triggers_are_read_and_made_again(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, ALL, FACTS);
        assertThat(schema.objects(Aggregate.KIND)).hasSize(9);
        assertThat(schema.objects(EventTrigger.KIND)).hasSize(2);
    }

    @Test
    void an_aggregate_is_replaced_as_long_as_it_returns_the_same() throws SQLException {
        assertThat(ObjectProof.becomes(
                        "CREATE AGGREGATE total(integer) (SFUNC = int4_sum, STYPE = bigint)",
                        "CREATE AGGREGATE total(integer) (SFUNC = int4_sum, STYPE = bigint, INITCOND = '0')"))
                .containsExactly("CREATE OR REPLACE AGGREGATE public.total(integer) (");
        assertThat(ObjectProof.becomes(
                        "CREATE AGGREGATE total(integer) (SFUNC = int4_sum, STYPE = bigint)",
                        "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer)"))
                .containsExactly("DROP AGGREGATE public.total(integer)", "CREATE AGGREGATE public.total(integer) (");
    }

    @Test
    void an_event_trigger_is_made_anew_when_it_waits_for_something_else() throws SQLException {
        String function = "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';";
        assertThat(ObjectProof.becomes(
                        function + "CREATE EVENT TRIGGER w ON ddl_command_end EXECUTE FUNCTION watch()",
                        function + "CREATE EVENT TRIGGER w ON ddl_command_start EXECUTE FUNCTION watch()"))
                .containsExactly("DROP EVENT TRIGGER w", "CREATE EVENT TRIGGER w ON ddl_command_start");
    }
}
