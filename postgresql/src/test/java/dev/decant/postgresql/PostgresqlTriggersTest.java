package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.model.trigger.Trigger;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlTriggersTest {
    private static final String DEFINITIONS = """
            SELECT pg_get_triggerdef(t.oid) || t.tgenabled::text || coalesce(obj_description(t.oid, 'pg_trigger'), '')
            FROM pg_trigger t
            WHERE NOT t.tgisinternal
            ORDER BY 1
            """;

    private static final String TABLES = """
            CREATE TABLE t (a integer PRIMARY KEY, "B" text);
            CREATE TABLE u (a integer);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE FUNCTION "G"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            """;

    static final String ALL = TABLES + """
            CREATE TRIGGER plain BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER "When (" BEFORE UPDATE OF "B", a OR INSERT OR DELETE ON t FOR EACH ROW
              WHEN (pg_trigger_depth() < 1 AND ')' <> 'WHEN (') EXECUTE FUNCTION "G"('it''s', 'WHEN (x)', '', 'ü');
            CREATE TRIGGER changed AFTER UPDATE ON t FOR EACH ROW
              WHEN (OLD."B" IS DISTINCT FROM NEW."B") EXECUTE FUNCTION f();
            CREATE TRIGGER emptied AFTER TRUNCATE ON t EXECUTE FUNCTION f();
            CREATE TRIGGER rows_changed AFTER UPDATE ON t REFERENCING OLD TABLE AS before NEW TABLE AS "After"
              FOR EACH STATEMENT EXECUTE FUNCTION f();
            CREATE TRIGGER shown INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON t FROM u DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION f();
            CREATE CONSTRAINT TRIGGER at_once AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE CONSTRAINT TRIGGER later AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER plain BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER replayed BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER everywhere BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
            ALTER TABLE u DISABLE TRIGGER plain;
            ALTER TABLE u ENABLE REPLICA TRIGGER replayed;
            ALTER TABLE u ENABLE ALWAYS TRIGGER everywhere;
            COMMENT ON TRIGGER plain ON u IS 'it''s off';
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void triggers_are_read_and_made_again(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, ALL, DEFINITIONS);
        assertThat(schema.objects(Trigger.KIND)).hasSize(12);
    }

    @Test
    void a_trigger_is_replaced_where_the_server_lets_it() throws SQLException {
        assertThat(ObjectProof.becomes(
                        TABLES + "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
                        TABLES + """
                        CREATE TRIGGER x AFTER UPDATE OF a ON t EXECUTE FUNCTION "G"('1');
                        ALTER TABLE t DISABLE TRIGGER x
                        """))
                .containsExactly("CREATE OR REPLACE TRIGGER x", "ALTER TABLE public.t DISABLE TRIGGER x");
    }

    @Test
    void a_constraint_trigger_is_dropped_and_made_anew() throws SQLException {
        assertThat(ObjectProof.becomes(
                        TABLES + "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
                        TABLES + """
                        CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()
                        """))
                .containsExactly("DROP TRIGGER x ON public.t", "CREATE CONSTRAINT TRIGGER x");
    }

    @Test
    void a_trigger_steps_aside_for_the_columns_and_the_function_that_it_needs() throws SQLException {
        String trigger = """
                CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD."B" <> NEW."B") EXECUTE FUNCTION %s();
                """;
        assertThat(ObjectProof.becomes(
                        TABLES + trigger.formatted("f"),
                        TABLES.replace("a integer PRIMARY", "a bigint PRIMARY").replace("\"B\" text", "\"B\" varchar(9)")
                                + trigger.formatted("\"G\"")))
                .contains("DROP TRIGGER x ON public.t", "CREATE TRIGGER x");
    }
}
