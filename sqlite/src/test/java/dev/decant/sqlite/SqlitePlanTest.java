package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.diff.Differ;
import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.AnyAnswer;
import dev.decant.testkit.PlanContract;
import dev.decant.testkit.SchemaDifference;
import dev.decant.testkit.Seeds;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plans between random schemas, run on SQLite. */
class SqlitePlanTest {
    private static final int CASES = 1_000;
    private static final int CASES_WITH_ROWS = 300;

    private final SqliteDialect dialect = new SqliteDialect();
    private int kept;

    @Test
    void a_plan_makes_a_database_what_is_wanted_and_its_reverse_makes_it_what_it_was() {
        Seeds.of(CASES).forEach(seed -> Seeds.check(seed, () -> TableTextTest.quietly(() -> prove(new Random(seed)))));
    }

    private static void prove(Random random) throws SQLException {
        RandomSqliteSchema schemas = new RandomSqliteSchema(random);
        Schema before = schemas.after(Schema.EMPTY);
        try (Lab lab = new Lab()) {
            new PlanContract(new SqliteDatabase(), random).prove(lab.connection(), before, schemas.after(before));
        } catch (UnsupportedChangeException said) {
            assertThat(said.what()).contains("cannot rename this column in place");
        }
    }

    @Test
    void rows_survive_or_the_migration_is_undone() {
        long[] seeds = Seeds.of(CASES_WITH_ROWS).toArray();
        for (long seed : seeds) {
            Seeds.check(seed, () -> TableTextTest.quietly(() -> withRows(new Random(seed))));
        }
        assertThat(kept * 10).isGreaterThan(seeds.length > 1 ? seeds.length : -1);
    }

    private void withRows(Random random) throws SQLException {
        RandomSqliteSchema schemas = new RandomSqliteSchema(random);
        Schema before = schemas.after(Schema.EMPTY);
        Schema after = schemas.after(before);
        Differ differ = new Differ(dialect, List.of(), new AnyAnswer(dialect, random));
        List<Change> changes = differ.diff(before, after);
        try (Lab lab = new Lab()) {
            migrate(lab, Schema.EMPTY, before, differ.diff(Schema.EMPTY, before));
            SampleRows rows = new SampleRows(before);
            rows.fill(lab);
            lab.run("PRAGMA foreign_keys = ON");
            List<String> content = rows.content(lab);
            try {
                migrate(lab, before, after, changes);
                rows.requireKept(lab, new Planner(dialect).plan(before, changes).changes());
                kept++;
            } catch (SQLException | DecantException misfit) {
                requireAboutRows(misfit);
                SchemaDifference.requireEqual(lab.schema(), before);
                assertThat(rows.content(lab)).isEqualTo(content);
            }
            assertThat(lab.rows("PRAGMA foreign_keys")).containsExactly("1");
            // SQLite 3.54.1 takes the default of a strict table's column behind a computed one for its value
            assertThat(lab.rows("PRAGMA integrity_check"))
                    .allMatch(line -> line.equals("ok") || line.matches("non-[A-Z]+ value in .*"));
        }
    }

    /** Rows may not fit the new schema; nothing else may fail. */
    private static void requireAboutRows(Exception misfit) {
        assertThat(misfit.getMessage())
                .containsPattern(
                        "constraint failed|CONSTRAINT|DCT-543|Cannot add a NOT NULL column|cannot store|cannot rename this");
    }

    private void migrate(Lab lab, Schema from, Schema to, List<Change> changes) throws SQLException {
        Plan plan = new Planner(dialect).plan(from, changes);
        List<String> statements =
                plan.statements().map(statement -> statement.sql()).toList();
        try {
            lab.guarded(statements);
            SchemaDifference.requireEqual(lab.schema(), to);
        } catch (AssertionError | IllegalStateException failed) {
            throw new AssertionError(failed.getMessage() + "\n\n" + String.join(";\n", statements), failed);
        } catch (SQLException failed) {
            throw new SQLException(failed.getMessage() + "\n\n" + String.join(";\n", statements), failed);
        }
    }
}
