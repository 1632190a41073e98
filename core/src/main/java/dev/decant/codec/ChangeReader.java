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
import dev.decant.failure.Suggestions;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads one change, as {@link ChangeWriter} writes it. */
final class ChangeReader {
    /** The field that tells an object from others of its kind and name. */
    static final String DISTINCTION = "distinction";

    private static final Map<String, Function<Json, Change>> READERS = readers();

    private ChangeReader() {}

    static Change read(Json json) {
        Map<String, Json> fields = json.asFields().values();
        if (fields.size() != 1) {
            throw json.problem("a change has one field, which says what happens", "make two changes of it");
        }
        Map.Entry<String, Json> only = fields.entrySet().iterator().next();
        Function<Json, Change> reader = READERS.get(only.getKey());
        if (reader == null) {
            throw only.getValue()
                    .problem(
                            "there is no change \"" + only.getKey() + "\"",
                            Suggestions.advice(only.getKey(), READERS.keySet()));
        }
        return reader.apply(only.getValue());
    }

    private static Map<String, Function<Json, Change>> readers() {
        Map<String, Function<Json, Change>> readers = new LinkedHashMap<>();
        readers.put("create table", json -> new CreateTable(of(Table.class, json)));
        readers.put("drop table", json -> new DropTable(of(Table.class, json)));
        readers.put("alter table", json -> alterTable(fields(json, "table", "before", "after")));
        readers.put("rename table", json -> renameTable(fields(json, "before", "after")));
        readers.put("convert column", json -> convert(fields(json, "table", "before", "after", "forward", "backward")));
        for (PartKind kind : PartKind.values()) {
            addPart(kind, readers);
        }
        ObjectKinds.ALL.forEach(kind -> addObject(kind, readers));
        return readers;
    }

    private static void addPart(PartKind kind, Map<String, Function<Json, Change>> readers) {
        String word = kind.word();
        readers.put("add " + word, json -> {
            Json.Fields fields = fields(json, "table", word);
            return new AddPart(table(fields), part(kind, fields.required(word)));
        });
        readers.put("drop " + word, json -> {
            Json.Fields fields = fields(json, "table", word);
            return new DropPart(table(fields), part(kind, fields.required(word)));
        });
        readers.put("alter " + word, json -> {
            Json.Fields fields = fields(json, "table", "before", "after");
            return new AlterPart(
                    table(fields), part(kind, fields.required("before")), part(kind, fields.required("after")));
        });
        readers.put("rename " + word, json -> {
            Json.Fields fields = fields(json, "table", "before", "after");
            return new RenamePart(table(fields), kind, text(fields, "before"), text(fields, "after"));
        });
    }

    private static <T extends SchemaObject> void addObject(
            ObjectKind<T> kind, Map<String, Function<Json, Change>> readers) {
        Codec<T> codec = Codecs.of(kind.type());
        readers.put("create " + kind, json -> new CreateObject(codec.read(json)));
        readers.put("drop " + kind, json -> new DropObject(codec.read(json)));
        readers.put("alter " + kind, json -> {
            Json.Fields fields = fields(json, "before", "after");
            return new AlterObject(codec.read(fields.required("before")), codec.read(fields.required("after")));
        });
        readers.put("rename " + kind, json -> {
            Json.Fields fields = fields(json, "before", "after", DISTINCTION);
            return new RenameObject(key(kind, fields, "before"), name(fields, "after"));
        });
        readers.put("rename member of " + kind, json -> {
            Json.Fields fields = fields(json, "of", "before", "after", DISTINCTION);
            return new RenameMember(key(kind, fields, "of"), text(fields, "before"), text(fields, "after"));
        });
    }

    private static Change alterTable(Json.Fields fields) {
        return new AlterTable(
                table(fields),
                of(TableTraits.class, fields.required("before")),
                of(TableTraits.class, fields.required("after")));
    }

    private static Change renameTable(Json.Fields fields) {
        return new RenameTable(name(fields, "before"), name(fields, "after"));
    }

    private static Change convert(Json.Fields fields) {
        return new ConvertColumn(
                table(fields),
                of(Column.class, fields.required("before")),
                of(Column.class, fields.required("after")),
                of(Expression.class, fields.required("forward")),
                of(Expression.class, fields.required("backward")));
    }

    private static TablePart part(PartKind kind, Json json) {
        return switch (kind) {
            case COLUMN -> of(Column.class, json);
            case CONSTRAINT -> of(Constraint.class, json);
            case INDEX -> of(Index.class, json);
        };
    }

    private static Json.Fields fields(Json json, String... names) {
        return json.asFields().only(Set.copyOf(Arrays.asList(names)));
    }

    private static ObjectName table(Json.Fields fields) {
        return name(fields, "table");
    }

    private static ObjectKey key(ObjectKind<?> kind, Json.Fields fields, String field) {
        return new ObjectKey(
                kind,
                name(fields, field),
                fields.field(DISTINCTION).map(Json::asText).orElse(""));
    }

    private static ObjectName name(Json.Fields fields, String field) {
        return of(ObjectName.class, fields.required(field));
    }

    private static String text(Json.Fields fields, String field) {
        return fields.required(field).asText();
    }

    private static <T> T of(Class<T> type, Json json) {
        return Codecs.of(type).read(json);
    }
}
