package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users of other studios could not look at or change, done as they wanted to; the numbers are those of the reports at drizzle-orm. */
class ReportedEditsTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open();

    private static HttpResponse<String> applied(String table, String edits) {
        HttpResponse<String> plan = studio.post(
                "/api/edits/plan",
                Json.object()
                        .put("schema", "public")
                        .put("table", table)
                        .put("edits", JsonReader.readSent(edits.replace('\'', '"'), "the edits"))
                        .build());
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
        HttpResponse<String> applied = studio.post(
                "/api/edits/apply",
                Json.object()
                        .put("plan", LiveStudio.document(plan).required("plan"))
                        .build());
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        return applied;
    }

    private static List<Json> rows(String table) {
        return studio.lines(studio.at("/api/rows", "schema", "public", "table", table, "sort", "id:asc"));
    }

    /** 6213: fifty megabytes took eight seconds, 250 ended the studio. */
    @Test
    void a_table_of_files_opens_at_once_without_what_is_in_them() {
        studio.with("create table files (id uuid primary key, name varchar not null, content bytea);"
                + " alter table files alter content set storage external;"
                + " insert into files select gen_random_uuid(), 'file ' || n, decode(repeat('ab', 10 * 1024 * 1024), 'hex')"
                + " from generate_series(1, 5) n");

        long start = System.nanoTime();
        List<Json> lines = rows("files");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(lines).hasSize(7);
        assertThat(JsonWriter.line(lines.get(1)))
                .contains("\"kind\": \"bytes\", \"length\": 10485760")
                .hasSizeLessThan(2000);
        studio.with("drop table files");
    }

    /** 4380: whole numbers of 17 to 19 digits came back as others. */
    @Test
    void a_number_of_nineteen_digits_is_read_and_written_to_the_last_one_also_as_a_key_and_in_json() {
        studio.with("create table large (id bigint primary key, other bigint, doc jsonb); insert into large values"
                + " (9007199254740993, 1, '{\"id\": 9007199254740993}'), (9007199254740992, 2, null)");

        applied(
                "large",
                "[{'kind': 'update', 'key': {'id': '9007199254740993'}, 'old': {'other': '1'}, 'values': {'other': '9223372036854775807'}}]");

        assertThat(JsonWriter.line(rows("large").get(2)))
                .isEqualTo("[\"9007199254740993\", \"9223372036854775807\", \"{\\\"id\\\": 9007199254740993}\"]");
        assertThat(studio.query("select other from large where id = 9007199254740992"))
                .containsExactly("2");
    }

    /** 3441: a new row with a value of JSON could only be added in two steps. */
    @Test
    void a_new_row_is_added_with_its_json() {
        studio.with("create table types (id int primary key, properties json not null)");

        applied(
                "types",
                "[{'kind': 'insert', 'key': {}, 'old': {}, 'values': {'id': '1', 'properties': '{\\'type\\': \\'array\\', \\'n\\': 1.50}'}}]");

        assertThat(studio.query("select properties from types")).containsExactly("{\"type\": \"array\", \"n\": 1.50}");
    }

    /** 5967: a list in a jsonb column was compared as a record. */
    @Test
    void a_row_with_a_list_in_json_is_changed_and_removed() {
        studio.with("create table pairs (id int primary key, pair jsonb not null);"
                + " insert into pairs values (2, '[\"old\", \"test\"]')");
        String old = "'old': {'pair': '[\\'old\\', \\'test\\']'}";

        applied(
                "pairs",
                "[{'kind': 'update', 'key': {'id': '2'}, " + old + ", 'values': {'pair': '[\\'new\\', \\'test\\']'}}]");
        assertThat(studio.query("select pair->>0 from pairs")).containsExactly("new");
        applied("pairs", "[{'kind': 'delete', 'key': {'id': '2'}, 'old': {'pair': '[\\'new\\', \\'test\\']'}}]");
        assertThat(studio.query("select count(*) from pairs")).containsExactly("0");
    }

    /** 4673: rows of a table whose key has two columns could be added but neither changed nor removed. */
    @Test
    void a_row_of_a_key_of_two_columns_is_changed_and_removed() {
        studio.with(
                "create table followers (followed int, follower int, since timestamp not null default now(),"
                        + " primary key (followed, follower)); insert into followers values (1, 2, '2025-06-25'), (1, 3, '2025-06-25')");
        String key = "'key': {'followed': '1', 'follower': '2'}";

        applied(
                "followers",
                "[{'kind': 'update', " + key
                        + ", 'old': {'since': '2025-06-25 00:00:00'}, 'values': {'since': '2025-06-26 10:00:00.000001'}}]");
        assertThat(studio.query("select follower from followers where since = '2025-06-26 10:00:00.000001'"))
                .containsExactly("2");
        applied("followers", "[{'kind': 'delete', " + key + ", 'old': {}}]");
        assertThat(studio.query("select follower from followers")).containsExactly("3");
    }

    /** 3472: a row whose key is a moment was looked for by the moment in another form, and not found. */
    @Test
    void a_row_whose_key_is_a_moment_is_found_and_removed() {
        studio.with("create table days (id timestamp primary key); insert into days values ('2023-12-25 16:00:00')");
        String key = rows("days").get(1).asItems().getFirst().asText();

        applied("days", "[{'kind': 'delete', 'key': {'id': '" + key + "'}, 'old': {}}]");

        assertThat(studio.query("select count(*) from days")).containsExactly("0");
    }

    /** 1812: a table without a primary key could not be looked at. */
    @Test
    void a_table_without_a_key_is_shown_and_says_why_it_is_not_edited() {
        studio.with("create table loose (id int, v text); insert into loose values (1, 'a'), (1, 'a')");

        assertThat(rows("loose")).hasSize(4);
        assertThat(studio.get(studio.at("/api/schema")).body()).contains("no primary key and no unique index");
    }
}
