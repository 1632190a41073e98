package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.database.Scope;
import dev.decant.model.Schema;
import dev.decant.model.ownership.Ownership;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns things, where somebody asks for it. */
class OwnersTest {
    private static final Scope WITH_OWNERS = Scope.EVERYTHING.withOwners(true).withPrivileges(true);

    /** One of each kind of thing that has an owner which any role may be. */
    static final String EVERYTHING = """
            CREATE SCHEMA shop; CREATE TABLE items (id serial PRIMARY KEY, name text, amount integer);
            CREATE TABLE parts (id integer) PARTITION BY RANGE (id); CREATE TABLE first PARTITION OF parts DEFAULT;
            CREATE VIEW seen AS SELECT id FROM items; CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM items;
            CREATE SEQUENCE shop.numbers; CREATE SEQUENCE owned OWNED BY items.amount;
            CREATE FUNCTION shop.total(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE PROCEDURE tidy(text) LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE shop.sum_of(integer) (SFUNC = int4pl, STYPE = integer);
            CREATE TYPE shop.mood AS ENUM ('fine'); CREATE DOMAIN digits AS text CHECK (VALUE ~ '^[0-9]*$');
            CREATE TYPE shop.pair AS (a integer, b integer); CREATE TYPE shop.days AS RANGE (SUBTYPE = date);
            CREATE COLLATION shop.plain (LOCALE = 'C'); CREATE STATISTICS hang_together ON name, amount FROM items;
            CREATE CONVERSION shop.wide FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE OPERATOR shop.|+| (FUNCTION = int4pl, LEFTARG = integer, RIGHTARG = integer);
            CREATE OPERATOR FAMILY shop.orders USING btree;
            CREATE OPERATOR CLASS shop.backwards FOR TYPE integer USING btree FAMILY shop.orders AS
              OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer);
            CREATE TEXT SEARCH DICTIONARY shop.words (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION shop.search (COPY = simple);
            CREATE FOREIGN DATA WRAPPER far; CREATE SERVER archive FOREIGN DATA WRAPPER far;
            CREATE FOREIGN TABLE papers (id integer) SERVER archive;
            CREATE PUBLICATION news FOR TABLE items;
            GRANT SELECT ON seen TO pg_read_all_stats; GRANT USAGE ON SCHEMA shop TO PUBLIC;
            """;

    /** What gives all of it to a role. */
    static String everythingTo(String role) {
        return Stream.of(
                        "SCHEMA shop",
                        "TABLE items",
                        "TABLE parts",
                        "TABLE first",
                        "VIEW seen",
                        "MATERIALIZED VIEW counts",
                        "SEQUENCE shop.numbers",
                        "FUNCTION shop.total(integer)",
                        "PROCEDURE tidy(text)",
                        "AGGREGATE shop.sum_of(integer)",
                        "TYPE shop.mood",
                        "DOMAIN digits",
                        "TYPE shop.pair",
                        "TYPE shop.days",
                        "COLLATION shop.plain",
                        "STATISTICS hang_together",
                        "CONVERSION shop.wide",
                        "OPERATOR shop.|+| (integer, integer)",
                        "OPERATOR FAMILY shop.orders USING btree",
                        "OPERATOR CLASS shop.backwards USING btree",
                        "TEXT SEARCH DICTIONARY shop.words",
                        "TEXT SEARCH CONFIGURATION shop.search",
                        "SERVER archive",
                        "FOREIGN TABLE papers",
                        "PUBLICATION news")
                .map(thing -> "ALTER " + thing + " OWNER TO " + role)
                .collect(Collectors.joining(";"));
    }

    private static Schema owners(LiveDatabase live) throws SQLException {
        return LiveDatabase.DATABASE.inspect(live.connection(), WITH_OWNERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void everything_has_another_owner_and_the_old_one_again(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase mine = LiveDatabase.open(major);
                LiveDatabase empty = LiveDatabase.open(major)) {
            live.execute(EVERYTHING);
            live.execute(everythingTo("pg_monitor"));
            mine.execute(EVERYTHING);
            Schema wanted = owners(live);
            Schema usual = owners(mine);
            assertThat(wanted.objects(Ownership.KIND)).hasSize(25);
            assertThat(usual.objects(Ownership.KIND)).isEmpty();
            assertThat(live.inspect()).isEqualTo(mine.inspect());
            mine.migrate(usual, wanted);
            assertThat(owners(mine)).isEqualTo(wanted);
            mine.migrate(wanted, usual);
            assertThat(owners(mine)).isEqualTo(usual);
            Schema nothing = owners(empty);
            empty.migrate(nothing, wanted);
            assertThat(owners(empty)).isEqualTo(wanted);
            empty.migrate(wanted, nothing);
            assertThat(owners(empty)).isEqualTo(nothing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_column_comes_to_count_in_a_table_of_another(String major) throws SQLException {
        String given = ";ALTER TABLE t OWNER TO pg_monitor";
        String before = "CREATE TABLE t (a integer NOT NULL, b integer GENERATED ALWAYS AS IDENTITY, c serial)";
        String after = "CREATE TABLE t (a serial, b serial, c integer GENERATED ALWAYS AS IDENTITY, d serial);"
                + "ALTER SEQUENCE t_d_seq RENAME TO otherwise";
        becomes(major, before + given, after + given);
    }

    @Test
    void what_comes_back_to_the_one_who_migrates_comes_before_anything_reads_it() throws SQLException {
        String before =
                "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t; ALTER VIEW v OWNER TO pg_monitor";
        String after = "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t;"
                + "CREATE MATERIALIZED VIEW m AS SELECT a FROM v; ALTER MATERIALIZED VIEW m OWNER TO pg_monitor";
        becomes("18", before, after);
    }

    @Test
    void what_comes_is_its_owners_as_default_privileges_say_by_then() throws SQLException {
        String defaults = "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM CURRENT_USER, PUBLIC";
        String routine = "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
                + "ALTER FUNCTION f() OWNER TO pg_monitor";
        becomes("18", defaults, routine);
    }

    private static void becomes(String major, String before, String after) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(before);
            wanted.execute(after);
            Schema then = owners(live);
            Schema now = owners(wanted);
            Plan there = live.migrate(then, now);
            assertThat(owners(live)).isEqualTo(now);
            live.run(new Planner(LiveDatabase.DIALECT).plan(now, Changes.reverse(there.changes())));
            assertThat(owners(live)).isEqualTo(then);
        }
    }
}
