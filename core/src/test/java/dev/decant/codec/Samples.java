package dev.decant.codec;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.sequence.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A schema and changes in which every field of the format stands at least once. */
final class Samples {
    static final ObjectName CONTENTS = ObjectName.of("public", "contents");
    static final ObjectName USERS = ObjectName.of("public", "users");
    static final EnumType MOOD = new EnumType(ObjectName.of("public", "mood"), List.of("glad", "sad"), "how one feels");
    static final Column URL = Column.of("url", DataType.parse("text[]"));

    private Samples() {}

    static Schema schema() {
        return Schema.of(
                List.of(contents(), Table.of(USERS, List.of(key(new Fill.Identity(false, SequenceOptions.DEFAULT))))),
                List.of(
                        Namespace.of("app"),
                        new Extension(
                                ObjectName.of("vector"), Optional.of("app"), Optional.of("0.8.0"), "for embeddings"),
                        MOOD,
                        sequence()));
    }

    private static Sequence sequence() {
        SequenceOptions options = SequenceOptions.DEFAULT
                .withStart(10)
                .withIncrement(-2)
                .withMinimum(-100)
                .withMaximum(10)
                .withCache(5)
                .withCycle(true);
        return new Sequence(
                ObjectName.of("public", "Countdown"),
                DataType.of("bigint"),
                options,
                Optional.of(new Reference.ToColumn(CONTENTS, "Odd name")),
                "");
    }

    private static Column key(Fill fill) {
        return Column.of("id", DataType.of("integer")).withNullable(false).withFill(fill);
    }

    private static Table contents() {
        Fill serial = new Fill.Serial(ObjectName.of("public", "contents_id_seq"), SequenceOptions.DEFAULT);
        return new Table(
                CONTENTS,
                List.of(
                        key(serial).withComment("the key"),
                        URL,
                        Column.of("Odd name", DataType.of("character varying", 255)),
                        Column.of("mood", DataType.declared(MOOD.name())),
                        Column.of("created_at", DataType.of("timestamp with time zone", 3))
                                .withNullable(false)
                                .withFill(new Fill.Default(new Expression("now()"))),
                        Column.of("embedding", DataType.of("vector", 512)),
                        Column.of("size", DataType.of("bigint"))
                                .withFill(new Fill.Generated(new Expression("length(\"Odd name\")"), true)),
                        Column.of("counted", DataType.of("bigint"))
                                .withNullable(false)
                                .withFill(new Fill.Identity(true, SequenceOptions.DEFAULT.withStart(1000))),
                        Column.of("row", DataType.of("integer")).withFill(new Fill.AutoIncrement())),
                List.of(
                        new Constraint.PrimaryKey("contents_pkey", List.of("id"), ""),
                        new Constraint.Unique(
                                "contents_url_key", List.of("url", "mood"), true, Deferral.INITIALLY_DEFERRED, ""),
                        foreignKey(),
                        new Constraint.Check(
                                "contents_size_positive",
                                new Expression("size > 0"),
                                true,
                                Enforcement.NOT_VALID,
                                "why")),
                List.of(
                        Index.of("ix_contents_mood", "btree", List.of("mood", "size"))
                                .withUnique(true),
                        embeddingIndex()),
                Map.of("fillfactor", "70"),
                "One piece of content, \"quoted\"");
    }

    private static Constraint foreignKey() {
        return new Constraint.ForeignKey(
                "contents_user_fkey",
                List.of("counted"),
                USERS,
                List.of("id"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                MatchType.FULL,
                Deferral.INITIALLY_IMMEDIATE,
                Enforcement.NOT_VALID,
                "who");
    }

    private static Index embeddingIndex() {
        Index.OperatorClass cosine =
                new Index.OperatorClass(ObjectName.of("vector_cosine_ops"), Map.of("siglen", "32"));
        Index.Key lower = Index.Key.of(new Index.Subject.OfExpression(new Expression("lower(\"Odd name\")")));
        return new Index(
                "ix_contents_embedding",
                List.of(
                        Index.Key.of("embedding").withOperatorClass(Optional.of(cosine)),
                        lower.withDescending(true)
                                .withNulls(Index.Nulls.LAST)
                                .withCollation(Optional.of(ObjectName.of("pg_catalog", "C"))),
                        Index.Key.of("url")
                                .withOperatorClass(
                                        Optional.of(new Index.OperatorClass(ObjectName.of("array_ops"), Map.of())))),
                false,
                "hnsw",
                true,
                List.of("size"),
                Optional.of(new Expression("mood = 'glad'")),
                new TreeMap<>(Map.of("m", "16", "ef_construction", "64")),
                "nearest first");
    }

    static List<Change> changes() {
        TableTraits plain = new TableTraits(Map.of(), "");
        return List.of(
                new CreateObject(Namespace.of("app")),
                new CreateTable(Table.of(USERS, List.of(key(Fill.NOTHING)))),
                new DropTable(Table.of(ObjectName.of("old"), List.of(URL))),
                new AlterTable(USERS, plain, new TableTraits(Map.of("fillfactor", "70"), "People")),
                new RenameTable(USERS, ObjectName.of("public", "people")),
                new AddPart(CONTENTS, URL),
                new AddPart(CONTENTS, Index.of("ix_contents_url", "gin", List.of("url"))),
                new DropPart(CONTENTS, Constraint.Check.of("contents_size_positive", new Expression("size > 0"))),
                new AlterPart(CONTENTS, URL, URL.withNullable(false)),
                new ConvertColumn(
                        CONTENTS,
                        URL,
                        URL.withType(DataType.of("text")),
                        new Expression("array_to_string(url, ' ')"),
                        new Expression("string_to_array(url, ' ')")),
                new RenamePart(CONTENTS, PartKind.COLUMN, "url", "Address"),
                new AlterObject(MOOD, MOOD.withLabels(List.of("glad", "so-so", "sad"))),
                new RenameMember(MOOD.key(), "sad", "down"),
                new RenameObject(MOOD.key(), ObjectName.of("public", "feeling")),
                new DropObject(Extension.of("vector")));
    }
}
