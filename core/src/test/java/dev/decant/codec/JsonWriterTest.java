package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void what_fits_stands_on_one_line_and_each_object_of_a_list_has_its_own() {
        Json point = Json.object().put("x", 1).put("y", -2).build();
        Json drawing = Json.object()
                .put("title", "two points")
                .put("points", Json.list(List.of(point, point)))
                .put("tags", Json.texts(List.of("a", "b")))
                .put("none", Json.list(List.of()))
                .build();
        assertThat(JsonWriter.write(drawing)).isEqualTo("""
                        {
                          "title": "two points",
                          "points": [
                            {"x": 1, "y": -2},
                            {"x": 1, "y": -2}
                          ],
                          "tags": ["a", "b"],
                          "none": []
                        }
                        """);
    }

    @Test
    void an_object_in_an_object_of_one_field_is_indented_once() {
        Json deed = Json.object()
                .put(
                        "do",
                        Json.object()
                                .put("what", "x".repeat(70))
                                .put("why", "y".repeat(70))
                                .build())
                .build();
        assertThat(JsonWriter.write(Json.list(List.of(deed))))
                .isEqualTo("[\n  {\"do\": {\n    \"what\": \"%s\",\n    \"why\": \"%s\"\n  }}\n]\n"
                        .formatted("x".repeat(70), "y".repeat(70)));
    }

    @Test
    void no_line_is_longer_than_it_must_be() {
        Json long60 = Json.texts(List.of("a".repeat(54), "b".repeat(54)));
        assertThat(JsonWriter.write(Json.list(List.of(long60)))).hasLineCount(3);
        Json tooLong = Json.texts(List.of("a".repeat(56), "b".repeat(56)));
        assertThat(JsonWriter.write(Json.list(List.of(tooLong)))).hasLineCount(6);
    }

    @Test
    void every_string_survives() {
        String odd = "tab\t quote\" back\\slash\r\n \u0001 \u2028 ü \uD83D\uDE00 lone \uD83D.";
        String text = JsonWriter.line(Json.of(odd));
        assertThat(text).contains("\\u0001").contains("lone \\ud83d.").contains("\uD83D\uDE00");
        assertThat(JsonReader.read(text, "s.json").asText()).isEqualTo(odd);
    }
}
