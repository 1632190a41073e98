package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open();

    private static Json.Fields planned(String table, String edits) {
        HttpResponse<String> answer = studio.post("/api/edits/plan", request(table, edits));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LiveStudio.document(answer);
    }

    private static Json request(String table, String edits) {
        return Json.object()
                .put("schema", "public")
                .put("table", table)
                .put("edits", JsonReader.readSent(edits, "the edits"))
                .build();
    }

    private static HttpResponse<String> applied(Json.Fields plan) {
        return studio.post(
                "/api/edits/apply",
                Json.object().put("plan", plan.required("plan")).build());
    }

    private static HttpResponse<String> applied(String table, String edits) {
        return applied(planned(table, edits));
    }

    @Test
    void rows_are_written_as_the_statements_that_were_shown() {
        studio.with(
                "create table notes (id bigint generated always as identity primary key, title varchar(20) not null,"
                        + " made timestamptz default '2026-01-01 00:00:00+00', twice int generated always as (2) stored);"
                        + " insert into notes (title) values ('one'), ('two'), ('three')");

        Json.Fields plan = planned("notes", """
                [{"kind": "update", "key": {"id": "1"}, "old": {"title": "one"}, "values": {"title": "It's one"}},
                 {"kind": "delete", "key": {"id": "2"}, "old": {}, "values": {}},
                 {"kind": "insert", "key": {}, "old": {}, "values": {"title": "four", "made": null}}]""");

        assertThat(plan.required("statements").asItems())
                .extracting(each -> each.asFields().required("text").asText())
                .containsExactly(
                        "DELETE FROM public.notes WHERE id = '2'",
                        "UPDATE public.notes SET title = 'It''s one' WHERE id = '1' AND title = 'one'",
                        "INSERT INTO public.notes (title, made) VALUES ('four', NULL)");
        assertThat(JsonWriter.line(plan))
                .contains("\"sql\": \"UPDATE public.notes SET title = $1 WHERE id = $2 AND title = $3\"")
                .contains("\"parameters\": [\"It's one\", \"1\", \"one\"]");
        assertThat(studio.query("select count(*) from notes")).containsExactly("3");

        HttpResponse<String> done = applied(plan);
        assertThat(done.body()).contains("\"rows\": 3", "\"keys\": [{\"id\": \"1\"}, null, {\"id\": \"4\"}]");
        assertThat(studio.query("select id, title, made from notes order by id"))
                .containsExactly("1|It's one|2026-01-01 00:00:00+00", "3|three|2026-01-01 00:00:00+00", "4|four|null");
        assertThat(applied(plan).body()).as("a second time").contains("DCT-732");
    }

    @Test
    void a_row_that_somebody_else_changed_keeps_everything_as_it_is() {
        studio.with("create table shared (id int primary key, v text, flag boolean);"
                + " insert into shared values (1, 'a', true), (2, 'b', false), (3, 'c', null)");
        Json.Fields plan = planned("shared", """
                [{"kind": "update", "key": {"id": "1"}, "old": {"v": "a"}, "values": {"v": "mine"}},
                 {"kind": "update", "key": {"id": "2"}, "old": {"v": "b", "flag": false}, "values": {"v": "mine"}},
                 {"kind": "delete", "key": {"id": "3"}, "old": {"flag": null}, "values": {}}]""");
        studio.with("update shared set v = 'theirs', flag = true where id = 2; delete from shared where id = 3");

        HttpResponse<String> answer = applied(plan);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("DCT-731", "2 rows are not as they were shown")
                .contains(
                        "{\"edit\": 1, \"key\": {\"id\": \"2\"}, \"found\": {\"id\": \"2\", \"v\": \"theirs\", \"flag\": true}}")
                .contains("{\"edit\": 2, \"key\": {\"id\": \"3\"}, \"found\": null}");
        assertThat(studio.query("select v from shared order by id")).containsExactly("a", "theirs");
    }

    @Test
    void what_the_database_refuses_names_the_row_and_keeps_everything_as_it_is() {
        studio.with(
                "create table strict (id int primary key, v varchar(3) check (v <> 'bad')); insert into strict values (1, 'a')");

        assertThat(applied("strict", """
                [{"kind": "update", "key": {"id": "1"}, "old": {}, "values": {"v": "ok"}},
                 {"kind": "insert", "key": {}, "old": {}, "values": {"id": "2", "v": "bad"}}]""").body())
                .contains("DCT-719", "strict_v_check", "row 2: INSERT INTO public.strict");
        assertThat(applied("strict", """
                [{"kind": "insert", "key": {}, "old": {}, "values": {"id": "2", "v": "too long"}}]""").body()).contains("value too long for type character varying(3)");
        assertThat(studio.query("select * from strict")).containsExactly("1|a");
    }

    @Test
    void a_key_of_several_columns_and_large_numbers_writes_its_one_row() {
        studio.with("create table keyed (a bigint, b timestamptz, v int, primary key (a, b)); insert into keyed values"
                + " (9007199254740993, '2024-01-01 00:00:00.000001+00', 1), (9007199254740992, '2024-01-01 00:00:00.000001+00', 2),"
                + " (9007199254740993, '2024-01-01 00:00:00.000002+00', 3)");

        applied("keyed", """
                [{"kind": "update", "key": {"a": "9007199254740993", "b": "2024-01-01 00:00:00.000001+00"}, "old": {"v": "1"},
                  "values": {"v": "9"}}]""");

        assertThat(studio.query("select v from keyed order by v")).containsExactly("2", "3", "9");
    }

    /** What is shown and written back unchanged leaves the row as it is, to the last digit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "timestamptz # '2024-03-10 12:00:00.123456+02'",
                "timestamp # '2024-03-31 02:30:00.000001'",
                "date # '0044-03-15 BC'",
                "timestamptz # 'infinity'",
                "timestamptz[] # '{2024-01-01 00:00:00+02,NULL}'",
                "time # '24:00:00'",
                "interval # '1 mon -1 day 00:00:00.000001'",
                "bigint # 9223372036854775807",
                "numeric # 0.1000",
                "float8 # 0.30000000000000004",
                "bytea # '\\x00ff'",
                "json # '{\"a\":  1.50, \"a\": 2}'",
                "jsonb # '{\"n\": 12345678901234567890.10}'",
                "text[] # ARRAY['a,b', 'c\"d', '', NULL]",
                "xml # '<a/>'",
                "point # '(1,2)'",
                "inet # '10.0.0.1'",
                "character(5) # 'ab'",
                "bit varying # B'101'",
                "boolean # true",
            })
    void a_value_that_is_read_and_written_back_stays_what_it_was(String type, String literal) {
        studio.with("drop table if exists round; create table round (id int primary key, v " + type
                + ", w int default 0); insert into round values (1, " + literal + ")");
        String before = studio.query("select v from round").getFirst();
        Json shown = studio.lines(studio.at("/api/rows", "schema", "public", "table", "round"))
                .get(1)
                .asItems()
                .get(1);

        HttpResponse<String> answer = applied(
                "round",
                "[{\"kind\": \"update\", \"key\": {\"id\": \"1\"}, \"old\": {\"v\": " + JsonWriter.line(shown)
                        + "}, \"values\": {\"w\": \"1\", \"v\": " + JsonWriter.line(shown) + "}}]");

        assertThat(answer.body()).contains("\"rows\": 1");
        assertThat(studio.query("select v, w from round")).containsExactly(before + "|1");
    }

    @Test
    void what_else_happens_is_told_before() {
        studio.with(
                "create table orders (id int primary key); create table items (id int primary key, o int references orders on delete cascade);"
                        + " create table bills (o int references orders); create table logs (o int references orders on delete set null);"
                        + " insert into orders values (1), (2), (3); insert into items select n, 1 + n % 2 from generate_series(1, 9) n;"
                        + " insert into bills values (1); insert into logs values (2);"
                        + " create function note() returns trigger language plpgsql as 'begin return old; end';"
                        + " create trigger noted before delete on orders for each row execute function note()");

        assertThat(planned("orders", """
                [{"kind": "delete", "key": {"id": "1"}, "old": {}, "values": {}}, {"kind": "delete", "key": {"id": "2"}, "old": {}, "values": {}}]""").required("warnings").asTexts())
                .containsExactlyInAnyOrder(
                        "deletes 9 rows of public.items, too: items_o_fkey is ON DELETE CASCADE",
                        "1 row of public.bills stands in the way: bills_o_fkey lets nothing be deleted that it leads to",
                        "sets o to NULL in 1 row of public.logs: logs_o_fkey is ON DELETE SET NULL",
                        "the trigger noted runs on each delete");
    }

    @Test
    void what_cannot_be_edited_says_why() {
        studio.with("create table keyless (n int); create view looked as select 1 as one;"
                + " create table computed (id int primary key, g int generated always as (1) stored)");
        List<String> insert = List.of("[{\"kind\": \"insert\", \"key\": {}, \"old\": {}, \"values\": {}}]");

        assertThat(studio.post("/api/edits/plan", request("keyless", insert.getFirst()))
                        .body())
                .contains("DCT-730", "no primary key");
        assertThat(studio.post("/api/edits/plan", request("looked", insert.getFirst()))
                        .body())
                .contains("DCT-730", "the rows of a view");
        assertThat(studio.post("/api/edits/plan", request("computed", """
                [{"kind": "insert", "key": {}, "old": {}, "values": {"g": "1"}}]""")).body())
                .contains("DCT-733");
        assertThat(studio.post("/api/edits/plan", request("computed", """
                [{"kind": "insert", "key": {}, "old": {}, "values": {"nothing": "1"}}]""")).body())
                .contains("DCT-710", "nothing");
    }

    @Test
    void a_unique_index_over_columns_with_values_stands_in_for_a_key() {
        studio.with(
                "create table indexed (a int not null, b text not null, v int); create unique index on indexed (a, b);"
                        + " insert into indexed values (1, 'x', 1), (1, 'y', 1)");

        applied("indexed", """
                [{"kind": "update", "key": {"a": "1", "b": "y"}, "old": {"v": "1"}, "values": {"v": "2"}}]""");

        assertThat(studio.query("select b, v from indexed order by b")).containsExactly("x|1", "y|2");
    }
}
