package dev.decant.codec;

import dev.decant.model.ObjectKind;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.util.List;
import java.util.Set;

/** Schemas as JSON and back: {@code {"objects": [...], "tables": [...]}}. */
public final class SchemaCodec {
    private static final String OBJECTS = "objects";
    private static final String TABLES = "tables";
    private static final Codec<Table> TABLE = Codecs.of(Table.class);
    private static final Codec<SchemaObject> OBJECT = Codecs.of(SchemaObject.class);

    private SchemaCodec() {}

    /** The kinds of objects that a schema in a file can have. */
    public static List<ObjectKind<?>> kinds() {
        return ObjectKinds.ALL;
    }

    /** Writes a schema. */
    public static Json.Fields write(Schema schema) {
        return Json.object()
                .put(OBJECTS, Json.list(schema.objects().values(), OBJECT::write))
                .put(TABLES, Json.list(schema.tables().values(), TABLE::write))
                .build();
    }

    /**
     * Reads a schema.
     *
     * @throws dev.decant.failure.DecantException when the JSON is no schema, with the line and the column
     */
    public static Schema read(Json json) {
        Json.Fields fields = json.asFields().only(Set.of(OBJECTS, TABLES));
        List<SchemaObject> objects =
                fields.required(OBJECTS).asItems().stream().map(OBJECT::read).toList();
        List<Table> tables =
                fields.required(TABLES).asItems().stream().map(TABLE::read).toList();
        try {
            return Schema.of(tables, objects);
        } catch (IllegalStateException e) {
            throw json.problem(String.valueOf(e.getMessage()), "remove one of them");
        }
    }
}
