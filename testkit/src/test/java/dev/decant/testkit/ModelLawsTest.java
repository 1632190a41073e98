package dev.decant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Differ;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The laws that differ, changes and planner keep for any two schemas. */
class ModelLawsTest {
    private static final int CASES = 10_000;
    private static final Syntax SYNTAX = Syntax.POSTGRESQL;

    @Test
    void the_changes_between_two_schemas_turn_the_first_into_the_second_and_back() {
        eachPair((before, after, random) -> {
            List<Change> changes = differ(List.of(), random).diff(before, after);
            SchemaDifference.requireEqual(Changes.apply(changes, before, SYNTAX), after);
            SchemaDifference.requireEqual(Changes.apply(Changes.reverse(changes), after, SYNTAX), before);
        });
    }

    @Test
    void a_schema_has_no_changes_against_itself() {
        eachPair((before, after, random) ->
                assertThat(differ(List.of(), random).diff(after, after)).isEmpty());
    }

    @Test
    void a_plan_carries_out_the_changes_in_another_order_to_the_same_end() {
        eachPair((before, after, random) -> {
            List<Change> changes = differ(List.of(), random).diff(before, after);
            Plan up = new Planner(new PermissiveDialect()).plan(before, changes);
            SchemaDifference.requireEqual(Changes.apply(up.changes(), before, SYNTAX), after);
            Plan down = new Planner(new PermissiveDialect()).plan(after, Changes.reverse(changes));
            SchemaDifference.requireEqual(Changes.apply(down.changes(), after, SYNTAX), before);
        });
    }

    @Test
    void what_is_said_to_be_renamed_is_renamed_and_nothing_of_it_is_dropped() {
        eachPair((before, ignored, random) -> {
            if (before.tables().isEmpty()) {
                return;
            }
            List<FormerName> names = new ArrayList<>();
            List<Change> renames = renames(before, random, names);
            Schema after = Changes.apply(renames, before, SYNTAX);
            List<Change> found = differ(names, random).diff(before, after);
            assertThat(found).containsExactlyInAnyOrderElementsOf(renames);
            SchemaDifference.requireEqual(Changes.apply(Changes.reverse(found), after, SYNTAX), before);
        });
    }

    private static List<Change> renames(Schema schema, Random random, List<FormerName> names) {
        List<Table> tables = List.copyOf(schema.tables().values());
        Table table = tables.get(random.nextInt(tables.size()));
        ObjectName renamed = table.name().withLocal("renamed");
        String column =
                table.columns().get(random.nextInt(table.columns().size())).name();
        names.add(new FormerName(new Reference.ToTable(renamed), table.name().toString()));
        names.add(new FormerName(new Reference.ToColumn(renamed, "fresh"), column));
        return List.of(
                new RenameTable(table.name(), renamed), new RenamePart(renamed, PartKind.COLUMN, column, "fresh"));
    }

    private static Differ differ(List<FormerName> names, Random random) {
        return new Differ(
                new PermissiveDialect(),
                names,
                new GivenAnswers(java.util.Set.of(), java.util.Map.of(), anybody(random)));
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

    private interface Law {
        void holds(Schema before, Schema after, Random random);
    }

    private static void eachPair(Law law) {
        LongStream seeds = Seeds.of(CASES);
        seeds.forEach(seed -> Seeds.check(seed, () -> {
            Random random = new Random(seed);
            RandomSchema schemas = new RandomSchema(random, Flavor.POSTGRESQL);
            Schema before = schemas.next();
            law.holds(before, schemas.after(before), random);
        }));
    }
}
