package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.studio.LiveStudio;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changes of rows that become files of the project. */
class ScriptsTest {
    private static final String ALL = """
            [{"kind": "insert", "key": {}, "old": {}, "values": {"code": "nz", "name": "O'Neil", "area": null}},
             {"kind": "update", "key": {"code": "de"}, "old": {"name": "Germany"}, "values": {"name": "Deutschland", "code": "dx"}},
             {"kind": "delete", "key": {"code": "at"}, "old": {"name": "Austria"}}]""";

    private static LiveStudio studio;

    @BeforeAll
    static void start() {
        studio = LiveStudio.open();
        studio.with(
                "create table countries (code text primary key, name text not null, area numeric(12, 2),"
                        + " upper text generated always as (upper(name)) stored);"
                        + " create table towns (id int generated always as identity primary key, country text references countries on delete cascade);"
                        + " insert into countries (code, name, area) values ('de', 'Germany', 357588.10), ('at', 'Austria', null)");
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static HttpResponse<String> posted(String path, String table, String title, String edits) {
        return studio.post(
                path,
                Json.object()
                        .put("schema", "public")
                        .put("table", table)
                        .put("title", title)
                        .put("edits", JsonReader.readSent(edits, "the edits"))
                        .build());
    }

    private static String file(Json.Fields written, String name) {
        return written.required("files").asItems().stream()
                .map(Json::asFields)
                .filter(file -> file.required("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .required("text")
                .asText();
    }

    @Test
    void a_migration_does_what_was_staged_and_takes_it_back_exactly() {
        List<String> before = studio.query("select * from countries order by code");

        HttpResponse<String> answer = posted("/api/edits/migration", "countries", "rename a country", ALL);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Json.Fields written = LiveStudio.document(answer);
        String up = file(written, "up.sql");
        String down = file(written, "down.sql");
        assertThat(up)
                .startsWith("-- rename a country")
                .contains(
                        "DELETE FROM public.countries WHERE code = 'at';",
                        "UPDATE public.countries SET name = 'Deutschland', code = 'dx' WHERE code = 'de';",
                        "INSERT INTO public.countries (code, name, area) VALUES ('nz', 'O''Neil', NULL);");
        assertThat(down).contains("does not come back: what public.towns has of it");
        assertThat(studio.query("select * from countries order by code"))
                .as("nothing is written to the database")
                .isEqualTo(before);
        studio.with(up);
        assertThat(studio.query("select code from countries order by code")).containsExactly("dx", "nz");
        studio.with(down);
        assertThat(studio.query("select * from countries order by code")).isEqualTo(before);
        assertThat(studio.folder().resolve(written.required("folder").asText()).resolve("migration.json"))
                .exists();
    }

    @Test
    void a_new_row_that_could_not_be_found_again_is_refused() {
        String edit = "[{\"kind\": \"insert\", \"key\": {}, \"old\": {}, \"values\": {\"country\": \"de\"}}]";

        assertThat(posted("/api/edits/migration", "towns", "add a town", edit).body())
                .contains("DCT-763", "give it a value of id");
        assertThat(posted("/api/edits/migration", "countries", " ", ALL).body()).contains("DCT-760");
    }

    @Test
    void a_seed_can_run_twice_and_is_never_written_over() throws IOException {
        String edit =
                "[{\"kind\": \"insert\", \"key\": {}, \"old\": {}, \"values\": {\"code\": \"it\", \"name\": \"Italia\"}}]";

        HttpResponse<String> answer = posted("/api/edits/seed", "countries", "Countries of Europe", edit);

        assertThat(LiveStudio.document(answer).required("file").asText()).isEqualTo("seeds/countries-of-europe.sql");
        String seed = Files.readString(studio.folder().resolve("seeds/countries-of-europe.sql"));
        assertThat(seed).contains("BEGIN;", "ON CONFLICT DO NOTHING;", "COMMIT;");
        studio.with(seed).with(seed);
        assertThat(studio.query("select name from countries where code = 'it'")).containsExactly("Italia");
        studio.with("delete from countries where code = 'it'");
        assertThat(posted("/api/edits/seed", "countries", "countries of europe", edit)
                        .body())
                .contains("DCT-762");
    }
}
