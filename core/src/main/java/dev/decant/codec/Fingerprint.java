package dev.decant.codec;

import dev.decant.model.Column;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A short text that is the same for equal schemas and, for all practical purposes, different for all others.
 *
 * <p>It is {@code s1:} and the SHA-256 of the schema's objects and tables, each on a line of JSON with its fields in the order of their
 * names, columns sorted by name. Fields with their usual value are not in it, so that a new property of the model leaves the fingerprints
 * of all schemas that do not use it. Another rule gets another prefix.
 */
public final class Fingerprint {
    private static final String PREFIX = "s1:";
    private static final Codec<Table> TABLE = Codecs.of(Table.class);
    private static final Codec<SchemaObject> OBJECT = Codecs.of(SchemaObject.class);

    private Fingerprint() {}

    /** The fingerprint of a schema. */
    public static String of(Schema schema) {
        MessageDigest digest = sha256();
        schema.objects().values().forEach(object -> update(digest, OBJECT.write(object)));
        schema.tables().values().forEach(table -> update(digest, TABLE.write(sorted(table))));
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    private static Table sorted(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }

    private static void update(MessageDigest digest, Json json) {
        digest.update((JsonWriter.line(sorted(json)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Json sorted(Json json) {
        return switch (json) {
            case Json.Fields(Map<String, Json> fields, Place place) ->
                new Json.Fields(
                        fields.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        field -> sorted(field.getValue()),
                                        (a, b) -> a,
                                        TreeMap::new)),
                        place);
            case Json.Items(List<Json> items, Place place) ->
                new Json.Items(items.stream().map(Fingerprint::sorted).toList(), place);
            case Json.Text text -> text;
            case Json.Whole whole -> whole;
            case Json.Flag flag -> flag;
            case Json.Decimal decimal -> decimal;
            case Json.Null nothing -> nothing;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
