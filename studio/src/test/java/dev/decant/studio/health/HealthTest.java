package dev.decant.studio.health;

import static dev.decant.studio.Shop.error;
import static dev.decant.studio.Shop.items;
import static dev.decant.studio.Shop.text;
import static dev.decant.studio.Shop.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** How a database fares, as the page is told of it. */
class HealthTest {
    private static final String TABLES = "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a)";

    @Test
    void what_should_be_mended_comes_with_the_statement_that_mends_it() {
        try (LiveStudio studio = LiveStudio.open().with(TABLES)) {
            Json.Fields health = studio.document(studio.at("/api/health"));

            assertThat(texts(health, "tables", "name")).containsExactly("a", "b");
            Json.Fields finding = items(health, "findings").getFirst();
            assertThat(text(finding, "kind")).isEqualTo("missing_index");
            assertThat(finding.required("sql").asTexts()).containsExactly("CREATE INDEX CONCURRENTLY ON public.b (a)");
        }
    }

    @Test
    void a_session_is_shown_and_ended_only_where_the_studio_may_write() throws Exception {
        try (LiveStudio studio = LiveStudio.open().with(TABLES);
                var other = studio.database().open();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE a");

            Json.Fields session = items(studio.document(studio.at("/api/activity")), "sessions").stream()
                    .filter(each -> text(each, "query").startsWith("LOCK TABLE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(texts(session, "locks", "mode")).contains("ACCESS EXCLUSIVE");
            Json.Fields end = Json.object().put("id", text(session, "id")).build();
            assertThat(studio.post("/api/activity/cancel", end).statusCode()).isEqualTo(204);
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(error(LiveStudio.document(studio.post("/api/activity/cancel", end))))
                    .contains("DCT-752");
        }
        try (LiveStudio reading = LiveStudio.readOnly()) {
            Json.Fields end = Json.object().put("id", "1").build();
            assertThat(error(LiveStudio.document(reading.post("/api/activity/cancel", end))))
                    .contains("DCT-722");
        }
    }
}
