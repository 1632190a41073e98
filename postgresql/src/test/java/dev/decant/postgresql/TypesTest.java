package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.rangetype.RangeType;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains, composite types, range types and collations. */
class TypesTest {
    private static ObjectName named(String local) {
        return ObjectName.of("public", local);
    }

    private static List<String> statements(Plan plan) {
        return plan.statements().map(statement -> statement.sql()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "18"})
    void types_with_all_that_they_have_are_read_and_made_again(String major) throws SQLException {
        Schema schema = DumpRoundTrip.check(major, """
                CREATE SCHEMA "Other Space";
                CREATE COLLATION "Other Space"."Z to a" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
                CREATE COLLATION plain (provider = libc, locale = 'C');
                CREATE COLLATION mixed (lc_collate = 'C', lc_ctype = 'POSIX');
                COMMENT ON COLLATION plain IS 'bytes';
                CREATE DOMAIN base AS numeric(10, 2)[] DEFAULT '{1}';
                CREATE DOMAIN email AS varchar(200) COLLATE "Other Space"."Z to a" DEFAULT 'a' || '@b' NOT NULL
                    CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') CONSTRAINT "Long" CHECK (length(VALUE) > 2);
                ALTER DOMAIN email ADD CONSTRAINT later CHECK (VALUE <> '''') NOT VALID;
                COMMENT ON DOMAIN email IS 'where mail goes';
                COMMENT ON CONSTRAINT email_has_at ON DOMAIN email IS 'it''s one';
                CREATE DOMAIN "Other Space".work_email AS email CHECK (VALUE LIKE '%work%');
                CREATE TYPE "Other Space"."Nothing" AS ();
                CREATE TYPE address AS (street text COLLATE "C", "House No" varchar(10), mails email[], at timestamptz(3));
                COMMENT ON TYPE address IS 'where';
                COMMENT ON COLUMN address."House No" IS 'and which';
                CREATE TYPE person AS (home address, work address[]);
                CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = "Spans");
                CREATE TYPE textrange AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
                CREATE TYPE "Other Space".a_range AS RANGE (subtype = email);
                COMMENT ON TYPE span IS 'from to';
                CREATE TABLE t (a address, p person[], e "Other Space".work_email, s span, m "Spans");
                """);
        assertThat(schema.objects(Domain.KIND))
                .contains(new Domain(
                        named("email"),
                        DataType.of("character varying", 200),
                        Optional.of(ObjectName.of("Other Space", "Z to a")),
                        Optional.of(new Expression("'a'::text || '@b'::text")),
                        Domain.Nullability.REQUIRED,
                        List.of(
                                Constraint.Check.of("Long", new Expression("length((value)::text) > 2")),
                                Constraint.Check.of("email_has_at", new Expression("(value)::text ~~ '%@%'::text"))
                                        .withComment("it's one"),
                                Constraint.Check.of("later", new Expression("(value)::text <> ''''::text"))
                                        .withEnforcement(Enforcement.NOT_VALID)),
                        "where mail goes"));
        assertThat(schema.objects(CompositeType.KIND)).hasSize(3);
        assertThat(schema.objects(RangeType.KIND)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_domain_changes_in_place_where_postgresql_can(String major) throws SQLException {
        Plan plan = DumpRoundTrip.between(major, """
                CREATE DOMAIN d AS text DEFAULT 'a' CONSTRAINT one CHECK (VALUE <> '1') CONSTRAINT two CHECK (VALUE <> '2');
                ALTER DOMAIN d ADD CONSTRAINT three CHECK (VALUE <> '3') NOT VALID;
                CREATE TABLE t (d d);
                """, """
                CREATE DOMAIN d AS text NOT NULL CONSTRAINT uno CHECK (VALUE <> '1') CONSTRAINT two CHECK (VALUE <> '20');
                ALTER DOMAIN d ADD CONSTRAINT three CHECK (VALUE <> '3');
                COMMENT ON DOMAIN d IS 'd'; COMMENT ON CONSTRAINT uno ON DOMAIN d IS 'eins';
                CREATE TABLE t (d d);
                """);
        assertThat(statements(plan))
                .containsExactly(
                        "ALTER DOMAIN public.d DROP DEFAULT",
                        "ALTER DOMAIN public.d SET NOT NULL",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT one TO uno",
                        "ALTER DOMAIN public.d DROP CONSTRAINT two",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT three",
                        "ALTER DOMAIN public.d ADD CONSTRAINT two CHECK (value <> '20'::text)",
                        "COMMENT ON CONSTRAINT uno ON DOMAIN public.d IS 'eins'",
                        "COMMENT ON DOMAIN public.d IS 'd'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_type_that_cannot_change_is_replaced_under_its_columns(String major) throws SQLException {
        DumpRoundTrip.between(major, """
                CREATE DOMAIN d AS integer CHECK (VALUE > 0);
                CREATE TYPE c AS (a integer, b text);
                CREATE TYPE e AS (a integer);
                CREATE TYPE r AS RANGE (subtype = integer);
                COMMENT ON DOMAIN d IS 'd';
                CREATE TABLE t (d d DEFAULT 1, ds d[], c c, es e[], r r, m r_multirange, CHECK ((c).a > 0));
                CREATE INDEX ON t (d);
                INSERT INTO t VALUES (1, '{2,3}', (1, 'x'), ARRAY[ROW(1)::e, NULL], '[1,3)', '{[1,2)}'); INSERT INTO t DEFAULT VALUES;
                """, """
                CREATE DOMAIN d AS bigint CHECK (VALUE > 0);
                CREATE TYPE c AS (b text, a bigint, n integer);
                CREATE TYPE e AS (a bigint);
                CREATE TYPE r AS RANGE (subtype = bigint);
                COMMENT ON DOMAIN d IS 'd';
                CREATE TABLE t (d d DEFAULT 1, ds d[], c c, es e[], r r, m r_multirange, CHECK ((c).a > 0));
                CREATE INDEX ON t (d);
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void attributes_come_and_go_in_place(String major) throws SQLException {
        Plan plan = DumpRoundTrip.between(
                major,
                "CREATE TYPE c AS (a integer, b text); CREATE TABLE t (c c); INSERT INTO t VALUES ((1, 'x'));",
                "CREATE TYPE c AS (b text, n integer); COMMENT ON COLUMN c.b IS 'b'; CREATE TABLE t (c c);");
        assertThat(statements(plan))
                .containsExactly(
                        "ALTER TYPE public.c DROP ATTRIBUTE a CASCADE",
                        "COMMENT ON COLUMN public.c.b IS 'b'",
                        "ALTER TYPE public.c ADD ATTRIBUTE n integer CASCADE");
    }

    @Test
    void a_domain_within_arrays_comes_to_demand_more() throws SQLException {
        String table = "CREATE TABLE t (a d, many d[] DEFAULT '{7}')";
        DumpRoundTrip.between(
                "15",
                "CREATE DOMAIN d AS integer CHECK (VALUE > 0);" + table,
                "CREATE DOMAIN d AS integer CHECK (VALUE > 1) CONSTRAINT small CHECK (VALUE < 100);" + table);
    }

    @Test
    void a_label_stays_where_rows_are_divided_by_it() throws SQLException {
        String table = "CREATE TABLE t (a e) PARTITION BY LIST (a);";
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute("CREATE TYPE e AS ENUM ('a', 'b');" + table);
            wanted.execute("CREATE TYPE e AS ENUM ('a');" + table);
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            assertThatThrownBy(() -> live.migrate(before, after))
                    .isInstanceOf(UnsupportedChangeException.class)
                    .hasMessageContaining("divided by a");
        }
    }
}
