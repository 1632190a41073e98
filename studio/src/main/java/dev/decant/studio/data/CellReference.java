package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of one row, as a text that goes to the page and comes back. */
public sealed interface CellReference {
    /**
     * In a row that is found by what it has.
     *
     * @param schema the namespace
     * @param table the table
     * @param column the column
     * @param identity the columns by which the row is found
     * @param values what they have
     */
    record Keyed(String schema, String table, String column, List<String> identity, List<@Nullable String> values)
            implements CellReference {}

    /**
     * In a row that is counted off.
     *
     * @param query the name of the query
     * @param place which of its columns
     * @param row which of its rows
     * @param fingerprint of what was shown of the row
     */
    record Counted(String query, int place, long row, String fingerprint) implements CellReference {}

    /** The text for a value of a row that is found by what it has. */
    static String keyed(
            Relation relation, RelationColumn column, List<String> identity, List<@Nullable String> values) {
        return Cursor.encode(Json.list(List.of(
                Json.of(relation.name().schema()),
                Json.of(relation.name().local()),
                Json.of(column.name()),
                Json.texts(identity),
                Cursor.texts(values))));
    }

    /** The text for a value of a row that is counted off. */
    static String counted(String query, int place, long row, String fingerprint) {
        return Cursor.encode(Json.list(List.of(Json.of(query), Json.of(place), Json.of(row), Json.of(fingerprint))));
    }

    /**
     * What a text means.
     *
     * @throws dev.decant.failure.DecantException DCT-711 when it means nothing
     */
    static CellReference read(String text) {
        List<Json> items = Cursor.decode(text).asItems();
        return switch (items.size()) {
            case 4 ->
                new Counted(
                        items.get(0).asText(),
                        (int) items.get(1).asWhole(),
                        items.get(2).asWhole(),
                        items.get(3).asText());
            case 5 ->
                new Keyed(
                        items.get(0).asText(),
                        items.get(1).asText(),
                        items.get(2).asText(),
                        items.get(3).asTexts(),
                        Cursor.texts(items.get(4).asItems()));
            default -> throw Cursor.unknown();
        };
    }
}
