package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values of which a page shows the beginning, read as a whole from wherever they are. */
class LongValuesTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open()
            .with("create table notes (id int primary key, note text, extra jsonb);"
                    + " insert into notes select n, repeat('note ' || n || 'é ', 2000), jsonb_build_object('n', repeat('x', 9000))"
                    + " from generate_series(1, 30) n; create view read as select id, note, extra from notes order by id desc;"
                    + " create table parts (id int, note text) partition by range (id);"
                    + " create table parts_1 partition of parts for values from (0) to (100);"
                    + " insert into parts select id, note from notes");

    private static List<Json> rows(String relation, String... query) {
        String[] whole = Arrays.copyOf(new String[] {"schema", "public", "table", relation}, 4 + query.length);
        System.arraycopy(query, 0, whole, 4, query.length);
        return studio.lines(studio.at("/api/rows", whole));
    }

    private static Json.Fields big(Json row, int place) {
        return row.asItems().get(place).asFields();
    }

    private static HttpResponse<String> whole(Json.Fields big) {
        return studio.get(studio.at("/api/cell/" + big.required("ref").asText()));
    }

    @Test
    void a_long_value_of_a_view_is_read_as_a_whole_in_whatever_order_and_on_whatever_page() {
        List<Json> page = rows("read", "sort", "id:asc", "limit", "10");
        String next = page.getLast().asFields().required("next").asText();
        Json row = rows("read", "sort", "id:asc", "limit", "10", "after", next).get(3);

        assertThat(row.asItems().getFirst().asText()).isEqualTo("13");
        assertThat(whole(big(row, 1)).body()).isEqualTo("note 13é ".repeat(2000));
        assertThat(whole(big(row, 1)).headers().firstValue("X-Decant-Length")).contains("20000");
        assertThat(whole(big(row, 2)).body()).startsWith("{\"n\": \"xxx").hasSize(9009);
        Json filtered = rows("read", "where", "id < 20").get(1);
        assertThat(whole(big(filtered, 1)).body()).startsWith("note 19é ");
        assertThat(whole(big(rows("parts", "sort", "id:desc").get(2), 1)).body())
                .startsWith("note 29é ");
    }

    @Test
    void a_value_of_a_row_that_moved_meanwhile_is_not_taken_for_another() {
        Json.Fields big = big(rows("read", "sort", "id:desc").get(1), 1);
        studio.with("insert into notes values (31, repeat('new ', 2000), null)");

        assertThat(whole(big).body()).contains("DCT-714");
        studio.with("delete from notes where id = 31");
        assertThat(whole(big).body()).startsWith("note 30é ");
    }

    @Test
    void a_long_value_that_a_statement_gave_is_read_as_a_whole() {
        List<Json> lines = LiveStudio.lines(studio.post(
                "/api/sql",
                Json.object()
                        .put("id", "long")
                        .put(
                                "sql",
                                "select id, repeat(note, 10) as note, 'é' as e, extra ? 'n' -- of all\nfrom notes order by id desc; select 1")
                        .build()));

        Json row = lines.get(4);
        assertThat(row.asItems().getFirst().asText()).isEqualTo("28");
        assertThat(row.asItems().get(3).asFlag()).isTrue();
        assertThat(big(row, 1).required("length").asWhole()).isEqualTo(200_000);
        assertThat(whole(big(row, 1)).body()).isEqualTo("note 28é ".repeat(20_000));
    }

    @Test
    void a_file_of_hundreds_of_megabytes_goes_through_little_memory() throws Exception {
        studio.with("create table files (id int primary key, body bytea, text text);"
                + " alter table files alter body set storage external;"
                + " insert into files select 1, decode(repeat('ab', 80 * 1024 * 1024), 'hex'), repeat('é', 3000000)");
        Json row = rows("files").get(1);

        assertThat(sizeOfFile(big(row, 1))).isEqualTo(80L * 1024 * 1024);
        assertThat(sizeOfFile(big(row, 2))).isEqualTo(6_000_000);
        HttpResponse<String> text = studio.get(studio.at("/api/cell/" + ref(big(row, 1)), "limit", "999999999"));
        assertThat(text.body()).hasSize(2 + 2 * 16 * 1024 * 1024);
        assertThat(text.headers().firstValue("X-Decant-Truncated")).contains("true");
        studio.with("drop table files");
    }

    private static String ref(Json.Fields big) {
        return big.required("ref").asText();
    }

    private static long sizeOfFile(Json.Fields big) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(studio.at("/api/cell/" + ref(big), "download", "1"))
                .header("Cookie", studio.cookie())
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void a_table_full_of_files_is_looked_at_with_a_statement_by_the_beginnings_of_them() {
        studio.with("create table scans (id int, body bytea); alter table scans alter body set storage external;"
                + " insert into scans select n, decode(repeat('ab', 8 * 1024 * 1024), 'hex') from generate_series(1, 12) n;"
                + " insert into scans select n, '\\x00' from generate_series(13, 2000) n");

        HttpResponse<String> answer = studio.post(
                "/api/sql",
                Json.object()
                        .put("id", "all")
                        .put("sql", "select * from scans")
                        .put("limit", 2000)
                        .build());

        assertThat(answer.body())
                .contains("\"length\": 8388608", "\"rows\": 2000")
                .hasSizeLessThan(200_000);
        studio.with("drop table scans");
    }
}
