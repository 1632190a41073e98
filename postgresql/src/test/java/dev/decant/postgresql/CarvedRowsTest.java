package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.dialect.DataCheck;
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

/** Partitions that come to be beside one that holds rows of theirs. */
class CarvedRowsTest {
    private static final String TABLE = """
            CREATE TABLE p (id integer GENERATED ALWAYS AS IDENTITY, "at Day" date, twice integer GENERATED ALWAYS AS (extract(day FROM "at Day")::integer * 2) STORED)
                PARTITION BY RANGE ("at Day");
            CREATE TABLE "all Else" PARTITION OF p DEFAULT;""";
    private static final String MAY =
            "CREATE TABLE may PARTITION OF p FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');";
    private static final String ROWS =
            "INSERT INTO p (\"at Day\") VALUES ('2026-04-30'), ('2026-05-01'), ('2026-05-31'), ('2026-06-01'), (NULL);";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void the_rows_of_a_new_partition_leave_the_default_one(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(TABLE + ROWS);
            wanted.execute(TABLE + MAY);
            Schema after = wanted.inspect();
            live.migrate(live.inspect(), after);
            assertThat(live.query("SELECT id || ' ' || \"at Day\" || ' ' || twice FROM may ORDER BY id"))
                    .containsExactly("2 2026-05-01 2", "3 2026-05-31 62");
            assertThat(live.query("SELECT count(*)::text FROM \"all Else\"")).containsExactly("3");
            SchemaDifference.requireEqual(live.inspect(), after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void the_rows_come_back_when_the_partition_is_taken_back(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(TABLE + ROWS);
            wanted.execute(TABLE + MAY);
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            List<String> rows = live.query("SELECT id || ' ' || twice FROM p ORDER BY id");
            Plan there = live.migrate(before, after);
            live.execute("INSERT INTO p (\"at Day\") VALUES ('2026-05-07')");
            Plan back = new Planner(LiveDatabase.DIALECT).back().plan(after, Changes.reverse(there.changes()));
            assertThat(back.hazards()).noneMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS);
            live.run(back);
            SchemaDifference.requireEqual(live.inspect(), before);
            assertThat(live.query("SELECT id || ' ' || twice FROM \"all Else\" WHERE id < 6 ORDER BY id"))
                    .isEqualTo(rows.subList(0, rows.size()));
            assertThat(live.query("SELECT count(*)::text FROM \"all Else\"")).containsExactly("6");
            Plan forward = new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(there.changes()));
            assertThat(forward.statements())
                    .noneMatch(statement -> statement.sql().contains("DELETE"));
        }
    }

    @Test
    void a_default_partition_that_comes_along_has_no_rows_to_move() throws SQLException {
        DumpRoundTrip.check("17", TABLE + MAY);
        List<String> statements = ObjectProof.becomes("", TABLE + MAY);
        assertThat(statements).noneMatch(sql -> sql.contains("DELETE"));
    }

    @Test
    void rows_that_a_trigger_or_a_key_looks_after_are_counted_before_the_run() throws SQLException {
        String keyed = """
                CREATE TABLE p (k integer PRIMARY KEY) PARTITION BY LIST (k);
                CREATE TABLE rest PARTITION OF p DEFAULT;
                CREATE TABLE q (k integer REFERENCES p ON DELETE CASCADE);""";
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            live.execute(keyed + "INSERT INTO p VALUES (1), (2), (3); INSERT INTO q VALUES (1);");
            wanted.execute(keyed + "CREATE TABLE one PARTITION OF p FOR VALUES IN (1, 2)");
            Schema before = live.inspect();
            Plan plan = LiveDatabase.plan(before, wanted.inspect());
            assertThat(plan.statements()).noneMatch(statement -> statement.sql().contains("DELETE"));
            Change create = plan.changes().getFirst();
            List<DataCheck> checks = LiveDatabase.DIALECT.checks(create, before);
            assertThat(checks).hasSize(1);
            assertThat(live.query(checks.getFirst().sql())).containsExactly("2");
            assertThat(checks.getFirst().subject().many())
                    .isEqualTo("rows of public.rest belong into public.one and would have to move there");
        }
    }

    @Test
    void rows_that_leave_a_partition_for_another_are_counted_before_the_run() throws SQLException {
        String hashed = "CREATE TABLE p (k integer) PARTITION BY HASH (k);";
        String ranged = "CREATE TABLE r (k integer) PARTITION BY RANGE (k);";
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            live.execute(hashed + "CREATE TABLE all_of_it PARTITION OF p FOR VALUES WITH (MODULUS 1, REMAINDER 0);"
                    + ranged + "CREATE TABLE low PARTITION OF r FOR VALUES FROM (MINVALUE) TO (10);"
                    + "INSERT INTO p SELECT generate_series(1, 100); INSERT INTO r SELECT generate_series(1, 9)");
            wanted.execute(hashed + "CREATE TABLE all_of_it PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
                    + ranged + "CREATE TABLE low PARTITION OF r FOR VALUES FROM (3) TO (10)");
            Schema before = live.inspect();
            List<Change> changes = LiveDatabase.plan(before, wanted.inspect()).changes();
            assertThat(changes).hasSize(2);
            for (Change change : changes) {
                DataCheck check = LiveDatabase.DIALECT.checks(change, before).getFirst();
                long count = Long.parseLong(live.query(check.sql()).getFirst());
                assertThat(count).isBetween(2L, 60L);
                assertThat(check.subject().many()).contains("do not belong FOR VALUES");
            }
        }
    }
}
