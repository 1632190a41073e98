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
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;

/** Writes one change; what it writes, {@link ChangeReader} reads. */
final class ChangeWriter {
    private ChangeWriter() {}

    static Json write(Change change) {
        return switch (change) {
            case CreateTable(Table table) -> tagged("create table", of(Table.class, table));
            case DropTable(Table table) -> tagged("drop table", of(Table.class, table));
            case AlterTable alter ->
                tagged("alter table", between(table(alter.table()), traits(alter.before()), traits(alter.after())));
            case RenameTable(ObjectName before, ObjectName after) ->
                tagged("rename table", between(Json.object(), name(before), name(after)));
            case AddPart(ObjectName table, TablePart part) -> tagged("add " + word(part), wholePart(table, part));
            case DropPart(ObjectName table, TablePart part) -> tagged("drop " + word(part), wholePart(table, part));
            case AlterPart alter ->
                tagged(
                        "alter " + word(alter.before()),
                        between(table(alter.table()), part(alter.before()), part(alter.after())));
            case ConvertColumn convert -> tagged("convert column", conversion(convert));
            case RenamePart rename ->
                tagged(
                        "rename " + rename.kind().word(),
                        between(table(rename.table()), Json.of(rename.before()), Json.of(rename.after())));
            case CreateObject(SchemaObject object) -> tagged("create " + object.kind(), object(object));
            case DropObject(SchemaObject object) -> tagged("drop " + object.kind(), object(object));
            case AlterObject(SchemaObject before, SchemaObject after) ->
                tagged("alter " + before.kind(), between(Json.object(), object(before), object(after)));
            case RenameObject rename ->
                tagged(
                        "rename " + rename.before().kind(),
                        between(
                                distinguished(rename.before()),
                                name(rename.before().name()),
                                name(rename.after())));
            case RenameMember rename ->
                tagged("rename member of " + rename.object().kind(), member(rename));
        };
    }

    private static Json tagged(String words, Json body) {
        return Json.object().put(words, body).build();
    }

    private static FieldsBuilder distinguished(ObjectKey object) {
        return object.distinction().isEmpty()
                ? Json.object()
                : Json.object().put(ChangeReader.DISTINCTION, object.distinction());
    }

    private static FieldsBuilder table(ObjectName table) {
        return Json.object().put("table", name(table));
    }

    private static Json between(FieldsBuilder fields, Json before, Json after) {
        return fields.put("before", before).put("after", after).build();
    }

    private static Json wholePart(ObjectName table, TablePart part) {
        return table(table).put(word(part), part(part)).build();
    }

    private static Json conversion(ConvertColumn convert) {
        return table(convert.table())
                .put("before", part(convert.before()))
                .put("after", part(convert.after()))
                .put("forward", of(Expression.class, convert.forward()))
                .put("backward", of(Expression.class, convert.backward()))
                .build();
    }

    private static Json member(RenameMember rename) {
        FieldsBuilder fields =
                distinguished(rename.object()).put("of", name(rename.object().name()));
        return between(fields, Json.of(rename.before()), Json.of(rename.after()));
    }

    private static String word(TablePart part) {
        return part.partKind().word();
    }

    private static Json part(TablePart part) {
        return switch (part) {
            case Column column -> of(Column.class, column);
            case Constraint constraint -> of(Constraint.class, constraint);
            case Index index -> of(Index.class, index);
        };
    }

    @SuppressWarnings("unchecked") // the codec is that of the object's own class
    private static Json object(SchemaObject object) {
        return ((Codec<SchemaObject>) Codecs.of(object.kind().type())).write(object);
    }

    private static Json traits(TableTraits traits) {
        return of(TableTraits.class, traits);
    }

    private static Json name(ObjectName name) {
        return of(ObjectName.class, name);
    }

    private static <T> Json of(Class<T> type, T value) {
        return Codecs.of(type).write(value);
    }
}
