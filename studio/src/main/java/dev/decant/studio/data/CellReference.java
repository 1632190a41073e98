package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of one row, as a text that goes to the page and comes back.
 *
 * @param schema the namespace
 * @param table the table
 * @param column the column
 * @param identity the columns by which the row is found
 * @param values what they have
 */
record CellReference(String schema, String table, String column, List<String> identity, List<@Nullable String> values) {
    /** The text; empty when the row cannot be found again. */
    static String of(Relation relation, RelationColumn column, List<String> identity, List<@Nullable String> values) {
        return identity.isEmpty()
                ? ""
                : Cursor.encode(Json.list(List.of(
                        Json.of(relation.name().schema()),
                        Json.of(relation.name().local()),
                        Json.of(column.name()),
                        Json.texts(identity),
                        Cursor.texts(values))));
    }

    /** What a text means. */
    static CellReference read(String text) {
        List<Json> items = Cursor.decode(text).asItems();
        return new CellReference(
                items.get(0).asText(),
                items.get(1).asText(),
                items.get(2).asText(),
                items.get(3).asTexts(),
                Cursor.texts(items.get(4).asItems()));
    }
}
