package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open().with("""
                create table things (id int primary key, kind text, size int, made date not null default '2026-01-01', "odd, name" text);
                insert into things select n, case when n % 7 = 0 then null else 'k' || n % 3 end, case when n % 5 = 0 then null else n % 4 end,
                  date '2026-01-01' + n % 3, 'x' || n from generate_series(1, 53) n;
                create table pairs (a int, b text, c int, primary key (a, b));
                insert into pairs select n % 4, 'b' || n, n from generate_series(1, 20) n;
                create table loose (n int);
                insert into loose select n from generate_series(1, 30) n;
                create view seen as select id, kind from things;
                create materialized view stored as select id, kind from things;
                create table parts (id int, n int) partition by list (n);
                create table parts_1 partition of parts for values in (1);
                create table parts_2 partition of parts for values in (2);
                insert into parts select n, 1 + n % 2 from generate_series(1, 12) n;
                create table crowd (like things including all);
                insert into crowd select * from things;
                analyze;
                -- The studio believes that there are many rows, as the server does.
                update pg_class set reltuples = 1000000 where relname = 'crowd'
                """);

    /** All rows, read in pages of seven, each as its values in text. */
    private static List<String> allPages(String table, String... more) {
        List<String> rows = new ArrayList<>();
        String after = "";
        do {
            List<Json> lines = page(table, after, more);
            lines.stream()
                    .filter(Json.Items.class::isInstance)
                    .map(JsonWriter::line)
                    .forEach(rows::add);
            after = lines.getLast().asFields().required("next") instanceof Json.Text next ? next.value() : "";
        } while (!after.isEmpty());
        return rows;
    }

    private static List<Json> page(String table, String after, String... more) {
        List<String> query = new ArrayList<>(List.of("schema", "public", "table", table, "limit", "7", "after", after));
        query.addAll(Arrays.asList(more));
        return studio.lines(studio.at("/api/rows", query.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:asc",
                "id:desc",
                "kind:asc",
                "kind:desc",
                "kind:asc:first",
                "kind:desc:last",
                "kind:asc,size:desc",
                "size:desc:last,kind:asc:first",
                "made:asc,size:asc",
                "size:asc,made:desc,kind:asc",
                "made:desc,id:desc",
                "made:desc",
                "kind:desc,size:asc:first,id:desc"
            })
    void every_order_is_read_in_pages_without_a_gap_or_a_repetition(String sort) {
        String ordered = Stream.of(sort.split(","))
                .map(item ->
                        item.replace(':', ' ').replace("first", "nulls first").replace("last", "nulls last"))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        boolean down = sort.replaceAll(":(first|last)", "").endsWith("desc");
        List<String> wanted =
                studio.query("select id from things order by " + ordered + ", id" + (down ? " desc" : ""));

        List<String> rows = wanted.stream().map(id -> "[\"" + id + "\"]").toList();
        assertThat(allPages("things", "columns", "id", "sort", sort)).isEqualTo(rows);
        assertThat(allPages("crowd", "columns", "id", "sort", sort))
                .as("read value by value")
                .isEqualTo(rows);
    }

    @Test
    void the_rows_of_one_value_are_read_in_the_order_of_the_key_without_sorting_them() {
        studio.with(
                "create table jobs (id int primary key, state text not null, v text); create index on jobs (state);"
                        + " insert into jobs select n, 's' || n % 3, repeat('x', 200) from generate_series(1, 60000) n; analyze jobs");
        List<Json> lines = studio.lines(studio.at(
                "/api/rows", "schema", "public", "table", "jobs", "sort", "state:desc", "where", "id < 50000"));

        assertThat(JsonWriter.line(lines.get(1))).startsWith("[\"49997\", \"s2\"");
        assertThat(lines.getLast().asFields().required("sql").asText())
                .isEqualTo(
                        "SELECT id, state, v FROM public.jobs WHERE (id < 50000) ORDER BY state DESC, id DESC LIMIT 200");
    }

    @Test
    void a_key_of_two_columns_pages() {
        assertThat(allPages("pairs", "columns", "a,b"))
                .isEqualTo(studio.query("select a, b from pairs order by a, b").stream()
                        .map(row -> "[\"" + row.replace("|", "\", \"") + "\"]")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"loose", "seen", "stored", "parts"})
    void what_has_no_key_is_read_to_its_end(String table) {
        String wanted = studio.query("select count(*) from " + table).getFirst();

        assertThat(allPages(table)).doesNotHaveDuplicates().hasSize(Integer.parseInt(wanted));
        assertThat(allPages(table, "sort", table.equals("loose") ? "n:desc" : "id:desc"))
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(wanted));
    }

    @Test
    void the_first_line_tells_the_columns_and_the_last_where_to_go_on() {
        List<Json> lines = page("things", "");

        assertThat(JsonWriter.line(lines.getFirst()))
                .contains("\"columns\": [{\"name\": \"id\", \"type\": \"integer\", \"base\": \"int4\"}")
                .contains("\"key\": [\"id\"]")
                .contains("\"paging\": \"keyset\"");
        assertThat(lines).hasSize(9);
        assertThat(JsonWriter.line(lines.getLast()))
                .contains("\"sql\": \"SELECT id, ")
                .contains("FROM public.things ORDER BY id LIMIT 7\"")
                .contains("\"estimate\": 53");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"column\":\"kind\",\"op\":\"=\",\"value\":\"k1\"}] # kind = 'k1'",
                "[{\"column\":\"size\",\"op\":\">=\",\"value\":\"2\"},{\"column\":\"kind\",\"op\":\"is not null\"}] # size >= 2 and kind is not null",
                "[{\"column\":\"id\",\"op\":\"in\",\"value\":[\"3\",\"4\",\"99\"]}] # id in (3, 4, 99)",
                "[{\"column\":\"odd, name\",\"op\":\"contains\",\"value\":\"X1\"}] # \"odd, name\" ilike '%x1%'",
                "[{\"column\":\"odd, name\",\"op\":\"contains\",\"value\":\"_\"}] # false",
                "[{\"column\":\"made\",\"op\":\"<\",\"value\":\"2026-01-02\"}] # made < '2026-01-02'",
                "[{\"column\":\"kind\",\"op\":\"is null\"}] # kind is null",
                "[{\"column\":\"id\",\"op\":\"starts with\",\"value\":\"5\"}] # id::text like '5%'",
                "[{\"column\":\"kind\",\"op\":\"=\",\"value\":\"' or 1=1 --\"}] # false",
            })
    void filters_keep_the_rows_that_the_condition_keeps(String filterAndCondition) {
        String[] both = filterAndCondition.split(" # ", 2);

        assertThat(allPages("things", "columns", "id", "filter", both[0]))
                .isEqualTo(studio.query("select id from things where " + both[1] + " order by id").stream()
                        .map(id -> "[\"" + id + "\"]")
                        .toList());
    }

    @Test
    void an_expression_that_somebody_typed_is_one_expression_and_nothing_else() {
        assertThat(allPages("things", "columns", "id", "where", "id % 10 = 0 -- every tenth"))
                .containsExactly("[\"10\"]", "[\"20\"]", "[\"30\"]", "[\"40\"]", "[\"50\"]");
        assertThat(Stream.of(
                        "true) or (true",
                        "true; delete from things",
                        "true) union select 1, '', 1, now(), '' --",
                        "id = $1",
                        "(true",
                        "pg_terminate_backend(1)",
                        "\\! ls"))
                .allSatisfy(where -> assertThat(studio.get(
                                        studio.at("/api/rows", "schema", "public", "table", "things", "where", where))
                                .body())
                        .contains("DCT-713"));
    }

    @Test
    void names_may_have_any_characters() {
        studio.with("""
                create schema "50%/ünï <b>";
                create table "50%/ünï <b>"."%s 'a' ""b"" ?" ("per%cent" int primary key, "com,ma:desc" text, "a""b'c?" text);
                insert into "50%/ünï <b>"."%s 'a' ""b"" ?" values (1, 'x', 'y'), (2, 'z', 'y')
                """);

        List<Json> lines = studio.lines(studio.at(
                "/api/rows",
                "schema",
                "50%/ünï <b>",
                "table",
                "%s 'a' \"b\" ?",
                "sort",
                LiveStudio.encoded("com,ma:desc") + ":desc",
                "filter",
                "[{\"column\":\"a\\\"b'c?\",\"op\":\"=\",\"value\":\"y\"}]"));

        assertThat(lines).extracting(JsonWriter::line).contains("[\"2\", \"z\", \"y\"]", "[\"1\", \"x\", \"y\"]");
    }

    @Test
    void a_name_that_is_no_column_is_an_error_that_names_it() {
        assertThat(studio.get(studio.at("/api/rows", "schema", "public", "table", "things", "sort", "idd:asc"))
                        .body())
                .contains("DCT-710", "idd", "did you mean");
        assertThat(studio.get(studio.at("/api/rows", "schema", "public", "table", "thing"))
                        .body())
                .contains("DCT-710", "public.thing");
        assertThat(studio.get(studio.at("/api/rows", "schema", "public", "table", "things", "after", "nonsense"))
                        .body())
                .contains("DCT-711");
    }

    @Test
    void what_the_server_refuses_is_the_last_line() {
        List<Json> lines = page("things", "", "where", "kind = 1");

        assertThat(JsonWriter.line(lines.getLast())).contains("DCT-719", "operator does not exist: text = integer");
    }
}
