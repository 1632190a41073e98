package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Studio;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends, what goes on, and that nothing is left. */
class EndingTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    @Test
    void a_database_that_was_restarted_is_found_again() {
        assertThat(studio.get(studio.at("/api/rows?schema=public&table=t")).statusCode())
                .isEqualTo(200);
        studio.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'decant'"
                + " and datname = current_database()");

        assertThat(studio.get(studio.at("/api/rows?schema=public&table=t")).body())
                .contains("\"next\": null");
        assertThat(studio.get(studio.at("/api/schema")).statusCode()).isEqualTo(200);
    }

    @Test
    void it_ends_by_itself_when_nobody_looks() throws Exception {
        try (LiveStudio bored = LiveStudio.idle(Duration.ofMillis(300))) {
            assertThat(CompletableFuture.supplyAsync(() -> {
                                try {
                                    return bored.studio().await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                            .get(20, TimeUnit.SECONDS))
                    .isEqualTo(Studio.End.IDLE);
        }
    }

    @Test
    void it_leaves_nothing_behind() throws Exception {
        TestDatabase database = TestServers.postgres("17").freshDatabase();
        int last;
        try (LiveStudio brief = LiveStudio.of(database, """
                dialect = "postgresql"

                [database]
                url = "${url}"
                """, false).keeping()) {
            last = brief.link().getPort();
            brief.get(brief.at("/api/schema"));
            CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> brief.post(
                    "/api/sql",
                    Json.object()
                            .put("id", "z")
                            .put("sql", "select pg_sleep(60)")
                            .build()));
            while (database.query(
                            "select 1 from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'")
                    .isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(slow).isNotDone();
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), last).close())
                .isInstanceOf(IOException.class);
        String left = "select count(*) from pg_stat_activity where application_name = 'decant' and datname = '"
                + database.name() + "'";
        for (int i = 0; i < 200 && !database.query(left).equals(List.of("0")); i++) {
            Thread.sleep(20);
        }
        assertThat(database.query(left)).containsExactly("0");
        database.close();
    }
}
