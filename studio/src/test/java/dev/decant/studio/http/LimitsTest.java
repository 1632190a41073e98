package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much can be sent, how long a statement runs, and how long it waits. */
class LimitsTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    @Test
    void what_is_sent_has_a_limit() {
        String large = "x".repeat(Request.USUAL_LIMIT);

        assertThat(studio.post(
                                "/api/sql",
                                Json.object()
                                        .put("id", "l")
                                        .put("sql", "select '" + large + "'")
                                        .build())
                        .body())
                .contains("DCT-703", "10 MB");
        assertThat(studio.post("/api/explain", Json.of("no object")).body()).contains("DCT-204");
    }

    @Test
    void a_statement_has_a_limit_of_time_and_waits_for_no_lock_for_long() throws Exception {
        assertThat(studio.post(
                                "/api/sql",
                                Json.object()
                                        .put("id", "s")
                                        .put("sql", "select pg_sleep(30)")
                                        .put("timeout", 1)
                                        .build())
                        .body())
                .contains("DCT-740", "statement timeout");
        try (var other = studio.database().open();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table t in access exclusive mode");
            assertThat(studio.get(studio.at("/api/rows?schema=public&table=t")).body())
                    .contains("DCT-529");
            HttpResponse<String> schema = studio.get(studio.at("/api/schema"));
            assertThat(schema.statusCode()).as(schema.body()).isEqualTo(200);
        }
    }
}
