package dev.decant.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open();

    private static List<String> run(String sql) {
        return run("run", sql, 1000);
    }

    private static List<String> run(String id, String sql, int limit) {
        HttpResponse<String> answer = studio.post(
                "/api/sql",
                Json.object().put("id", id).put("sql", sql).put("limit", limit).build());
        return LiveStudio.lines(answer).stream().map(JsonWriter::line).toList();
    }

    @Test
    void several_statements_give_several_results() {
        List<String> lines = run("""
                create table t (id bigint, ok boolean);
                insert into t values (900000000000000001, true), (2, null);
                select * from t order by id;""");

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("\"event\": \"done\", \"number\": 1", "\"changed\": 2"));
        assertThat(lines)
                .contains(
                        "{\"event\": \"columns\", \"columns\": [{\"name\": \"id\", \"type\": \"bigint\", \"base\": \"int8\"}, {\"name\": \"ok\", \"type\": \"boolean\", \"base\": \"bool\"}]}",
                        "[\"2\", null]",
                        "[\"900000000000000001\", true]");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).contains("\"number\": 2, \"rows\": 2, \"more\": false, \"changed\": null"));
        assertThat(lines.getLast()).contains("\"event\": \"end\"", "\"readOnly\": false");
    }

    @Test
    void a_mistake_tells_where_it_is_and_nothing_runs_behind_it() {
        String sql = "select 'é😀';\nselect nope from pg_class;\ncreate table never (n int)";
        List<String> lines = run(sql);

        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"event\": \"error\", \"number\": 1", "DCT-719", "column \\\"nope\\\" does not exist")
                        .contains("\"position\": " + sql.indexOf("nope")));
        assertThat(studio.query("select to_regclass('never')")).containsExactly("null");
    }

    @Test
    void types_have_the_names_that_the_database_gives_them() {
        studio.with(
                "create schema odd; create type odd.\"Mood\" as enum ('ok'); create domain odd.amount as numeric(10, 2);"
                        + " create table typed (id serial, at timestamptz, name varchar(80), code char(3), n numeric(12, 3), moods odd.\"Mood\"[],"
                        + " mood odd.\"Mood\", cost odd.amount, t time, b bit(3), f float4)");

        assertThat(String.join("\n", run("select * from typed")))
                .contains(Stream.of(
                                "integer, int4",
                                "timestamp with time zone, timestamptz",
                                "character varying(80), varchar",
                                "character(3), bpchar",
                                "numeric(12,3), numeric",
                                "odd.\\\"Mood\\\"[], array",
                                "odd.\\\"Mood\\\", enum",
                                "numeric(10,2), numeric",
                                "time without time zone, time",
                                "bit(3), bit",
                                "real, float4")
                        .map(each -> "\"type\": \"" + each.replace(", ", "\", \"base\": \"") + "\"")
                        .toList());
    }

    @Test
    void many_rows_end_at_the_limit() {
        List<String> lines = run("many", "select generate_series(1, 10000000) n", 10);

        assertThat(lines.stream().filter(line -> line.startsWith("["))).hasSize(10);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"rows\": 10, \"more\": true"));
    }

    @Test
    void notices_are_told() {
        assertThat(run("do $$ begin raise notice 'well; done'; end $$"))
                .contains("{\"event\": \"notice\", \"text\": \"well; done\"}");
    }

    @Test
    void what_one_run_sets_does_not_reach_the_next() {
        run("set search_path = nowhere; begin; create table half (n int)");

        assertThat(run("show search_path")).contains("[\"\\\"$user\\\", public\"]");
        assertThat(studio.query("select to_regclass('half')")).containsExactly("null");
    }

    @Test
    void a_run_is_cancelled_by_its_name() throws Exception {
        CompletableFuture<List<String>> lines =
                CompletableFuture.supplyAsync(() -> run("slow", "select 'slow', pg_sleep(60)", 10));
        long start = System.nanoTime();
        while (studio.query(
                        "select 1 from pg_stat_activity where query like '%''slow'', pg_sleep%' and state = 'active'"
                                + " and pid <> pg_backend_pid()")
                .isEmpty()) {
            Thread.sleep(20);
        }

        HttpResponse<String> cancelled = studio.send(HttpRequest.newBuilder(studio.at("/api/sql/slow"))
                .header("Cookie", studio.cookie())
                .header("X-Decant", "1")
                .DELETE());

        assertThat(cancelled.statusCode()).isEqualTo(204);
        assertThat(lines.get()).anySatisfy(line -> assertThat(line).contains("DCT-740"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_plan_is_told_as_the_database_tells_it() {
        studio.with("create table planned as select generate_series(1, 100) n");

        assertThat(explain("select * from planned where n > 50", true).body())
                .contains("\"Plan\"", "\"Actual Rows\"", "\"analyzed\": true");
        assertThat(explain("delete from planned", false).body()).contains("\"Plan\"", "ModifyTable");
        assertThat(explain("delete from planned", true).body()).contains("\"Actual Total Time\"");
        assertThat(studio.query("select count(*) from planned")).containsExactly("100");
        assertThat(explain("select 1; select 2", false).body()).contains("DCT-743");
        assertThat(explain("commit; delete from planned", true).body()).contains("DCT-743");
    }

    private static HttpResponse<String> explain(String sql, boolean analyze) {
        return studio.post(
                "/api/explain",
                Json.object().put("sql", sql).put("analyze", analyze).build());
    }
}
