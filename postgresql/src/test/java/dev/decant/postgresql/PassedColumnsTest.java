package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.dialect.Hazard;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that children have, and a parent comes to have, or the other way round, as one of another type. */
class PassedColumnsTest {
    private static void keeps(String major, String before, String rows, String after, String query, String... kept)
            throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(before + rows);
            wanted.execute(after);
            Schema then = live.inspect();
            Schema now = wanted.inspect();
            List<String> values = live.query(query);
            Plan plan = live.migrate(then, now);
            assertThat(live.query(query)).containsExactly(kept);
            SchemaDifference.requireEqual(live.inspect(), LiveDatabase.DIALECT.settled(live.inspect(), now));
            live.run(new Planner(LiveDatabase.DIALECT).plan(now, Changes.reverse(plan.changes())));
            assertThat(live.query(query)).isEqualTo(values);
            SchemaDifference.requireEqual(live.inspect(), LiveDatabase.DIALECT.settled(live.inspect(), then));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void values_are_kept_when_a_column_rises(String major) throws SQLException {
        keeps(
                major,
                "CREATE TABLE p (id integer); CREATE TABLE c (a integer DEFAULT 5 NOT NULL, b integer) INHERITS (p);"
                        + "CREATE TABLE d (a text) INHERITS (p); CREATE TABLE e () INHERITS (c); CREATE INDEX on_a ON c (a);"
                        + "CREATE VIEW v AS SELECT a FROM c;",
                "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2, 20, 200); INSERT INTO d VALUES (3, '30');"
                        + "INSERT INTO e VALUES (4, 40, 400);",
                "CREATE TABLE p (id integer, a bigint); CREATE TABLE c (b integer) INHERITS (p);"
                        + "CREATE TABLE d () INHERITS (p); CREATE TABLE e () INHERITS (c); CREATE INDEX on_a ON c (a);"
                        + "CREATE VIEW v AS SELECT a FROM c;",
                "SELECT id || ':' || a FROM c UNION ALL SELECT id || ':' || a FROM d ORDER BY 1",
                "2:20",
                "3:30",
                "4:40");
    }

    @Test
    void values_are_kept_when_a_column_sinks() throws SQLException {
        keeps(
                "17",
                "CREATE TABLE p (id integer, a bigint DEFAULT 7); CREATE TABLE c () INHERITS (p);"
                        + "CREATE TABLE d () INHERITS (p); CREATE TABLE e () INHERITS (c);",
                "INSERT INTO c VALUES (2, 20); INSERT INTO d VALUES (3, 30); INSERT INTO e VALUES (4, 40);",
                "CREATE TABLE p (id integer); CREATE TABLE c (a integer DEFAULT 8) INHERITS (p);"
                        + "CREATE TABLE d (a text) INHERITS (p); CREATE TABLE e () INHERITS (c);",
                "SELECT id || ':' || a FROM c UNION ALL SELECT id || ':' || a FROM d ORDER BY 1",
                "2:20",
                "3:30",
                "4:40");
    }

    @Test
    void no_loss_is_told_where_there_is_none() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            live.execute("CREATE TABLE p (id integer); CREATE TABLE c (a integer) INHERITS (p)");
            wanted.execute("CREATE TABLE p (id integer, a bigint); CREATE TABLE c () INHERITS (p)");
            Plan plan = LiveDatabase.plan(live.inspect(), wanted.inspect());
            assertThat(plan.hazards()).noneMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS);
            assertThat(plan.statements())
                    .extracting(statement -> statement.sql())
                    .containsExactly(
                            "ALTER TABLE public.c ALTER COLUMN a TYPE bigint",
                            "ALTER TABLE public.p ADD COLUMN a bigint");
        }
    }
}
