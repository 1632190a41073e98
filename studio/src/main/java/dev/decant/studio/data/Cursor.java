package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.RowPosition;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places of rows as text that goes to the page and comes back. */
final class Cursor {
    private Cursor() {}

    static String behind(List<@Nullable String> values) {
        return encode(texts(values));
    }

    static String offset(long rows) {
        return encode(Json.of(rows));
    }

    /**
     * The place that a text means.
     *
     * @throws DecantException DCT-711 when it means none
     */
    static RowPosition read(String text) {
        return switch (decode(text)) {
            case Json.Whole(long rows, var place) when rows >= 0 -> new RowPosition.Offset(rows);
            case Json.Items(var values, var place) -> new RowPosition.Behind(texts(values));
            case Json.Whole one -> throw unknown();
            case Json.Fields one -> throw unknown();
            case Json.Text one -> throw unknown();
            case Json.Flag one -> throw unknown();
            case Json.Decimal one -> throw unknown();
            case Json.Null one -> throw unknown();
        };
    }

    static Json texts(List<@Nullable String> values) {
        List<Json> items = new ArrayList<>();
        for (String value : values) {
            items.add(value == null ? Json.nothing() : Json.of(value));
        }
        return Json.list(items);
    }

    static List<@Nullable String> texts(Iterable<Json> values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Json value : values) {
            texts.add(value instanceof Json.Null ? null : value.asText());
        }
        return texts;
    }

    static String encode(Json json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonWriter.line(json).getBytes(StandardCharsets.UTF_8));
    }

    static Json decode(String text) {
        try {
            return JsonReader.readSent(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), "the place");
        } catch (IllegalArgumentException | DecantException malformed) {
            throw unknown();
        }
    }

    static DecantException unknown() {
        return Failure.of("DCT-711", "this is no place of a row")
                .next("begin at the first page")
                .exception();
    }
}
