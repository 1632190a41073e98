package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.diff.Differ;
import dev.decant.diff.ObviousAnswers;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.rangetype.RangeType;
import dev.decant.model.rule.Rule;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views, types and collations under other names, and what reads and uses them. */
class ObjectRenamesTest {
    private static final String SCRIPT = """
            CREATE SCHEMA o;
            CREATE COLLATION %1$sc (provider = libc, locale = 'C');
            CREATE DOMAIN %1$sd AS text COLLATE %1$sc NOT NULL CHECK (VALUE <> '');
            CREATE TYPE %1$sk AS (a %1$sd, b integer);
            CREATE TYPE %1$sr AS RANGE (subtype = float8, multirange_type_name = public.several);
            CREATE TABLE t (d %1$sd, ks %1$sk[], r %1$sr, m public.several, s text COLLATE %1$sc);
            CREATE VIEW %1$sv AS SELECT d, ks, r FROM t;
            CREATE MATERIALIZED VIEW %1$sm AS SELECT d, r FROM %1$sv;
            CREATE INDEX on_m ON %1$sm (d);
            CREATE VIEW w AS SELECT v.d, m.r FROM %1$sv v, %1$sm m;
            CREATE FUNCTION f(%1$sk) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE FUNCTION g(%1$sk, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE CAST (%1$sk AS integer) WITH FUNCTION f(%1$sk);
            CREATE OPERATOR === (LEFTARG = %1$sk, RIGHTARG = integer, FUNCTION = g);
            CREATE RULE %2$s AS ON DELETE TO t DO INSTEAD NOTHING;
            """;

    private static FormerName renamed(ObjectKind<?> kind, String letter) {
        return new FormerName(
                new Reference.ToObject(new ObjectKey(kind, ObjectName.of("o", "New " + letter))), "public." + letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_is_called_otherwise_and_moves_is_followed_by_what_uses_it(String major) throws SQLException {
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(SCRIPT.formatted("public.", "u"));
            moving.execute("INSERT INTO t VALUES ('x', '{}', '[1,2)', '{}', 'y')");
            end.execute(SCRIPT.replaceAll("%1\\$s([cdkrvm])", "o.\"New $1\"").replace("%2$s", "\"New u\""));
            Schema before = moving.inspect();
            Schema after = end.inspect();
            Plan plan = LiveDatabase.plan(
                    before,
                    after,
                    renamed(Collation.KIND, "c"),
                    renamed(Domain.KIND, "d"),
                    renamed(CompositeType.KIND, "k"),
                    renamed(RangeType.KIND, "r"),
                    renamed(View.KIND, "v"),
                    renamed(MaterializedView.KIND, "m"),
                    new FormerName(
                            new Reference.ToObject(new ObjectKey(Rule.KIND, ObjectName.of("public", "New u"), "t")),
                            "u"));
            List<String> statements =
                    plan.statements().map(statement -> statement.sql()).toList();
            assertThat(statements).noneMatch(sql -> sql.startsWith("DROP TYPE") || sql.startsWith("DROP DOMAIN"));
            moving.run(plan);
            SchemaDifference.requireEqual(moving.inspect(), after);
            moving.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            SchemaDifference.requireEqual(moving.inspect(), before);
            assertThat(moving.query("SELECT d FROM t")).containsExactly("x");
        }
    }

    private static final String BELOW = """
            CREATE TABLE %1$s (%2$s integer PRIMARY KEY, name text, old text);
            CREATE VIEW v AS SELECT %2$s AS id, name FROM %1$s WHERE %2$s > 3;
            CREATE MATERIALIZED VIEW m AS SELECT p.%2$s AS id, count(*) AS n FROM %1$s p, v WHERE v.id = p.%2$s GROUP BY p.%2$s;
            CREATE RULE r AS ON UPDATE TO %1$s WHERE old.%2$s <> new.%2$s DO ALSO DELETE FROM %1$s WHERE %2$s = old.%2$s;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_reads_a_table_goes_on_when_the_table_and_its_columns_are_called_otherwise(String major)
            throws SQLException {
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(BELOW.formatted("users", "id"));
            end.execute(BELOW.formatted("\"The People\"", "\"Key\""));
            Schema before = moving.inspect();
            Schema after = end.inspect();
            ObjectName people = ObjectName.of("public", "The People");
            Plan plan = LiveDatabase.plan(
                    before,
                    after,
                    new FormerName(new Reference.ToTable(people), "public.users"),
                    new FormerName(new Reference.ToColumn(people, "Key"), "id"));
            assertThat(plan.statements()).noneMatch(statement -> statement.sql().contains("MATERIALIZED VIEW"));
            moving.run(plan);
            SchemaDifference.requireEqual(moving.inspect(), after);
            moving.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            SchemaDifference.requireEqual(moving.inspect(), before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_range_type_in_another_schema_is_known_by_the_type_of_several_ranges_that_it_brings(String major)
            throws SQLException {
        String script = "CREATE SCHEMA o; CREATE TYPE %1$s AS RANGE (SUBTYPE = %2$s, MULTIRANGE_TYPE_NAME = o.many);"
                + "CREATE TABLE t (r %1$s, m o.many);";
        assertThat(ObjectProof.becomes(major, script.formatted("r", "date"), script.formatted("o.r", "date")))
                .containsExactly("ALTER TYPE public.r SET SCHEMA o");
        ObjectProof.becomes(major, script.formatted("r", "date"), script.formatted("o.ranges", "timestamptz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_view_under_the_name_of_a_table_that_goes_is_another_one(String major) throws SQLException {
        String view = "CREATE TABLE t (id integer); CREATE VIEW %1$s AS SELECT id FROM t;"
                + "CREATE TRIGGER a INSTEAD OF INSERT ON %1$s"
                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();";
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(view.formatted("v") + "CREATE TABLE people (id integer)");
            end.execute(view.formatted("people"));
            Schema before = moving.inspect();
            Schema after = end.inspect();
            ObjectKey people = new ObjectKey(View.KIND, ObjectName.of("public", "people"));
            Plan plan = LiveDatabase.plan(before, after, new FormerName(new Reference.ToObject(people), "public.v"));
            moving.run(plan);
            SchemaDifference.requireEqual(moving.inspect(), after);
            moving.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            SchemaDifference.requireEqual(moving.inspect(), before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_table_takes_the_name_of_a_view(String major) throws SQLException {
        String trigger = "CREATE TRIGGER %s BEFORE UPDATE ON %s"
                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();";
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute("CREATE TABLE held (id integer); CREATE VIEW people AS SELECT 1 AS id;"
                    + trigger.formatted("a", "held")
                    + trigger.formatted("b", "people").replace("BEFORE", "INSTEAD OF") + "INSERT INTO held VALUES (7)");
            end.execute("CREATE TABLE people (id integer);" + trigger.formatted("a", "people"));
            Schema before = moving.inspect();
            Schema after = end.inspect();
            ObjectName people = ObjectName.of("public", "people");
            Plan plan = LiveDatabase.plan(before, after, new FormerName(new Reference.ToTable(people), "public.held"));
            moving.run(plan);
            SchemaDifference.requireEqual(moving.inspect(), after);
            assertThat(moving.query("SELECT id FROM people")).containsExactly("7");
            moving.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            SchemaDifference.requireEqual(moving.inspect(), before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_view_shows_a_table_under_the_name_that_it_had_and_gives_that_back(String major) throws SQLException {
        String other = "CREATE VIEW w AS SELECT id FROM %1$s; CREATE TABLE o (t_id integer REFERENCES %1$s);";
        String plain = "CREATE TABLE t (id integer PRIMARY KEY, name text);" + other.formatted("t");
        String shown = "CREATE TABLE people (id integer, name text, CONSTRAINT t_pkey PRIMARY KEY (id));"
                + other.formatted("people") + "CREATE VIEW t AS SELECT id, name FROM people";
        areRenamed(major, plain, shown, "people", "t");
        areRenamed(major, shown, plain, "t", "people");
    }

    private static void areRenamed(String major, String first, String second, String table, String former)
            throws SQLException {
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(first);
            end.execute(second);
            Schema before = moving.inspect();
            Schema after = end.inspect();
            FormerName renamed =
                    new FormerName(new Reference.ToTable(ObjectName.of("public", table)), "public." + former);
            List<Change> changes =
                    new Differ(LiveDatabase.DIALECT, List.of(renamed), new ObviousAnswers()).diff(before, after);
            Planner planner = new Planner(LiveDatabase.DIALECT);
            Plan plan = planner.plan(before, changes);
            for (List<Change> back : List.of(Changes.reverse(changes), Changes.reverse(plan.changes()))) {
                moving.run(plan);
                SchemaDifference.requireEqual(moving.inspect(), after);
                moving.run(planner.plan(after, back));
                SchemaDifference.requireEqual(moving.inspect(), before);
            }
        }
    }
}
