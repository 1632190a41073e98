package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.config.Globs;
import dev.decant.database.Scope;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.policy.Policy;
import dev.decant.model.privilege.Privileges;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and do what: policies and privileges. */
class AccessTest {
    private static final Scope WITH_PRIVILEGES = Scope.EVERYTHING.withPrivileges(true);

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void policies_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, """
                CREATE FUNCTION me() RETURNS text LANGUAGE sql AS 'SELECT current_user::text';
                CREATE TABLE notes (id integer, owner text, shared boolean);
                ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON notes USING (owner = me()) WITH CHECK (owner = me() AND id > 0);
                CREATE POLICY "All; shared" ON notes FOR SELECT TO PUBLIC USING (shared);
                CREATE POLICY strict ON notes AS RESTRICTIVE FOR INSERT TO pg_monitor, CURRENT_USER WITH CHECK (id IN (SELECT max(n.id) FROM notes n));
                COMMENT ON POLICY own ON notes IS 'mine';
                CREATE TABLE others (id integer);
                CREATE POLICY own ON others FOR DELETE USING (true);
                """);
        assertThat(schema.objects(Policy.KIND)).hasSize(4);
    }

    @Test
    void policies_change_in_place_where_they_can() throws SQLException {
        String table = "CREATE TABLE notes (id integer, owner text); CREATE TABLE roles (name text);";
        Plan plan = DumpRoundTrip.between("14", table + """
                        CREATE POLICY a ON notes USING (id > 1);
                        CREATE POLICY b ON notes FOR UPDATE USING (id > 1);
                        CREATE POLICY c ON notes USING (owner <> '') WITH CHECK (id > 1);
                        """, table.replace("owner text", "owner varchar(9)") + """
                        CREATE POLICY a ON notes TO pg_monitor USING (id > 2) WITH CHECK (id > 3);
                        CREATE POLICY b ON notes FOR SELECT USING (id > 1);
                        CREATE POLICY c ON notes USING (owner <> '') WITH CHECK (id > 1);
                        """);
        assertThat(statements(plan))
                .contains("ALTER POLICY a ON public.notes TO pg_monitor USING (id > 2) WITH CHECK (id > 3)")
                .containsSubsequence(
                        "DROP POLICY b ON public.notes", "CREATE POLICY b ON public.notes FOR SELECT USING (id > 1)")
                .contains("DROP POLICY c ON public.notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void privileges_come_and_go_only_when_they_matter(String major) throws SQLException {
        String things = """
                CREATE TABLE t (a integer, b integer, n serial); CREATE VIEW v AS SELECT a FROM t; CREATE SCHEMA s;
                CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TYPE mood AS ENUM ('ok');
                """;
        String granted = """
                GRANT SELECT, INSERT ON t TO pg_monitor WITH GRANT OPTION; GRANT SELECT ON v TO PUBLIC;
                GRANT SELECT (a, b), UPDATE (b) ON t TO pg_read_all_stats; GRANT USAGE ON SEQUENCE t_n_seq TO pg_monitor;
                GRANT USAGE ON SCHEMA s TO pg_monitor; REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION f(integer) TO pg_monitor; REVOKE USAGE ON TYPE mood FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                """;
        String others =
                "GRANT SELECT ON t TO pg_monitor; GRANT SELECT (a) ON t TO pg_read_all_stats WITH GRANT OPTION;";
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase bare = LiveDatabase.open(major);
                LiveDatabase other = LiveDatabase.open(major)) {
            live.execute(things + granted);
            bare.execute(things);
            other.execute(things + others);
            assertThat(live.inspect()).isEqualTo(bare.inspect());
            Schema wanted = access(live);
            Schema nothing = access(bare);
            assertThat(wanted.objects(Privileges.KIND)).hasSizeGreaterThanOrEqualTo(6);
            bare.migrate(nothing, wanted);
            assertThat(access(bare)).isEqualTo(wanted);
            bare.migrate(wanted, access(other));
            assertThat(access(bare)).isEqualTo(access(other));
            bare.migrate(access(bare), nothing);
            assertThat(access(bare)).isEqualTo(nothing);
            live.migrate(wanted, withoutTables(nothing));
            assertThat(access(live)).isEqualTo(withoutTables(nothing));
        }
    }

    @Test
    void between_two_databases_what_default_privileges_gave_is_told_of_each_thing() throws SQLException {
        String defaults = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;";
        try (LiveDatabase before = LiveDatabase.open("15");
                LiveDatabase after = LiveDatabase.open("15")) {
            before.execute("CREATE TABLE t (a integer);" + defaults);
            after.execute(defaults + "CREATE TABLE t (a integer)");
            Scope exact = WITH_PRIVILEGES.withVersions(true);
            Schema wanted = LiveDatabase.DATABASE.inspect(after.connection(), exact);
            before.migrate(LiveDatabase.DATABASE.inspect(before.connection(), exact), wanted);
            assertThat(LiveDatabase.DATABASE.inspect(before.connection(), exact))
                    .isEqualTo(wanted);
            assertThat(wanted.objects(Privileges.KIND)).hasSize(1);
            assertThat(access(before).objects(Privileges.KIND)).isEmpty();
        }
    }

    @Test
    void between_two_databases_new_things_lack_what_default_privileges_give_where_they_shall() throws SQLException {
        String things = """
                CREATE TABLE t (a serial); CREATE VIEW v AS SELECT 1 AS one; CREATE SEQUENCE s;
                CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                """;
        String defaults = """
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO pg_monitor;
                """;
        try (LiveDatabase before = LiveDatabase.open("15");
                LiveDatabase after = LiveDatabase.open("15")) {
            before.execute(defaults);
            after.execute(things + defaults + "CREATE TABLE given (a integer)");
            Scope exact = WITH_PRIVILEGES.withVersions(true);
            Schema there = LiveDatabase.DATABASE.inspect(before.connection(), exact);
            Schema wanted = LiveDatabase.DATABASE.inspect(after.connection(), exact);
            before.migrate(there, LiveDatabase.DIALECT.withheld(there, wanted));
            assertThat(LiveDatabase.DATABASE.inspect(before.connection(), exact))
                    .isEqualTo(wanted);
            assertThat(before.query("SELECT relacl::text FROM pg_class WHERE relacl::text LIKE '%pg_monitor%'"
                            + " AND relnamespace = 'public'::regnamespace"))
                    .hasSize(1);
        }
    }

    /** What one script makes becomes what the other makes; compared with all that roles may do. */
    private static List<String> becomes(String major, String before, String after) throws SQLException {
        try (LiveDatabase first = LiveDatabase.open(major);
                LiveDatabase second = LiveDatabase.open(major)) {
            first.execute(before);
            second.execute(after);
            Schema then = access(first);
            Plan plan = first.migrate(then, access(second));
            assertThat(access(first)).isEqualTo(access(second));
            first.migrate(access(first), then);
            assertThat(access(first)).isEqualTo(then);
            return statements(plan);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_default_privileges_no_longer_say_goes_from_what_is_there(String major) throws SQLException {
        String things = """
                CREATE TABLE t (a integer, n serial); CREATE TABLE u (a integer); CREATE VIEW v AS SELECT a FROM t;
                CREATE TYPE mood AS ENUM ('ok'); CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                GRANT SELECT (a) ON t TO pg_monitor; GRANT INSERT ON t TO pg_monitor; GRANT SELECT ON u TO PUBLIC;
                """;
        String defaults = """
                ALTER DEFAULT PRIVILEGES GRANT SELECT, DELETE ON TABLES TO pg_monitor WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
                """;
        String fewer = "ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO pg_monitor;";
        assertThat(becomes(major, defaults + things, fewer + things))
                .contains(
                        revokedFromOthers(
                                "SELECT", "TABLE", "regclass", "public.t", "pg_class", "relowner", "pg_monitor"),
                        revokedFromOthers(
                                "USAGE",
                                "SEQUENCE",
                                "regclass",
                                "public.t_n_seq",
                                "pg_class",
                                "relowner",
                                "pg_monitor"),
                        "GRANT EXECUTE ON FUNCTION public.f(integer) TO PUBLIC",
                        "GRANT USAGE ON TYPE public.mood TO PUBLIC");
    }

    /** A privilege taken from a role that may be the owner, who would lose more than was given. */
    private static String revokedFromOthers(
            String action, String target, String alias, String thing, String table, String owner, String role) {
        return """
                DO $owned$ DECLARE thing %3$s; BEGIN
                    FOR thing IN SELECT oid FROM %5$s
                        WHERE oid IN ('%4$s'::%3$s) AND %6$s <> '%7$s'::regrole
                    LOOP
                        EXECUTE format('REVOKE %1$s ON %2$s %%s FROM %7$s', thing);
                    END LOOP;
                END $owned$""".formatted(action, target, alias, thing, table, owner, role);
    }

    /** Made by one role under the default privileges of another, of which nothing is ever given to the first. */
    private static final String OWNED = """
            CREATE TABLE t (a integer, n serial); CREATE VIEW v AS SELECT a FROM t; CREATE SCHEMA s; CREATE TYPE mood AS ENUM ('ok');
            CREATE FUNCTION f(integer, double precision) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN d AS text;
            CREATE PROCEDURE p(text) LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE a(integer) (SFUNC = int4pl, STYPE = integer);
            CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void an_owner_keeps_what_default_privileges_of_others_no_longer_give(String major) throws SQLException {
        String defaults = """
                ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT ALL ON @ TO CURRENT_USER WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT ALL ON @ TO pg_read_all_stats;
                """;
        String all = List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS").stream()
                .map(things -> defaults.replace("@", things))
                .collect(Collectors.joining());
        between(major, OWNED + all, OWNED);
    }

    @Test
    void the_maker_of_a_thing_keeps_what_default_privileges_of_others_would_give() throws SQLException {
        String defaults =
                "ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT ON TABLES TO CURRENT_USER, pg_read_all_stats;";
        try (LiveDatabase before = LiveDatabase.open("15");
                LiveDatabase after = LiveDatabase.open("15")) {
            before.execute(defaults);
            after.execute(defaults + OWNED);
            Scope exact = WITH_PRIVILEGES.withVersions(true);
            Schema there = LiveDatabase.DATABASE.inspect(before.connection(), exact);
            Schema wanted = LiveDatabase.DATABASE.inspect(after.connection(), exact);
            before.migrate(there, LiveDatabase.DIALECT.withheld(there, wanted));
            assertThat(LiveDatabase.DATABASE.inspect(before.connection(), exact))
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_a_role_gives_itself_of_what_it_makes_comes_and_goes(String major) throws SQLException {
        List<String> statements = becomes(major, OWNED, OWNED + """
                ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO CURRENT_USER WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO CURRENT_USER;
                """);
        assertThat(statements)
                .contains(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO postgres");
    }

    @Test
    void a_role_goes_with_what_it_gave_itself() throws SQLException {
        Scope scope = WITH_PRIVILEGES.withRoles(Optional.of(new Globs(List.of("gives_itself*"), List.of())));
        try (LiveDatabase live = LiveDatabase.open()) {
            Schema without = LiveDatabase.DATABASE.inspect(live.connection(), scope);
            live.execute("""
                    CREATE ROLE gives_itself_1;
                    ALTER DEFAULT PRIVILEGES FOR ROLE gives_itself_1 GRANT ALL ON TABLES TO gives_itself_1 WITH GRANT OPTION;
                    ALTER DEFAULT PRIVILEGES FOR ROLE gives_itself_1 IN SCHEMA public GRANT USAGE ON TYPES TO gives_itself_1;
                    """);
            Schema with = LiveDatabase.DATABASE.inspect(live.connection(), scope);
            live.migrate(with, without);
            assertThat(LiveDatabase.DATABASE.inspect(live.connection(), scope)).isEqualTo(without);
            live.migrate(without, with);
            assertThat(LiveDatabase.DATABASE.inspect(live.connection(), scope)).isEqualTo(with);
            live.migrate(with, without);
        }
    }

    @Test
    void privileges_on_the_sequence_of_an_identity_go_before_it() throws SQLException {
        String tables = "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);";
        String gone = "CREATE TABLE gone (id integer GENERATED ALWAYS AS IDENTITY);"
                + "GRANT SELECT ON SEQUENCE gone_id_seq TO pg_monitor;";
        String defaults = "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO pg_monitor;";
        assertThat(becomes("17", defaults + tables + gone, tables))
                .containsSubsequence(
                        "REVOKE SELECT ON SEQUENCE public.gone_id_seq FROM pg_monitor", "DROP TABLE public.gone")
                .last()
                .asString()
                .contains("REVOKE USAGE ON SEQUENCE %s FROM pg_monitor");
    }

    @Test
    void columns_keep_what_is_given_of_them_when_it_goes_from_the_whole() throws SQLException {
        String table = "CREATE TABLE t (a integer, b integer); GRANT SELECT (a), UPDATE (b) ON t TO pg_monitor;";
        assertThat(becomes("17", table + "GRANT SELECT, UPDATE ON t TO pg_monitor WITH GRANT OPTION", table))
                .containsExactly(
                        "REVOKE SELECT, UPDATE ON TABLE public.t FROM pg_monitor",
                        "GRANT SELECT (a), UPDATE (b) ON TABLE public.t TO pg_monitor");
    }

    @Test
    void what_an_owner_may_pass_on_anyway_is_no_difference() throws SQLException {
        String table = "CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';";
        assertThat(becomes("17", table, table + """
                        GRANT ALL ON t TO CURRENT_USER WITH GRANT OPTION;
                        GRANT EXECUTE ON FUNCTION f() TO CURRENT_USER WITH GRANT OPTION;
                        """)).isEmpty();
    }

    @Test
    void what_everybody_may_do_outlives_renames() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (a integer); GRANT SELECT ON t TO PUBLIC");
            Schema then = access(live);
            live.execute("ALTER TYPE mood RENAME TO moods");
            ObjectKey moods = new ObjectKey(EnumType.KIND, ObjectName.of("public", "moods"));
            FormerName former = new FormerName(new Reference.ToObject(moods), "public.mood");
            assertThat(statements(LiveDatabase.plan(then, access(live), former)))
                    .containsExactly("ALTER TYPE public.mood RENAME TO moods");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void privileges_on_what_lies_in_no_namespace_come_and_go_and_step_aside(String major) throws SQLException {
        String things = """
                CREATE FOREIGN DATA WRAPPER "far %s"; CREATE SERVER there FOREIGN DATA WRAPPER "far %1$s" OPTIONS (a 'b');
                CREATE SERVER "there 2" FOREIGN DATA WRAPPER "far %1$s" OPTIONS (a 'b');
                CREATE TRUSTED LANGUAGE spoken HANDLER plpgsql_call_handler;
                """;
        String granted = """
                GRANT USAGE ON FOREIGN DATA WRAPPER "far %s" TO pg_monitor WITH GRANT OPTION;
                GRANT USAGE ON FOREIGN SERVER there, "there 2" TO pg_monitor, pg_read_all_stats;
                REVOKE USAGE ON LANGUAGE spoken, plpgsql FROM PUBLIC; GRANT USAGE ON LANGUAGE plpgsql TO pg_monitor;
                """;
        String bare = things.formatted("a");
        Plan given = between(major, bare, bare + granted.formatted("a"));
        assertThat(statements(given))
                .contains(
                        "GRANT USAGE ON FOREIGN SERVER \"there 2\" TO pg_monitor",
                        "GRANT USAGE ON FOREIGN DATA WRAPPER \"far a\" TO pg_monitor WITH GRANT OPTION",
                        "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC");
        between(major, bare + granted.formatted("a"), "CREATE TABLE t (a integer)");
        between(major, bare + granted.formatted("a"), things.formatted("b") + granted.formatted("b"));
        between(
                major,
                bare + granted.formatted("a"),
                bare.replace("CREATE SERVER there ", "CREATE SERVER there TYPE 'other' ") + granted.formatted("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_a_role_may_do_with_a_column_stays_when_it_comes_anew(String major) throws SQLException {
        String server = "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;";
        String granted = "GRANT SELECT (a), UPDATE (b) ON t TO pg_monitor";
        between(
                major,
                server + "CREATE FOREIGN TABLE t (a text, b integer) SERVER there;" + granted,
                server + "CREATE FOREIGN TABLE t (a integer, b bigint) SERVER there;" + granted);
    }

    @Test
    void what_a_role_may_do_with_a_virtual_column_stays_when_that_becomes_a_plain_one() throws SQLException {
        String granted = "CREATE VIEW v AS SELECT b FROM t; GRANT SELECT (b) ON t TO pg_monitor";
        between(
                "18",
                "CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) VIRTUAL);" + granted,
                "CREATE TABLE t (a integer, b integer);" + granted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_a_role_may_do_with_a_column_goes_with_the_column_and_stays_with_its_type(String major)
            throws SQLException {
        String granted = "GRANT SELECT (a, b) ON t TO pg_monitor";
        List<String> dropped = statements(
                between(major, "CREATE TABLE t (a integer, b integer);" + granted, "CREATE TABLE t (a integer)"));
        assertThat(dropped)
                .containsExactly(
                        "REVOKE SELECT (a, b) ON TABLE public.t FROM pg_monitor", "ALTER TABLE public.t DROP COLUMN b");
        assertThat(statements(between(
                        major,
                        "CREATE TABLE t (a integer, b integer);" + granted,
                        "CREATE TABLE t (a integer, b bigint);" + granted)))
                .hasSize(1);
    }

    @Test
    void what_everybody_may_do_is_not_taken_with_default_privileges_that_gave_it_again() throws SQLException {
        String type = "CREATE TYPE mood AS ENUM ('ok');";
        String defaults = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON TYPES TO PUBLIC, pg_monitor";
        assertThat(statements(between("14", type + defaults, type)))
                .contains(revokedFromOthers(
                        "USAGE", "TYPE", "regtype", "public.mood", "pg_type", "typowner", "pg_monitor"))
                .doesNotContain("REVOKE USAGE ON TYPE public.mood FROM PUBLIC");
    }

    /** What one script makes becomes what the other makes, privileges and all, and back. */
    private static Plan between(String major, String before, String after) throws SQLException {
        try (LiveDatabase first = LiveDatabase.open(major);
                LiveDatabase second = LiveDatabase.open(major)) {
            ObjectProof.run(first, before);
            ObjectProof.run(second, after);
            Schema then = access(first);
            Schema now = access(second);
            Plan plan = first.migrate(then, now);
            assertThat(access(first)).isEqualTo(now);
            first.migrate(now, then);
            assertThat(access(first)).isEqualTo(then);
            return plan;
        }
    }

    private static Schema access(LiveDatabase live) throws SQLException {
        return LiveDatabase.DATABASE.inspect(live.connection(), WITH_PRIVILEGES);
    }

    /** What is left when everything but the privileges of the system's own is dropped. */
    private static Schema withoutTables(Schema schema) {
        return Schema.of(
                List.of(),
                schema.objects(Privileges.KIND).stream()
                        .filter(privileges -> privileges.name().local().equals("public"))
                        .toList());
    }
}
