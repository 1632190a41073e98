package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.database.Scope;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.raw.RawObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlRawObjectsTest {
    static final String ALL = """
            CREATE SCHEMA "Other";
            CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
            CREATE FUNCTION differ(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
            CREATE FUNCTION less(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 < $2';
            CREATE FUNCTION compare(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
            CREATE FUNCTION same(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
            CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ===, NEGATOR = !==,
              RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
            CREATE OPERATOR !== (FUNCTION = differ, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = !==, NEGATOR = ===);
            CREATE OPERATOR "Other".<<< (FUNCTION = less, LEFTARG = integer, RIGHTARG = integer);
            CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = bigint);
            CREATE FUNCTION flipped(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -$1';
            CREATE OPERATOR @@@ (FUNCTION = flipped, RIGHTARG = integer);
            COMMENT ON OPERATOR @@@ (NONE, integer) IS 'turns';
            CREATE OPERATOR FAMILY "Other".numbers USING btree;
            ALTER OPERATOR FAMILY "Other".numbers USING btree ADD OPERATOR 3 === (integer, bigint);
            CREATE OPERATOR CLASS backwards FOR TYPE integer USING btree FAMILY "Other".numbers AS
              OPERATOR 1 "Other".<<<, OPERATOR 3 ===, FUNCTION 1 compare(integer, integer);
            CREATE OPERATOR CLASS alone FOR TYPE integer USING hash AS OPERATOR 1 ===, FUNCTION 1 hashint4(integer);
            COMMENT ON OPERATOR CLASS alone USING hash IS 'for itself';
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION of_text(text) RETURNS pair LANGUAGE sql AS 'SELECT 1, 2';
            CREATE CAST (text AS pair) WITH FUNCTION of_text(text) AS ASSIGNMENT;
            CREATE CAST (pair AS json) WITH INOUT AS IMPLICIT;
            COMMENT ON CAST (text AS pair) IS 'a pair';
            CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
            CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = plain, accept = 'false', STOPWORDS = english);
            CREATE TEXT SEARCH PARSER parts (
              START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH CONFIGURATION search (PARSER = parts);
            ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword, int WITH words, simple;
            COMMENT ON TEXT SEARCH CONFIGURATION search IS 'looks';
            CREATE FUNCTION calls() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
            CREATE TRUSTED LANGUAGE plmine HANDLER calls;
            CREATE FUNCTION handles(internal) RETURNS index_am_handler LANGUAGE internal AS 'bthandler';
            CREATE ACCESS METHOD tree TYPE INDEX HANDLER handles;
            CREATE FOREIGN DATA WRAPPER far OPTIONS ("Debug" 'it''s');
            CREATE SERVER there TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (host 'h');
            CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS (username 'u', password 'hidden');
            COMMENT ON SERVER there IS 'far away';
            CREATE TABLE t (a integer PRIMARY KEY, "B" text);
            CREATE PUBLICATION picked FOR TABLE t WITH (publish = 'insert, delete');
            CREATE PUBLICATION every FOR ALL TABLES WITH (publish_via_partition_root = true);
            COMMENT ON PUBLICATION picked IS 'outside';
            """;

    private static final String FACTS = """
            SELECT pg_describe_object(d.classid, d.objid, 0) || ' rests on ' || pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)
              || d.deptype::text
            FROM pg_depend d
            WHERE d.objid >= 16384 AND d.classid NOT IN ('pg_type'::regclass, 'pg_class'::regclass, 'pg_user_mapping'::regclass)
            UNION ALL
            SELECT pg_describe_object(classoid, objoid, 0) || description FROM pg_description WHERE objoid >= 16384
            ORDER BY 1
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void objects_without_a_record_of_their_own_are_read_and_made_again(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, ALL, FACTS);
        Set<String> kinds = new TreeSet<>();
        schema.objects().values().stream()
                .filter(RawObject.class::isInstance)
                .map(SchemaObject::kind)
                .forEach(kind -> kinds.add(kind.id()));
        assertThat(kinds)
                .isEqualTo(new TreeSet<>(List.of(
                        "access method",
                        "cast",
                        "conversion",
                        "foreign data wrapper",
                        "language",
                        "operator",
                        "operator class",
                        "operator family",
                        "publication",
                        "server",
                        "text search configuration",
                        "text search dictionary",
                        "text search parser",
                        "text search template",
                        "user mapping")));
        assertThat(schema.toString()).doesNotContain("hidden");
    }

    @Test
    void tables_are_published_in_part() throws SQLException {
        ObjectProof.isMadeAgain("18", """
                CREATE TABLE t (a integer PRIMARY KEY, "B" text);
                CREATE TABLE u (a integer PRIMARY KEY);
                CREATE SCHEMA s;
                CREATE PUBLICATION picked FOR TABLE t WHERE (a > 0), u, TABLES IN SCHEMA s
                  WITH (publish_generated_columns = stored)
                """, """
                SELECT p.pubname || coalesce(r.tablename || r.attnames::text || coalesce(r.rowfilter, ''), '')
                  || p.pubgencols::text
                FROM pg_publication p LEFT JOIN pg_publication_tables r ON r.pubname = p.pubname ORDER BY 1
                """);
        ObjectProof.isMadeAgain("18", """
                CREATE TABLE t (a integer PRIMARY KEY, "B" text, c text);
                CREATE PUBLICATION picked FOR TABLE t ("B", a)
                """, "SELECT attnames::text FROM pg_publication_tables");
    }

    @Test
    void an_object_becomes_another_by_being_made_anew_with_what_needs_it() throws SQLException {
        String wrapper = "CREATE FUNCTION v(text[], oid) RETURNS boolean LANGUAGE sql AS 'SELECT true';"
                + "CREATE FOREIGN DATA WRAPPER far%s;"
                + " CREATE SERVER there FOREIGN DATA WRAPPER far; COMMENT ON SERVER there IS 'x'";
        assertThat(ObjectProof.becomes(wrapper.formatted(""), wrapper.formatted(" VALIDATOR v")))
                .containsExactly(
                        "DROP SERVER there",
                        "DROP FOREIGN DATA WRAPPER far",
                        "CREATE FOREIGN DATA WRAPPER far VALIDATOR public.v",
                        "CREATE SERVER there FOREIGN DATA WRAPPER far",
                        "COMMENT ON SERVER there IS 'x'");
    }

    @Test
    void namespaces_come_before_they_are_published_and_go_after_that() throws SQLException {
        assertThat(ObjectProof.becomes(
                        "15",
                        "CREATE PUBLICATION p FOR TABLES IN SCHEMA public",
                        "CREATE SCHEMA \"the News\"; CREATE PUBLICATION q FOR TABLES IN SCHEMA public, \"the News\";"
                                + "CREATE PUBLICATION p FOR TABLES IN SCHEMA \"the News\""))
                .containsSubsequence(
                        "CREATE SCHEMA \"the News\"", "ALTER PUBLICATION q ADD TABLES IN SCHEMA \"the News\"");
    }

    @Test
    void what_is_published_changes_without_a_gap() throws SQLException {
        String tables = "CREATE TABLE t (a integer PRIMARY KEY); CREATE TABLE u (a integer PRIMARY KEY);"
                + "CREATE TABLE v (a integer PRIMARY KEY); CREATE PUBLICATION p FOR TABLE ";
        assertThat(ObjectProof.becomes(
                        tables + "t, u WITH (publish = 'insert')",
                        tables + "u, v WITH (publish_via_partition_root = true)"))
                .containsExactly(
                        "ALTER PUBLICATION p DROP TABLE ONLY public.t",
                        "ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = true)",
                        "ALTER PUBLICATION p ADD TABLE ONLY public.v");
    }

    @Test
    void a_subscription_follows_other_publications_but_no_other_server() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p"
                    + " WITH (connect = false, slot_name = NONE, binary = true)");
            Schema before = live.inspect();
            Schema after = subscribed(before, "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p, q");
            assertThat(live.migrate(before, after).statements().map(Statement::sql))
                    .containsExactly(
                            "ALTER SUBSCRIPTION s SET PUBLICATION p, q WITH (refresh = false)",
                            "ALTER SUBSCRIPTION s SET (binary = false)");
            assertThat(live.inspect()).isEqualTo(after);
            Schema elsewhere = subscribed(before, "CREATE SUBSCRIPTION s CONNECTION 'host=i' PUBLICATION p");
            assertThatThrownBy(() -> LiveDatabase.plan(after, elsewhere))
                    .hasMessageContaining("DCT-411 subscription s");
            live.migrate(after, Schema.EMPTY);
        }
    }

    private static Schema subscribed(Schema schema, String sql) {
        RawObject known = schema.objects(RawObject.kindOf("subscription")).getFirst();
        Expression definition = new Expression(sql + " WITH (connect = false, slot_name = NONE)");
        return Schema.of(
                List.of(),
                List.of(new RawObject(
                        known.kind(), known.name(), Optional.empty(), List.of(definition), List.of(), "")));
    }

    @Test
    void a_subscription_tells_no_secret() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute(
                    "CREATE SUBSCRIPTION s CONNECTION 'host=h password=''it is hidden'' user=u' PUBLICATION p, \"Q\""
                            + " WITH (connect = false, slot_name = 'slot')");
            live.execute("CREATE SUBSCRIPTION r CONNECTION 'postgresql://u:hidden@h/d' PUBLICATION p"
                    + " WITH (connect = false, slot_name = NONE)");
            Schema schema = live.inspect();
            assertThat(schema.toString()).doesNotContain("hidden");
            assertThat(schema.objects(RawObject.kindOf("subscription")))
                    .extracting(object -> object.definition().getFirst().sql())
                    .containsExactly(
                            "CREATE SUBSCRIPTION r CONNECTION 'postgresql://u@h/d' PUBLICATION p"
                                    + " WITH (connect = false, slot_name = NONE)",
                            "CREATE SUBSCRIPTION s CONNECTION 'host=h user=u' PUBLICATION p, \"Q\""
                                    + " WITH (connect = false, slot_name = 'slot')");
            live.migrate(schema, Schema.EMPTY);
            assertThat(live.inspect()).isEqualTo(Schema.EMPTY);
        }
    }

    @Test
    void what_belongs_to_the_whole_database_is_not_seen_by_who_looks_at_some_namespaces() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE FOREIGN DATA WRAPPER far");
            live.execute("CREATE PUBLICATION every FOR ALL TABLES");
            assertThat(LiveDatabase.DATABASE.inspect(live.connection(), new Scope(Set.of("public"))))
                    .isEqualTo(Schema.EMPTY);
            assertThat(live.inspect().objects()).hasSize(2);
        }
    }

    @Test
    void what_a_table_needs_changes_in_place() throws SQLException {
        String tables = "CREATE FOREIGN TABLE f (a integer) SERVER there;"
                + "CREATE TABLE t (a text, b tsvector GENERATED ALWAYS AS (to_tsvector('search', a)) STORED)";
        DumpRoundTrip.between("15", """
                CREATE FOREIGN DATA WRAPPER far OPTIONS (debug 'yes');
                CREATE SERVER there VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (host 'h', port '1');
                CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, STOPWORDS = english);
                CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword, int WITH words, simple;
                """ + tables, """
                CREATE FOREIGN DATA WRAPPER far OPTIONS ("Trace" 'it''s');
                CREATE SERVER there VERSION '2' FOREIGN DATA WRAPPER far OPTIONS (port '2', name 'n');
                CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, ACCEPT = false);
                CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword WITH simple;
                ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR word WITH words;
                """ + tables);
    }

    @Test
    void a_cast_between_the_systems_own_types_is_seen() throws SQLException {
        DumpRoundTrip.between("14", "CREATE TABLE t (a integer)", "CREATE CAST (point AS text) WITH INOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_the_systems_own_functions_serve_is_seen(String major) throws SQLException {
        DumpRoundTrip.between(major, "CREATE TABLE t (a integer)", """
                CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
                CREATE TABLE piled (a integer) USING pile;
                CREATE LANGUAGE spoken HANDLER plpgsql_call_handler;
                CREATE TRANSFORM FOR integer LANGUAGE spoken (TO SQL WITH FUNCTION int4recv(internal));
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_language_changes_under_its_functions(String major) throws SQLException {
        String rest = """
                CREATE TRANSFORM FOR integer LANGUAGE spoken (TO SQL WITH FUNCTION int4recv(internal));
                CREATE FUNCTION f() RETURNS integer LANGUAGE spoken AS 'BEGIN RETURN 1; END';
                CREATE VIEW v AS SELECT f();
                """;
        assertThat(DumpRoundTrip.between(
                                major,
                                "CREATE LANGUAGE spoken HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;"
                                        + rest,
                                "CREATE TRUSTED LANGUAGE spoken HANDLER plpgsql_call_handler;" + rest)
                        .statements())
                .hasSize(1);
    }

    @Test
    void a_transform_changes_under_its_functions() throws SQLException {
        String function = "CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql TRANSFORM FOR TYPE integer"
                + " AS 'BEGIN RETURN 1; END';";
        String transform = "CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal)";
        assertThat(DumpRoundTrip.between(
                                "17",
                                transform + ");" + function,
                                transform + ", FROM SQL WITH FUNCTION prsd_lextype(internal));" + function)
                        .statements())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void transforms_come_and_go_whatever_their_functions_ask_for(String major) throws SQLException {
        String asked = "CREATE TRANSFORM FOR bigint LANGUAGE plpgsql (TO SQL WITH FUNCTION int8recv(internal));"
                + "CREATE FUNCTION f(a integer) RETURNS bigint LANGUAGE plpgsql TRANSFORM FOR TYPE bigint"
                + " AS 'BEGIN RETURN 1; END';";
        String other = "CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal));";
        DumpRoundTrip.between(major, asked, other);
        DumpRoundTrip.between(major, other + asked, asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_default_waits_while_a_transform_goes_for_a_function_that_does_without_it(String major) throws SQLException {
        String function = "CREATE FUNCTION %s(integer) RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';";
        String table = "CREATE TABLE t (a bigint DEFAULT %s(5));";
        String transform = "CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal));";
        DumpRoundTrip.between(
                major,
                transform + function.formatted("f") + table.formatted("f"),
                function.formatted("g") + table.formatted("g"));
    }

    private static final String OPERATOR_CLASS =
            "CREATE FUNCTION turned(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE"
                    + " AS 'SELECT btint4cmp($2, $1)';"
                    + "CREATE OPERATOR CLASS o FOR TYPE integer USING btree AS %s;";

    private static final String UPWARDS =
            "OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)";

    private static final String DOWNWARDS =
            "OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 turned(integer, integer)";

    @Test
    void indexes_step_aside_while_their_operator_class_becomes_another() throws SQLException {
        String tables = "CREATE TABLE t (a integer, EXCLUDE USING btree (a o WITH =)); CREATE INDEX i ON t (a o)";
        assertThat(ObjectProof.becomes(
                        OPERATOR_CLASS.formatted(UPWARDS) + tables, OPERATOR_CLASS.formatted(DOWNWARDS) + tables))
                .hasSize(6)
                .contains("DROP INDEX public.i", "CREATE INDEX i ON public.t (a public.o)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void members_come_to_a_family_and_go_while_its_classes_stay(String major) throws SQLException {
        String made = OPERATOR_CLASS.formatted(UPWARDS) + "CREATE TABLE t (a integer) PARTITION BY LIST (a o);";
        String members = "ALTER OPERATOR FAMILY o USING btree ADD FUNCTION 2 (integer) btint4sortsupport(internal),"
                + " OPERATOR 1 < (integer, bigint)";
        assertThat(ObjectProof.becomes(major, made + members, made))
                .containsExactlyInAnyOrder(
                        "ALTER OPERATOR FAMILY public.o USING btree DROP FUNCTION 2 (integer, integer)",
                        "ALTER OPERATOR FAMILY public.o USING btree DROP OPERATOR 1 (integer,bigint)");
    }

    @Test
    void what_is_in_a_namespace_stays_when_that_loses_its_comment() throws SQLException {
        String made = "CREATE VIEW v AS SELECT 1 AS a;" + OPERATOR_CLASS.formatted(UPWARDS);
        assertThat(ObjectProof.becomes(made + "COMMENT ON SCHEMA public IS 'ours'", made))
                .containsExactly("COMMENT ON SCHEMA public IS 'standard public schema'");
    }

    @Test
    void an_operator_class_that_divides_rows_stays() throws SQLException {
        String table = "CREATE TABLE t (a integer) PARTITION BY LIST (a o)";
        assertThatThrownBy(() -> ObjectProof.becomes(
                        OPERATOR_CLASS.formatted(UPWARDS) + table, OPERATOR_CLASS.formatted(DOWNWARDS) + table))
                .hasMessageContaining("DCT-411 operator class public.o on btree")
                .hasMessageContaining("the rows of public.t are divided by it");
    }

    @Test
    void an_operator_class_takes_the_place_of_another_in_its_family() throws SQLException {
        String family = """
                CREATE OPERATOR FAMILY numbers USING hash;
                CREATE OPERATOR CLASS %s FOR TYPE integer USING hash FAMILY numbers AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
                """;
        assertThat(ObjectProof.becomes(family.formatted("later"), family.formatted("earlier")))
                .first()
                .isEqualTo("DROP OPERATOR CLASS public.later USING hash");
    }

    @Test
    void the_order_of_published_columns_means_nothing() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase other = LiveDatabase.open()) {
            live.execute("CREATE TABLE t (a integer, b integer); CREATE PUBLICATION p FOR TABLE t (b, a)");
            other.execute("CREATE TABLE t (b integer, a integer); CREATE PUBLICATION p FOR TABLE t (a, b)");
            assertThat(live.inspect().objects()).isEqualTo(other.inspect().objects());
        }
    }
}
