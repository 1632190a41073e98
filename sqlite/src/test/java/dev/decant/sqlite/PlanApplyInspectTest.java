package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import dev.decant.testkit.Seeds;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is planned and carried out is found in the database, for any two schemas, there and back. */
class PlanApplyInspectTest {
    private static final int CASES = 300;

    private final SqliteDialect dialect = new SqliteDialect();
    private int kept;

    @Test
    void any_schema_becomes_any_other_and_again_what_it_was() {
        Seeds.of(CASES).forEach(seed -> Seeds.check(seed, () -> TableTextTest.quietly(() -> thereAndBack(seed))));
    }

    private void thereAndBack(long seed) throws SQLException {
        Random random = new Random(seed);
        RandomSqliteSchema schemas = new RandomSqliteSchema(random);
        Schema before = schemas.after(Schema.EMPTY);
        Schema after = schemas.after(before);
        try (Lab lab = new Lab()) {
            migrate(lab, Schema.EMPTY, before, changes(Schema.EMPTY, before, random));
            List<Change> changes = changes(before, after, random);
            migrate(lab, before, after, changes);
            migrate(lab, after, before, Changes.reverse(changes));
        } catch (UnsupportedChangeException said) {
            assertThat(said.what()).contains("cannot rename this column in place");
        }
    }

    @Test
    void rows_survive_or_the_migration_is_undone() {
        long[] seeds = Seeds.of(CASES).toArray();
        for (long seed : seeds) {
            Seeds.check(seed, () -> TableTextTest.quietly(() -> withRows(seed)));
        }
        assertThat(kept * 10).isGreaterThan(seeds.length > 1 ? seeds.length : -1);
    }

    private void withRows(long seed) throws SQLException {
        Random random = new Random(seed);
        RandomSqliteSchema schemas = new RandomSqliteSchema(random);
        Schema before = schemas.after(Schema.EMPTY);
        Schema after = schemas.after(before);
        List<Change> changes = changes(before, after, random);
        try (Lab lab = new Lab()) {
            migrate(lab, Schema.EMPTY, before, changes(Schema.EMPTY, before, random));
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

    private List<Change> changes(Schema before, Schema after, Random random) {
        return new Differ(dialect, List.of(), anybody(random)).diff(before, after);
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

    private static Questions anybody(Random random) {
        return new Questions() {
            @Override
            public Optional<RenameAnswer> answer(RenameQuestion question) {
                int choice = random.nextInt(question.candidates().size() + 1);
                return Optional.of(
                        choice == 0
                                ? new RenameAnswer.IsNew()
                                : new RenameAnswer.Was(question.candidates().get(choice - 1)));
            }

            @Override
            public Optional<ConversionAnswer> answer(ConversionQuestion question) {
                return Optional.empty();
            }
        };
    }
}
