package dev.decant.rehearsal;

import dev.decant.codec.JsonWriter;
import dev.decant.codec.SchemaCodec;
import dev.decant.database.Scope;
import dev.decant.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a database made of schemas that were built beside it before, for whoever compares again and again: the same schema need not be built
 * twice. Open to several threads; the schemas that were wanted last are kept.
 */
public final class Memory {
    private static final int KEPT = 16;

    /**
     * What was built, and what of it was read back.
     *
     * @param text the schema; its text tells apart what schemas that are equal do not, the order of columns
     */
    private record Key(String text, Scope scope) {}

    private final Map<Key, Schema> built = new LinkedHashMap<>();

    /** What was made of a schema, if that is known. */
    synchronized Optional<Schema> of(Schema schema, Scope scope) {
        Key key = key(schema, scope);
        Optional<Schema> known = Optional.ofNullable(built.remove(key));
        known.ifPresent(made -> built.put(key, made));
        return known;
    }

    /** Notes what was made of a schema. */
    synchronized void note(Schema schema, Scope scope, Schema made) {
        built.put(key(schema, scope), made);
        if (built.size() > KEPT) {
            built.remove(built.keySet().iterator().next());
        }
    }

    private static Key key(Schema schema, Scope scope) {
        return new Key(JsonWriter.line(SchemaCodec.write(schema)), scope);
    }
}
