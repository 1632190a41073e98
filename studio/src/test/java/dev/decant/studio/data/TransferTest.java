package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransferTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open().with("""
                create table people (id bigint generated always as identity primary key, name text not null, size numeric(6, 2), ok boolean,
                  data jsonb, born timestamptz, twice int generated always as (2) stored);
                insert into people (name, size, ok, data, born) values ('Ada, "the first"', -1.50, true, '{"a": [1, 2.50]}', '2024-01-01 00:00:00.000001+00'),
                  ('=1+1', null, false, null, null), (E'line\\nbreak', 900.00, null, '"x"', 'infinity'), ('', 0, null, null, null)
                """);

    private static HttpResponse<String> export(String format, String... more) {
        String[] query = new String[6 + more.length];
        System.arraycopy(new String[] {"schema", "public", "table", "people", "format", format}, 0, query, 0, 6);
        System.arraycopy(more, 0, query, 6, more.length);
        return studio.get(studio.at("/api/export", query));
    }

    @Test
    void csv_keeps_null_and_empty_apart_and_formulas_from_spreadsheets() {
        HttpResponse<String> answer = export("csv");

        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"people.csv\"");
        assertThat(answer.body()).isEqualTo("""
                id,name,size,ok,data,born,twice\r
                1,"Ada, ""the first""\",-1.50,t,"{""a"": [1, 2.50]}",2024-01-01 00:00:00.000001+00,2\r
                2,'=1+1,,f,,,2\r
                3,"line
                break",900.00,,\"""x""\",infinity,2\r
                4,"",0.00,,,,2\r
                """);
        assertThat(export("csv", "guard", "0", "columns", "name").body()).contains("\r\n=1+1,2\r\n");
    }

    @Test
    void json_keeps_numbers_and_documents_as_they_are() {
        String first =
                "{\"id\": 1, \"name\": \"Ada, \\\"the first\\\"\", \"size\": -1.50, \"ok\": true, \"data\": {\"a\": [1, 2.50]},"
                        + " \"born\": \"2024-01-01 00:00:00.000001+00\", \"twice\": 2}";

        assertThat(export("json").body()).startsWith("[\n" + first + ",\n").endsWith("\n]\n");
        assertThat(export("ndjson", "where", "id = 1").body()).isEqualTo(first + "\n");
        assertThat(JsonReader.readSent(export("json").body(), "the file").asItems())
                .hasSize(4);
    }

    @Test
    void sql_makes_the_same_rows_again() {
        String sql = export("sql").body();
        assertThat(sql.lines().findFirst())
                .contains(
                        "INSERT INTO public.people (id, name, size, ok, data, born) OVERRIDING SYSTEM VALUE VALUES"
                                + " ('1', 'Ada, \"the first\"', '-1.50', 't', '{\"a\": [1, 2.50]}', '2024-01-01 00:00:00.000001+00');");

        studio.with("create table copied (like people including all)");
        studio.with(sql.replace("public.people", "public.copied"));

        assertThat(studio.query("select * from copied order by id"))
                .isEqualTo(studio.query("select * from people order by id"));
    }

    @Test
    void what_breaks_off_says_so() {
        assertThat(export("csv", "where", "1 / (id - 3) > -5", "sort", "id:asc").body())
                .contains("INCOMPLETE: DCT-719 division by zero");
        assertThat(export("docx").body()).contains("DCT-712", "docx");
    }

    private static HttpResponse<String> plan(String table, String format, String text, String... more) {
        FieldsBuilder body = Json.object()
                .put("schema", "public")
                .put("table", table)
                .put("format", format)
                .put("text", text);
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i], JsonReader.readSent(more[i + 1], "more"));
        }
        return studio.post("/api/import/plan", body.build());
    }

    private static HttpResponse<String> apply(HttpResponse<String> planned) {
        return studio.post(
                "/api/import/apply",
                Json.object()
                        .put("plan", LiveStudio.document(planned).required("plan"))
                        .build());
    }

    @Test
    void csv_is_tried_and_then_brought_in() {
        studio.with("create table cities (id int primary key, name varchar(10) not null, note text, founded date)");
        HttpResponse<String> planned = plan(
                "cities",
                "csv",
                "ID;Name;note;extra\n1;Bern;;x\n2;\"Genève;\nsur lac\"\"\";\"\";y\n",
                "delimiter",
                "\";\"");

        assertThat(planned.body())
                .contains(
                        "\"sources\": [{\"name\": \"ID\", \"column\": \"id\"}, {\"name\": \"Name\", \"column\": \"name\"}")
                .contains("{\"name\": \"extra\", \"column\": null}")
                .contains("\"rows\": 2")
                .contains(
                        "\"preview\": {\"columns\": [\"id\", \"name\", \"note\"], \"rows\": [[\"1\", \"Bern\", null], [\"2\", \"Genève;\\nsur lac\\\"\", \"\"]]}")
                .contains(
                        "\"errors\": [{\"row\": 2, \"column\": null, \"what\": \"value too long for type character varying(10)\"}]");
        assertThat(studio.query("select count(*) from cities"))
                .as("nothing stays of a trial")
                .containsExactly("0");
        assertThat(apply(planned).body()).contains("DCT-746", "row 2 is refused");
        assertThat(studio.query("select count(*) from cities")).containsExactly("0");

        HttpResponse<String> good =
                plan("cities", "csv", "a,b\n1,Bern\n2,Basel", "mapping", "{\"a\": \"id\", \"b\": \"name\"}");
        assertThat(good.body()).contains("\"errors\": []");
        assertThat(apply(good).body()).contains("\"rows\": 2");
        assertThat(studio.query("select id, name from cities order by id")).containsExactly("1|Bern", "2|Basel");
    }

    @Test
    void every_row_that_the_database_refuses_is_named() {
        studio.with(
                "create table strict (id int primary key, n int not null check (n > 0)); insert into strict values (7, 1)");

        assertThat(LiveStudio.document(plan("strict", "csv", "id,n\n1,1\nx,2\n3,\n7,3\n5,-1\n6,6\n"))
                        .required("errors")
                        .asItems())
                .extracting(error -> JsonWriter.line(error.asFields().required("row")) + " "
                        + JsonWriter.line(error.asFields().required("column")))
                .containsExactly("2 null", "3 \"n\"", "4 null", "5 null");
    }

    @Test
    void json_is_brought_in_with_numbers_and_documents_as_they_are() {
        studio.with("create table docs (id bigint primary key, size numeric, data jsonb)");

        apply(
                plan(
                        "docs",
                        "json",
                        "[{\"id\": 9007199254740993, \"size\": 12345678901234567890.10, \"data\": {\"a\": [1, 2.50]}}, {\"id\": 2}]"));
        apply(plan("docs", "json", "{\"id\": 3, \"size\": 0.5}\n{\"id\": 4, \"data\": null}\n"));

        assertThat(studio.query("select * from docs order by id desc"))
                .containsExactly(
                        "9007199254740993|12345678901234567890.10|{\"a\": [1, 2.50]}",
                        "4|null|null",
                        "3|0.5|null",
                        "2|null|null");
    }

    @Test
    void what_cannot_be_imported_says_why() {
        studio.with("create view looked as select 1 as one");

        assertThat(plan("looked", "csv", "one\n1\n").body()).contains("DCT-730");
        assertThat(plan("people", "csv", "name\n\"never ends\n").body()).contains("DCT-744", "line 2");
        assertThat(plan("people", "csv", "name,size\nx\n").body()).contains("DCT-744", "row 1 has 1 value,");
        assertThat(plan("people", "csv", "nothing\nx\n").body()).contains("DCT-745");
        assertThat(plan("people", "csv", "a\nx\n", "mapping", "{\"a\": \"twice\"}")
                        .body())
                .contains("DCT-733");
        assertThat(plan("people", "json", "[1]").body()).contains("DCT-204");
    }

    @Test
    void many_rows_come_in_and_tell_how_far_they_are() {
        studio.with("create table many (n int)");
        StringBuilder text = new StringBuilder("n\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append('\n');
        }

        assertThat(apply(plan("many", "csv", text.toString())).body()).contains("\"rows\": 20000");
        assertThat(studio.query("select count(distinct n) from many")).containsExactly("20000");
    }
}
