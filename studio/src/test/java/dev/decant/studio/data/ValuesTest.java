package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open().with("""
                create type mood as enum ('sad', 'ok');
                create domain amount as numeric(20, 4) check (value >= 0);
                create type pair as (a int, b text);
                create table one (id int primary key, v text)
                """);

    private static Json shown(String type, String literal) {
        studio.with("drop table if exists shown; create table shown (v " + type + "); insert into shown values ("
                + literal + ")");
        List<Json> lines = studio.lines(studio.at("/api/rows", "schema", "public", "table", "shown"));
        return lines.get(1).asItems().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "bigint # 900000000000000001 # 900000000000000001",
                "bigint # -9223372036854775808 # -9223372036854775808",
                "numeric # 12345678901234567890.123456789012345678900 # 12345678901234567890.123456789012345678900",
                "numeric(10,2) # 1.5 # 1.50",
                "amount # 7 # 7.0000",
                "numeric # 'NaN' # NaN",
                "float8 # 0.1 # 0.1",
                "float8 # '-Infinity' # -Infinity",
                "float4 # 1e20 # 1e+20",
                "money # 12.5 # $12.50",
                "text # '' # ``",
                "text # E'a\\tb\\\\n\"é😀' # `a\tb\\n\"é😀`",
                "character(5) # 'ab' # `ab   `",
                "inet # '10.0.0.1' # 10.0.0.1",
                "inet # '10.0.0.0/8' # 10.0.0.0/8",
                "bytea # '\\x00ff' # \\x00ff",
                "bit(3) # B'101' # 101",
                "int[] # '{1,NULL,3}' # {1,NULL,3}",
                "text[] # ARRAY['a,b', 'c\"d', '', NULL] # {\"a,b\",\"c\\\"d\",\"\",NULL}",
                "mood[] # '{ok,sad}' # {ok,sad}",
                "json # '{\"a\":  1.50, \"a\": 2}' # {\"a\":  1.50, \"a\": 2}",
                "jsonb # '{\"n\": 12345678901234567890.10}' # {\"n\": 12345678901234567890.10}",
                "jsonb # 'null' # null",
                "mood # 'sad' # sad",
                "pair # ROW(1, 'x,y') # (1,\"x,y\")",
                "int4range # '[1,5)' # [1,5)",
                "uuid # '0F0F0F0F-0000-4000-8000-000000000000' # 0f0f0f0f-0000-4000-8000-000000000000",
                "interval # '1 year 2 mons -3 days 04:05:06.789' # 1 year 2 mons -3 days +04:05:06.789",
                "tsvector # 'a b'::tsvector # 'a' 'b'",
                "xml # '<a>1</a>' # <a>1</a>",
                "point # '(1,2)' # (1,2)",
            })
    void a_value_is_shown_as_the_database_prints_it(String type, String literal, String shown) {
        assertThat(shown(type, literal).asText()).isEqualTo(shown);
    }

    /** The mistakes that other studios made with moments, one a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "timestamptz # '2024-03-10 12:00:00+02' # 2024-03-10 10:00:00+00",
                "timestamp # '2024-03-31 02:30:00' # 2024-03-31 02:30:00",
                "date # '2024-01-01' # 2024-01-01",
                "timestamp # '2024-01-01 00:00:00.123456' # 2024-01-01 00:00:00.123456",
                "timestamptz # '2024-01-01 00:00:00.000001+00' # 2024-01-01 00:00:00.000001+00",
                "bigint # 1704067200000 # 1704067200000",
                "timestamp # 'infinity' # infinity",
                "timestamptz # '0044-03-15 12:00:00+00 BC' # 0044-03-15 12:00:00+00 BC",
                "timestamp # '12024-06-01 00:00:00' # 12024-06-01 00:00:00",
                "time # '24:00:00' # 24:00:00",
                "timetz # '10:00:00+05:30' # 10:00:00+05:30",
                "timestamp(0) # '2024-01-01 00:00:00.4' # 2024-01-01 00:00:00",
                "date # '0001-01-01 BC' # 0001-01-01 BC",
                "timestamp[] # '{2025-01-29 18:30:00}' # {\"2025-01-29 18:30:00\"}",
                "timestamptz[] # '{2025-01-29 18:30:00+05:30}' # {\"2025-01-29 13:00:00+00\"}",
            })
    void a_moment_is_shown_as_the_database_prints_it(String type, String literal, String shown) {
        assertThat(shown(type, literal).asText()).isEqualTo(shown);
    }

    @Test
    void null_is_null_and_truth_is_truth() {
        assertThat(shown("timestamptz", "null")).isInstanceOf(Json.Null.class);
        assertThat(shown("pair", "null")).isInstanceOf(Json.Null.class);
        assertThat(shown("pair", "row(null, null)").asText()).isEqualTo("(,)");
        assertThat(shown("boolean", "true").asFlag()).isTrue();
        assertThat(shown("boolean", "false").asFlag()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "text # repeat('é', 5000) # text # 10000",
                "varchar # repeat('x', 4097) # text # 4097",
                "bytea # decode(repeat('ab', 5000), 'hex') # bytes # 5000",
                "json # json_build_object('a', repeat('x', 9000)) # json # 9010",
                "jsonb # jsonb_build_object('a', repeat('x', 9000)) # json # 9009",
                "int[] # (select array_agg(n) from generate_series(1, 3000) n) # other # 13894",
            })
    void a_long_value_is_its_beginning_until_the_whole_is_asked_for(
            String type, String literal, String kind, long length) {
        studio.with("drop table if exists long; create table long (id int primary key, v " + type
                + "); insert into long values (1, " + literal + ")");

        Json.Fields big = studio.lines(studio.at("/api/rows", "schema", "public", "table", "long"))
                .get(1)
                .asItems()
                .get(1)
                .asFields();
        assertThat(big.required("kind").asText()).isEqualTo(kind);
        assertThat(big.required("length").asWhole()).isEqualTo(length);
        assertThat(big.required("head").asText().length()).isBetween(200, 600);

        HttpResponse<String> cell =
                studio.get(studio.at("/api/cell/" + big.required("ref").asText()));
        assertThat(cell.body()).isEqualTo(studio.query("select v from long").getFirst());
        assertThat(cell.headers().firstValue("X-Decant-Length")).contains(String.valueOf(length));
        assertThat(cell.headers().firstValue("X-Decant-Truncated")).contains("false");
        assertThat(cell.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        HttpResponse<String> file =
                studio.get(studio.at("/api/cell/" + big.required("ref").asText(), "download", "1"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"v." + (kind.equals("bytes") ? "bin" : "txt") + "\"");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void a_quarter_of_a_gigabyte_in_a_column_costs_a_page_nothing() {
        studio.with("create table files (id int primary key, body bytea, note text);"
                + " alter table files alter body set storage external;"
                + " insert into files select 1, decode(repeat('ab', 64 * 1024 * 1024), 'hex'), repeat('x', 20000000)");

        long start = System.nanoTime();
        List<Json> lines = studio.lines(studio.at("/api/rows", "schema", "public", "table", "files"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(JsonWriter.line(lines.get(1)))
                .contains("\"kind\": \"bytes\", \"length\": 67108864")
                .contains("\"kind\": \"text\", \"length\": 20000000")
                .hasSizeLessThan(3000);
        studio.with("drop table files");
    }

    @Test
    void a_composite_key_leads_back_to_its_row() {
        studio.with("create table keyed (a bigint, b timestamptz, v text, primary key (a, b));"
                + " insert into keyed values (9007199254740993, '2024-01-01 00:00:00.000001+00', repeat('one ', 2000)),"
                + " (9007199254740992, '2024-01-01 00:00:00.000001+00', repeat('two ', 2000))");

        List<Json> lines = studio.lines(studio.at("/api/rows", "schema", "public", "table", "keyed", "sort", "a:desc"));
        String reference =
                lines.get(1).asItems().get(2).asFields().required("ref").asText();

        assertThat(studio.get(studio.at("/api/cell/" + reference)).body()).startsWith("one one");
    }

    @Test
    void counting_is_exact_where_it_is_quick() {
        studio.with("create table few (n int); insert into few select generate_series(1, 321)");

        Json.Fields count =
                studio.document(studio.at("/api/count", "schema", "public", "table", "few", "where", "n > 300"));

        assertThat(count.required("count").asWhole()).isEqualTo(21);
        assertThat(count.required("exact").asFlag()).isTrue();
    }

    @Test
    void counting_that_takes_long_ends_with_what_the_database_believes() {
        studio.with("create function slow(int) returns boolean language plpgsql as"
                + " 'begin perform pg_sleep(0.2); return true; end';"
                + " create table many (n int); insert into many select generate_series(1, 1000); analyze many");

        Json.Fields count =
                studio.document(studio.at("/api/count", "schema", "public", "table", "many", "where", "slow(n)"));

        assertThat(count.required("exact").asFlag()).isFalse();
        assertThat(count.required("count").asWhole()).isPositive();
    }

    @Test
    void a_foreign_key_is_followed_there_and_back() {
        studio.with(
                "create table authors (id bigint primary key, name text); insert into authors values (1, 'Ada'), (2, 'Bob');"
                        + " create table books (id int primary key, author bigint references authors); insert into books"
                        + " select n, 1 from generate_series(1, 3) n");

        Json.Fields peek = studio.document(
                studio.at("/api/peek", "schema", "public", "table", "authors", "columns", "id", "values", "[\"1\"]"));
        assertThat(JsonWriter.line(peek.required("row"))).isEqualTo("[\"1\", \"Ada\"]");

        Json.Fields back = studio.document(
                studio.at("/api/references", "schema", "public", "table", "authors", "key", "{\"id\":\"1\"}"));
        assertThat(JsonWriter.line(back))
                .contains("\"name\": \"books_author_fkey\"")
                .contains("\"values\": [\"1\"]")
                .contains("\"rows\": 3, \"more\": false");
    }
}
