package dev.decant.postgresql;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.enumtype.EnumType;
import java.util.Arrays;
import java.util.List;

/** Schemas for tests, in few words. */
final class Given {
    static final ObjectName CONTENTS = ObjectName.of("public", "contents");

    private Given() {}

    /** The table public.contents of these parts. */
    static Table contents(TablePart... parts) {
        return table(CONTENTS, parts);
    }

    static Table table(ObjectName name, TablePart... parts) {
        Table table = Table.of(name, List.of());
        for (TablePart part : parts) {
            table = table.with(part);
        }
        return table;
    }

    static Schema schema(Table... tables) {
        return schema(List.of(), tables);
    }

    static Schema schema(List<? extends SchemaObject> objects, Table... tables) {
        return LiveDatabase.DIALECT.canonical(Schema.of(Arrays.asList(tables), objects));
    }

    static Schema schema(SchemaObject object, Table... tables) {
        return schema(List.of(object), tables);
    }

    /** A column that may be null. */
    static Column column(String name, String type) {
        return Column.of(name, DataType.parse(type));
    }

    static Column required(String name, String type) {
        return column(name, type).withNullable(false);
    }

    static Column filled(String name, String type, String value) {
        return column(name, type).withFill(new Fill.Default(new Expression(value)));
    }

    static Column identity(String name, String type) {
        return identity(name, type, SequenceOptions.DEFAULT);
    }

    static Column identity(String name, String type, SequenceOptions options) {
        return required(name, type).withFill(new Fill.Identity(false, options));
    }

    static Column serial(ObjectName table, String name, String type) {
        return serial(table, name, type, SequenceOptions.DEFAULT);
    }

    static Column serial(ObjectName table, String name, String type, SequenceOptions options) {
        ObjectName sequence = table.withLocal(table.local() + "_" + name + "_seq");
        return required(name, type).withFill(new Fill.Serial(sequence, options));
    }

    static Column generated(String name, String type, String value) {
        return column(name, type).withFill(new Fill.Generated(new Expression(value), true));
    }

    static EnumType enumeration(String name, String... labels) {
        return new EnumType(ObjectName.of("public", name), List.of(labels), "");
    }

    static FormerName renamedTable(ObjectName table, String former) {
        return new FormerName(new Reference.ToTable(table), former);
    }

    static FormerName renamedColumn(String column, String former) {
        return new FormerName(new Reference.ToColumn(CONTENTS, column), former);
    }

    static FormerName renamedPart(PartKind kind, String part, String former) {
        return new FormerName(new Reference.ToPart(CONTENTS, kind, part), former);
    }

    static FormerName renamedObject(ObjectKind<?> kind, ObjectName object, String former) {
        return new FormerName(new Reference.ToObject(new ObjectKey(kind, object)), former);
    }

    static FormerName renamedLabel(EnumType type, String label, String former) {
        return new FormerName(new Reference.ToMember(type.key(), label), former);
    }
}
