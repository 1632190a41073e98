package dev.decant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import dev.decant.plan.Planner;
import dev.decant.sql.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The orders that planner finds. */
class PlannerTest {
    private static final ObjectName A = ObjectName.of("public", "a");
    private static final ObjectName B = ObjectName.of("public", "b");

    @Test
    void tables_that_point_at_each_other_come_before_their_foreign_keys() {
        Schema circle = circle();
        assertThat(plan(Schema.EMPTY, circle))
                .containsExactly(
                        "create table public.a",
                        "create table public.b",
                        "create constraint public.a.a_fk",
                        "create constraint public.b.b_fk");
    }

    @Test
    void tables_that_point_at_each_other_lose_their_foreign_keys_before_they_go() {
        assertThat(plan(circle(), Schema.EMPTY))
                .containsExactly(
                        "drop constraint public.b.b_fk",
                        "drop constraint public.a.a_fk",
                        "drop table public.a",
                        "drop table public.b");
    }

    @Test
    void a_table_goes_before_the_one_that_it_points_at() {
        Schema before = schema(List.of(keyed(A), keyed(B).with(foreignKey("b_fk", A))));
        assertThat(plan(before, Schema.EMPTY)).containsExactly("drop table public.b", "drop table public.a");
    }

    @Test
    void an_extension_comes_before_everything_that_may_rest_on_it() {
        Schema after = Schema.of(List.of(keyed(A)), List.of(Extension.of("vector")));
        assertThat(plan(Schema.EMPTY, after)).containsExactly("create extension vector", "create table public.a");
        assertThat(plan(after, Schema.EMPTY)).containsExactly("drop table public.a", "drop extension vector");
    }

    @Test
    void a_type_comes_before_the_column_and_goes_after_it() {
        SchemaObject mood = new EnumType(ObjectName.of("public", "mood"), List.of("ok"), "");
        Column column = Column.of("mood", DataType.declared(mood.name()));
        Schema with = Schema.of(List.of(keyed(A).with(column)), List.of(mood));
        Schema without = schema(List.of(keyed(A)));
        assertThat(plan(without, with))
                .containsExactly("create enum public.mood", "create column public.a.mood public.mood");
        assertThat(plan(with, without))
                .containsExactly("drop column public.a.mood public.mood", "drop enum public.mood");
    }

    @Test
    void a_foreign_key_steps_aside_while_both_its_ends_change_their_type() {
        Schema before = schema(List.of(keyed(A), keyed(B).with(foreignKey("b_fk", A))));
        Schema after = schema(List.of(
                keyed(A, DataType.of("uuid")), keyed(B, DataType.of("uuid")).with(foreignKey("b_fk", A))));
        assertThat(plan(before, after))
                .containsExactly(
                        "drop constraint public.b.b_fk",
                        "alter column public.a.id integer: type uuid",
                        "alter column public.b.id integer: type uuid",
                        "create constraint public.b.b_fk");
    }

    @Test
    void a_generated_column_steps_aside_while_what_it_is_computed_from_changes_its_type() {
        Column sum =
                Column.of("sum", DataType.of("bigint")).withFill(new Fill.Generated(new Expression("id + 1"), true));
        Schema before = schema(List.of(keyed(A).with(sum)));
        Schema after = schema(List.of(keyed(A, DataType.of("bigint")).with(sum)));
        assertThat(plan(before, after))
                .containsExactly(
                        "drop column public.a.sum bigint",
                        "alter column public.a.id integer: type bigint",
                        "create column public.a.sum bigint");
    }

    @Test
    void a_foreign_key_waits_for_a_key_that_it_can_point_at() {
        Column size = Column.of("size", DataType.of("integer")).withNullable(false);
        ObjectName c = ObjectName.of("public", "c");
        Constraint late = new Constraint.Unique("a_size_key", List.of("size"), false, Deferral.INITIALLY_DEFERRED, "");
        Constraint key = new Constraint.PrimaryKey("a_pkey", List.of("size"), "");
        Constraint toSize = Constraint.ForeignKey.of("b_fk", List.of("id"), A, List.of("size"));
        Table sized = keyed(A).with(size);
        Schema before = schema(List.of(sized, keyed(B), keyed(c).with(foreignKey("c_fk", A))));
        Schema after = schema(
                List.of(sized.without(PartKind.CONSTRAINT, "a_pkey").with(key).with(late), keyed(B).with(toSize)));
        assertThat(plan(before, after))
                .containsSubsequence("create constraint public.a.a_pkey", "create constraint public.b.b_fk");
    }

    @Test
    void the_sequence_of_a_table_that_moved_is_gone_before_a_new_table_brings_one_of_its_name() {
        ObjectName moved = ObjectName.of("other", "a");
        Column plain = Column.of("id", DataType.of("integer")).withNullable(false);
        Column counted = plain.withFill(new Fill.Serial(A.withLocal("a_id_seq"), SequenceOptions.DEFAULT));
        Column countedThere = plain.withFill(new Fill.Serial(moved.withLocal("a_id_seq"), SequenceOptions.DEFAULT));
        Table a = Table.of(A, List.of(counted));
        List<Change> changes = List.of(new RenameTable(moved, B), new CreateTable(a), new AlterPart(B, counted, plain));
        assertThat(plan(
                        schema(List.of(Table.of(moved, List.of(countedThere)))),
                        changes,
                        schema(List.of(a, Table.of(B, List.of(plain))))))
                .containsExactly(
                        "rename table other.a to public.b",
                        "alter column public.b.id integer: no default",
                        "create table public.a");
    }

    @Test
    void what_is_computed_from_a_renamed_column_lets_go_of_it_before_another_takes_the_name() {
        Column old = Column.of("old", DataType.of("integer"));
        Column size = Column.of("size", DataType.of("integer"));
        Column computed = size.withFill(new Fill.Generated(new Expression("id + 1"), true));
        Column note = Column.of("note", DataType.of("integer"));
        Column copied = note.withFill(new Fill.Generated(new Expression("old + 1"), true));
        Column copiedAfter = note.withFill(new Fill.Generated(new Expression("size + 1"), true));
        List<Change> changes = List.of(
                new RenamePart(A, PartKind.COLUMN, "old", "size"),
                new DropPart(A, size),
                new AddPart(A, computed),
                new AlterPart(A, copiedAfter, note));
        assertThat(plan(
                        schema(List.of(keyed(A).with(old).with(copied))),
                        changes,
                        schema(List.of(keyed(A).with(note).with(computed)))))
                .containsExactly(
                        "rename column public.a.old to size",
                        "alter column public.a.note integer: no default",
                        "drop column public.a.size integer",
                        "create column public.a.size integer");
    }

    private static List<String> plan(Schema before, Schema after) {
        return plan(
                before, new Differ(new PermissiveDialect(), List.of(), Questions.NOBODY).diff(before, after), after);
    }

    private static List<String> plan(Schema before, List<Change> changes, Schema after) {
        PermissiveDialect dialect = new PermissiveDialect();
        List<Change> ordered = new Planner(dialect).plan(before, changes).changes();
        SchemaDifference.requireEqual(Changes.apply(ordered, before, Syntax.POSTGRESQL), after);
        return ordered.stream().map(Change::describe).toList();
    }

    private static Schema circle() {
        return schema(List.of(keyed(A).with(foreignKey("a_fk", B)), keyed(B).with(foreignKey("b_fk", A))));
    }

    private static Schema schema(List<Table> tables) {
        return Schema.of(tables, List.of());
    }

    private static Table keyed(ObjectName name) {
        return keyed(name, DataType.of("integer"));
    }

    private static Table keyed(ObjectName name, DataType type) {
        return Table.of(name, List.of(Column.of("id", type).withNullable(false)))
                .with(new Constraint.PrimaryKey(name.local() + "_pkey", List.of("id"), ""));
    }

    private static Constraint foreignKey(String name, ObjectName target) {
        return Constraint.ForeignKey.of(name, List.of("id"), target, List.of("id"));
    }
}
