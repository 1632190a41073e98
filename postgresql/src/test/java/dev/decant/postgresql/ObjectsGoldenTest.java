package dev.decant.postgresql;

import static dev.decant.postgresql.Given.CONTENTS;
import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.enumeration;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.renamedLabel;
import static dev.decant.postgresql.Given.renamedObject;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.table;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.sequence.Sequence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectsGoldenTest {
    private static final ObjectName NUMBERS = ObjectName.of("public", "numbers");
    private static final EnumType STATUS = enumeration("status", "NEW", "OPEN", "it's done");

    private static Sequence sequence(String type, SequenceOptions options) {
        return new Sequence(NUMBERS, DataType.of(type), options, Optional.empty(), "");
    }

    @Test
    void objects_of_every_kind_are_created() {
        Sequence owned = new Sequence(
                NUMBERS,
                DataType.of("integer"),
                SequenceOptions.DEFAULT.withStart(5).withCycle(true),
                Optional.of(new Reference.ToColumn(CONTENTS, "number")),
                "counts");
        Golden.check(
                "create-objects",
                Schema.EMPTY,
                schema(
                        List.of(
                                new Namespace(ObjectName.of("audit"), "who did what"),
                                Extension.of("citext"),
                                new Extension(ObjectName.of("hstore"), Optional.of("audit"), Optional.empty(), "pairs"),
                                new EnumType(ObjectName.of("audit", "Kind"), List.of("a", "b"), "either"),
                                owned),
                        contents(column("number", "integer"), column("kind", "audit.Kind"), column("name", "citext"))));
    }

    @Test
    void a_sequence_counts_in_another_way() {
        Golden.check(
                "alter-sequence",
                schema(sequence("integer", SequenceOptions.DEFAULT)),
                schema(sequence(
                        "bigint",
                        SequenceOptions.DEFAULT.withIncrement(10).withCache(20).withCycle(true))));
    }

    @Test
    void a_sequence_turns_round() {
        Golden.check(
                "turn-sequence",
                schema(sequence("bigint", SequenceOptions.DEFAULT.withMaximum(1000))),
                schema(sequence(
                        "bigint",
                        SequenceOptions.DEFAULT
                                .withIncrement(-1)
                                .withMinimum(-50)
                                .withMaximum(50))));
    }

    @Test
    void a_sequence_is_renamed() {
        ObjectName counts = ObjectName.of("audit", "Counts");
        Sequence before = sequence("bigint", SequenceOptions.DEFAULT);
        Golden.check(
                "rename-sequence",
                schema(List.of(Namespace.of("audit"), before)),
                schema(List.of(Namespace.of("audit"), before.withName(counts))),
                renamedObject(Sequence.KIND, counts, "public.numbers"));
    }

    @Test
    void labels_are_added_anywhere() {
        Table table = contents(filled("status", "public.status", "'NEW'"));
        Golden.check(
                "add-labels",
                schema(STATUS, table),
                schema(
                        STATUS.withLabels(List.of("DRAFT", "SENT", "NEW", "READ", "OPEN", "it's done", "GONE", "LOST")),
                        table));
    }

    @Test
    void a_label_is_renamed() {
        EnumType after = STATUS.withLabels(List.of("NEW", "READ", "it's done"));
        Golden.check("rename-label", schema(STATUS), schema(after), renamedLabel(after, "READ", "OPEN"));
    }

    @Test
    void an_enum_is_renamed_and_its_columns_follow() {
        EnumType after = STATUS.withName(ObjectName.of("public", "Stage"));
        Golden.check(
                "rename-enum",
                schema(STATUS, contents(column("status", "public.status"))),
                schema(after, contents(column("status", "public.Stage"))),
                renamedObject(EnumType.KIND, after.name(), "public.status"));
    }

    @Test
    void a_label_goes_from_an_enum_that_nobody_uses() {
        Golden.check("remove-label", schema(STATUS), schema(STATUS.withLabels(List.of("NEW", "it's done"))));
    }

    @Test
    void a_label_goes_and_all_that_names_the_columns_is_made_again() {
        ObjectName users = ObjectName.of("public", "users");
        Table contents = contents(
                filled("status", "public.status", "'NEW'").withNullable(false),
                filled("history", "public.status[]", "'{NEW}'"),
                generated("is_new", "boolean", "status = 'NEW'::public.status"),
                Constraint.Check.of(
                        "contents_status_check",
                        new Expression("(status <> 'NEW'::public.status) OR (history IS NOT NULL)")),
                Constraint.ForeignKey.of("contents_status_fkey", List.of("status"), users, List.of("status")),
                Index.of("ix_contents_status", "btree", List.of("status")),
                Index.of("ix_contents_open", "btree", List.of("status"))
                        .withPredicate(Optional.of(new Expression("status = 'OPEN'::public.status"))),
                Index.of("ix_contents_is_new", "btree", List.of("is_new")));
        Table owners = table(
                users,
                required("status", "public.status"),
                Constraint.Unique.of("users_status_key", List.of("status")));
        EnumType before = new EnumType(STATUS.name(), STATUS.labels(), "where it stands");
        Golden.check(
                "remove-label-in-use",
                schema(before, contents, owners),
                schema(before.withLabels(List.of("OPEN", "NEW")), contents, owners));
    }

    @Test
    void a_default_that_goes_with_its_label_becomes_another() {
        Golden.check(
                "remove-default-label",
                schema(STATUS, contents(filled("status", "public.status", "'OPEN'"))),
                schema(
                        STATUS.withLabels(List.of("NEW", "it's done")),
                        contents(filled("status", "public.status", "'NEW'"))));
    }

    @Test
    void an_extension_moves() {
        Extension before = Extension.of("citext");
        Extension after = new Extension(before.name(), Optional.of("audit"), Optional.empty(), "");
        Golden.check(
                "move-extension",
                schema(List.of(Namespace.of("audit"), before)),
                schema(List.of(Namespace.of("audit"), after)));
    }
}
