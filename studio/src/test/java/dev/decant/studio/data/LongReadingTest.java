package dev.decant.studio.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading that takes long: why that is told, and it goes on only as long as somebody waits. */
class LongReadingTest {
    private static final String AT_WORK =
            "select count(*) from pg_stat_activity where datname = current_database() and state = 'active'"
                    + " and query like '%sleepy%' and pid <> pg_backend_pid()";

    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open().with("""
                create view sleepy as select n from generate_series(1, 3) n where pg_sleep(30) is not null;
                create table crowd (id int primary key, kind int, label text);
                insert into crowd select n, n % 10, 'x' || n from generate_series(1, 5000) n;
                create index on crowd (kind, id);
                analyze crowd;
                -- The studio believes that there are many rows, as the server does.
                update pg_class set reltuples = 1000000 where relname = 'crowd'
                """);

    private static Optional<Json> sorts(String order) {
        List<Json> lines =
                studio.lines(studio.at("/api/rows", "schema", "public", "table", "crowd", "limit", "5", "sort", order));
        return lines.getFirst().asFields().field("sorts");
    }

    @Test
    void an_order_that_no_index_has_is_told_before_the_rows_come() {
        assertThat(sorts("label:asc"))
                .hasValueSatisfying(rows -> assertThat(rows.asWhole()).isGreaterThan(10_000));
        assertThat(sorts("id:desc")).isEmpty();
        assertThat(sorts("kind:asc,id:asc")).isEmpty();
        assertThat(sorts("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rows", "/api/count"})
    void what_nobody_waits_for_any_more_is_ended(String path) throws Exception {
        URI address = studio.at(path, "schema", "public", "table", "sleepy", "force", "1");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cookie", studio.cookie())
                .build();
        try (HttpClient impatient = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer = impatient.sendAsync(request, BodyHandlers.ofString());
            until("1");
            answer.cancel(true);
            impatient.shutdownNow();
        }
        until("0");
    }

    private static void until(String sessions) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!studio.query(AT_WORK).equals(List.of(sessions))) {
            assertThat(System.nanoTime()).as(sessions + " at work").isLessThan(patience);
            Thread.sleep(50);
        }
    }
}
