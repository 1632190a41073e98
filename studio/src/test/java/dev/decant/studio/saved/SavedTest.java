package dev.decant.studio.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.studio.LiveStudio;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.readOnly();

    private static HttpResponse<String> view(String name, String where) {
        return studio.post(
                "/api/views",
                Json.object()
                        .put("name", name)
                        .put("schema", "public")
                        .put("table", "Order Lines")
                        .put("view", JsonReader.readSent("{\"sort\": [], \"where\": \"" + where + "\"}", "the view"))
                        .build());
    }

    private static HttpResponse<String> removed(String path) {
        return studio.send(HttpRequest.newBuilder(studio.at(path))
                .header("Cookie", studio.cookie())
                .header("X-Decant", "1")
                .DELETE());
    }

    @Test
    void a_view_is_a_file_of_the_project_that_everybody_has() throws IOException {
        assertThat(view("Große, unbezahlt", "total > 1").body())
                .contains("studio/views/public-order-lines-große-unbezahlt.json");
        view("Große, unbezahlt", "total > 2");
        Files.writeString(studio.folder().resolve("studio/views/broken.json"), "{");

        String list = studio.get(studio.at("/api/views")).body();
        assertThat(list)
                .contains("\"name\": \"Große, unbezahlt\"", "\"table\": \"Order Lines\"", "total > 2")
                .doesNotContain("total > 1", "broken");
        assertThat(removed("/api/views/" + LiveStudio.encoded("public-order-lines-große-unbezahlt.json"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(studio.get(studio.at("/api/views")).body()).isEqualTo("{\"views\": []}");
    }

    @Test
    void a_query_is_a_file_of_sql_that_any_program_runs() throws IOException {
        studio.post(
                "/api/queries",
                Json.object()
                        .put("name", "Sales by month")
                        .put("sql", "select 1;\n-- and\nselect 2;\n")
                        .build());

        assertThat(Files.readString(studio.folder().resolve("studio/queries/sales-by-month.sql")))
                .isEqualTo("-- Sales by month\n\nselect 1;\n-- and\nselect 2;\n");
        assertThat(studio.get(studio.at("/api/queries")).body())
                .contains("\"name\": \"Sales by month\"", "\"sql\": \"select 1;\\n-- and\\nselect 2;\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..%2Fdecant.toml", "..%5C..%5Cx.json", ".hidden.json", "decant.toml", "nothing.json", "%00.json"
            })
    void nothing_beside_what_was_saved_is_removed(String file) {
        assertThat(removed("/api/views/" + file).statusCode()).isIn(400, 404, 422);
        assertThat(studio.folder().resolve("decant.toml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../..", "---"})
    void a_name_has_a_letter_or_a_digit(String name) {
        assertThat(view(name, "").body()).contains("DCT-760");
        assertThat(Path.of(studio.folder().toString(), "studio", "views", ".json"))
                .doesNotExist();
    }
}
