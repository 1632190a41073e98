package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Events for open pages. */
class EventHubTest {
    @Test
    void events_reach_an_open_page_and_one_that_comes_back() throws Exception {
        EventHub hub = new EventHub(Duration.ofMillis(50));
        hub.publish("one", Json.object().put("n", 1).build());
        hub.publish("two", Json.object().put("n", 2).build());

        assertThat(hub.since(1)).isEqualTo("id: 2\nevent: two\ndata: {\"n\": 2}\n\n");
        assertThat(hub.since(2)).isEqualTo(": still here\n\n");
        assertThat(hub.since(99)).as("numbers of a studio that ran before").isEqualTo(": still here\n\n");
    }
}
