package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.Scope;
import dev.decant.diff.Differ;
import dev.decant.diff.ObviousAnswers;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan builds again belongs to whom it belonged, and roles may do with it what they could, although neither is compared. */
class KeptAccessTest {
    /** Everything that has an owner, with that and with what roles may do, in the server's own words. */
    private static final String FACTS = """
            SELECT x.what || ' of ' || r.rolname || ': ' || coalesce(
              (SELECT string_agg(acl::text, ' ' ORDER BY acl::text) FROM unnest(x.acl) acl), '')
            FROM (
              SELECT c.oid::regclass::text, c.relowner, c.relacl FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                AND c.relnamespace = 'app'::regnamespace
              UNION ALL
              SELECT a.attrelid::regclass || '.' || a.attname, c.relowner, a.attacl
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
              WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relnamespace = 'app'::regnamespace
              UNION ALL
              SELECT p.oid::regprocedure::text, p.proowner, p.proacl FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
              UNION ALL
              SELECT 'type ' || t.oid::regtype, t.typowner, t.typacl FROM pg_type t
              WHERE t.typnamespace = 'app'::regnamespace AND t.typtype IN ('e', 'd', 'r')
              UNION ALL
              SELECT 'statistics ' || s.stxname, s.stxowner, NULL FROM pg_statistic_ext s WHERE s.stxnamespace = 'app'::regnamespace
            ) x (what, owner, acl)
            JOIN pg_roles r ON r.oid = x.owner
            ORDER BY 1
            """;

    private static final String BEFORE = """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('ok', 'sad', 'glad');
            CREATE DOMAIN app.moods AS app.mood CHECK (VALUE <> 'sad');
            CREATE TABLE app.t (id serial PRIMARY KEY, a integer, b integer, m app.moods);
            CREATE STATISTICS app.s ON a, b FROM app.t;
            CREATE VIEW app.v AS SELECT id, a FROM app.t;
            CREATE VIEW app.w AS SELECT a FROM app.v;
            CREATE MATERIALIZED VIEW app.x AS SELECT a FROM app.v;
            CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION app.f(text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE TABLE app.plain (id integer, n serial, note text);
            CREATE TABLE app.gone (id serial);
            """;

    private static final String AFTER = """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('ok', 'sad');
            CREATE DOMAIN app.moods AS app.mood CHECK (VALUE <> 'sad');
            CREATE TABLE app.t (id serial PRIMARY KEY, a bigint, b integer, m app.moods);
            CREATE STATISTICS app.s ON a, b FROM app.t;
            CREATE VIEW app.v AS SELECT id, a FROM app.t;
            CREATE VIEW app.w AS SELECT a FROM app.v;
            CREATE MATERIALIZED VIEW app.x AS SELECT a FROM app.v;
            CREATE FUNCTION app.f(integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
            CREATE FUNCTION app.f(text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE TABLE app.plain (id integer, n serial, note text) PARTITION BY LIST (id);
            """;

    private static String access(String boss, String clerk) {
        return """
                CREATE ROLE boss; CREATE ROLE clerk;
                GRANT CREATE, USAGE ON SCHEMA app TO boss;
                GRANT SELECT ON app.v, app.x, app.plain, app.gone TO clerk WITH GRANT OPTION;
                GRANT SELECT (a) ON app.w TO clerk; GRANT SELECT ON app.w TO PUBLIC; GRANT SELECT ON app.w TO CURRENT_USER;
                GRANT SELECT (id, note), UPDATE ON app.plain TO clerk; GRANT USAGE ON app.plain_n_seq, app.gone_id_seq TO clerk;
                GRANT SELECT (a, b) ON app.t TO clerk;
                REVOKE EXECUTE ON FUNCTION app.f(integer) FROM PUBLIC; GRANT EXECUTE ON FUNCTION app.f(integer) TO clerk;
                REVOKE USAGE ON TYPE app.mood FROM PUBLIC; GRANT USAGE ON TYPE app.moods TO clerk;
                ALTER VIEW app.v OWNER TO boss; ALTER VIEW app.w OWNER TO boss; ALTER MATERIALIZED VIEW app.x OWNER TO boss;
                ALTER FUNCTION app.f(integer) OWNER TO boss; ALTER TYPE app.mood OWNER TO boss; ALTER DOMAIN app.moods OWNER TO boss;
                ALTER TABLE app.plain OWNER TO boss; ALTER TABLE app.gone OWNER TO boss; ALTER STATISTICS app.s OWNER TO boss;
                """.replace("boss", boss).replace("clerk", clerk);
    }

    private static Plan plan(LiveDatabase live, LiveDatabase wanted, FormerName... renames) throws SQLException {
        Schema access = LiveDatabase.DATABASE.access(live.connection(), Scope.EVERYTHING);
        Schema before = live.inspect();
        return new Planner(LiveDatabase.DIALECT)
                .keeping(access)
                .plan(
                        before,
                        new Differ(LiveDatabase.DIALECT, List.of(renames), new ObviousAnswers())
                                .diff(before, wanted.inspect()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_is_built_again_keeps_its_owner_and_its_privileges(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(BEFORE);
            live.execute(access("boss_" + live.name(), "clerk_" + live.name()));
            wanted.execute(AFTER);
            List<String> facts = live.query(FACTS);
            Plan plan = plan(live, wanted);
            live.run(plan);
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
            assertThat(live.query(FACTS))
                    .isEqualTo(facts.stream()
                            .filter(fact -> !fact.startsWith("app.gone"))
                            .toList());
            assertThat(plan.changes())
                    .noneMatch(change -> change.subject().startsWith("owner")
                            || change.subject().startsWith("privileges"));
        }
    }

    @Test
    void it_follows_renames_and_lets_go_of_columns_that_go() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            String clerk = "clerk_" + live.name();
            live.execute("""
                    CREATE SCHEMA app; CREATE ROLE clerk; CREATE TABLE app.former (id integer, a integer, b integer, c integer);
                    CREATE VIEW app.seen AS SELECT a FROM app.former; CREATE VIEW app.every AS SELECT id, a, b FROM app.former;
                    GRANT SELECT (a, b), UPDATE ON app.former TO clerk; GRANT SELECT ON app.seen TO clerk;
                    GRANT SELECT (a, b) ON app.every TO clerk; ALTER VIEW app.seen OWNER TO pg_monitor;
                    """.replace("clerk", clerk));
            wanted.execute("""
                    CREATE SCHEMA app; CREATE TABLE app.later (id bigint, a bigint);
                    CREATE VIEW app.seen AS SELECT a FROM app.later; CREATE VIEW app.every AS SELECT id, a FROM app.later;
                    """);
            FormerName renamed = new FormerName(new Reference.ToTable(ObjectName.of("app", "later")), "app.former");
            live.run(plan(live, wanted, renamed));
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
            assertThat(live.query(FACTS))
                    .contains(
                            "app.seen of pg_monitor: " + clerk + "=r/pg_monitor pg_monitor=arwdDxt/pg_monitor",
                            "app.every.a of postgres: " + clerk + "=r/postgres")
                    .anyMatch(fact -> fact.startsWith("app.later of postgres: " + clerk + "=w/postgres"))
                    .noneMatch(fact -> fact.startsWith("app.later.b"));
        }
    }

    @Test
    void a_table_of_the_name_of_a_type_belongs_to_whoever_makes_it() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute("CREATE SCHEMA app; CREATE TYPE app.n AS ENUM ('a'); ALTER TYPE app.n OWNER TO pg_monitor;"
                    + "GRANT USAGE ON TYPE app.n TO pg_read_all_data");
            wanted.execute("CREATE SCHEMA app; CREATE TABLE app.n (id serial)");
            live.run(plan(live, wanted));
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
            assertThat(live.query(FACTS)).first().isEqualTo("app.n of postgres: ");
        }
    }

    @Test
    void a_composite_type_that_another_takes_the_place_of_keeps_its_owner() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14");
                LiveDatabase wanted = LiveDatabase.open("14")) {
            live.execute("CREATE TYPE pair AS (a integer); ALTER TYPE pair OWNER TO pg_monitor");
            wanted.execute("CREATE TYPE pair AS (a text)");
            live.run(plan(live, wanted));
            assertThat(live.query("SELECT typowner::regrole FROM pg_type WHERE typname = 'pair'"))
                    .containsExactly("pg_monitor");
        }
    }

    @Test
    void a_composite_type_of_the_name_of_a_table_has_nothing_of_what_roles_could_do_with_that() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14");
                LiveDatabase wanted = LiveDatabase.open("14")) {
            live.execute("CREATE TABLE pair (a integer); ALTER TABLE pair OWNER TO pg_monitor;"
                    + "GRANT SELECT ON pair TO pg_read_all_data");
            wanted.execute("CREATE TYPE pair AS (a integer)");
            live.run(plan(live, wanted));
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
        }
    }
}
