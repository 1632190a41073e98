package dev.decant.studio.timeline;

import static dev.decant.studio.Shop.ended;
import static dev.decant.studio.Shop.error;
import static dev.decant.studio.Shop.items;
import static dev.decant.studio.Shop.text;
import static dev.decant.studio.Shop.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migrations as they stand in a database, and what is done with them from the page. */
class TimelineTest {
    private static final Json.Fields NOTHING = Json.object().build();

    private LiveStudio studio;

    @BeforeEach
    void twoMigrations() {
        studio = LiveStudio.open();
        Shop.write(studio, "public final Column<String> email = varchar();");
        generate("the first");
        Shop.write(
                studio,
                "public final Column<String> email = varchar();",
                "public final Column<Integer> age = integer();");
        generate("ages");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void generate(String title) {
        studio.post("/api/changes/generate", Json.object().put("title", title).build());
    }

    private Json.Fields timeline() {
        return studio.document(studio.at("/api/migrations"));
    }

    private List<String> states() {
        return texts(timeline(), "migrations", "state");
    }

    private String id(int place) {
        return texts(timeline(), "migrations", "id").get(place);
    }

    private Json.Fields post(String path, Json.Fields body) {
        return LiveStudio.document(studio.post("/api/migrations/" + path, body));
    }

    @Test
    void migrations_are_applied_up_to_one_and_then_all() throws Exception {
        assertThat(states()).containsExactly("pending", "pending");
        Json.Fields upToFirst = Json.object().put("to", id(0)).build();
        assertThat(texts(post("preview-apply", upToFirst), "migrations", "title"))
                .containsExactly("the first");

        post("apply", upToFirst);
        Json.Fields run = ended(studio);
        assertThat(text(run, "state")).isEqualTo("done");
        assertThat(states()).containsExactly("applied", "pending");

        post("apply", NOTHING);
        ended(studio);
        assertThat(states()).containsExactly("applied", "applied");
        assertThat(timeline().required("pending").asWhole()).isZero();
    }

    @Test
    void one_migration_is_told_in_full() {
        Json.Fields detail = studio.document(studio.at("/api/migrations/detail", "id", id(1)));

        assertThat(text(detail, "upSql")).contains("ADD COLUMN age integer");
        assertThat(text(detail, "downSql")).contains("DROP COLUMN age");
        Json.Fields thing = detail.required("things")
                .asFields()
                .required("table public.customers")
                .asFields();
        assertThat(text(thing, "before")).doesNotContain("age");
        assertThat(text(thing, "after")).contains("age integer");
    }

    @Test
    void what_a_rollback_would_lose_is_counted_and_asked_for() throws Exception {
        post("apply", NOTHING);
        ended(studio);
        studio.with("INSERT INTO customers (age) VALUES (4), (5), (NULL)");
        Json.Fields last = Json.object().put("steps", 1).build();

        Json.Fields preview =
                items(post("preview-rollback", last), "migrations").getFirst();
        assertThat(text(preview, "downSql")).contains("DROP COLUMN age");
        assertThat(preview.required("losses").asTexts())
                .containsExactly("2 values of public.customers.age would be gone");

        post("rollback", last);
        assertThat(texts(ended(studio), "problems", "code")).containsExactly("DCT-532");
        post("rollback", Json.object().put("steps", 1).put("approval", "yes").build());
        assertThat(text(ended(studio), "state")).isEqualTo("done");
        assertThat(states()).containsExactly("applied", "pending");
    }

    @Test
    void an_edit_is_shown_and_accepted_with_a_reason_that_is_kept() throws Exception {
        post("apply", NOTHING);
        ended(studio);
        String id = id(1);
        Path up = studio.folder().resolve("migrations").resolve(id).resolve("up.sql");
        Files.writeString(up, "ALTER TABLE public.customers ADD COLUMN age integer DEFAULT 3;");
        assertThat(states()).containsExactly("applied", "edited");
        Json.Fields finding =
                items(timeline(), "migrations").get(1).required("finding").asFields();
        assertThat(text(finding, "code")).isEqualTo("DCT-203");

        Json.Fields repair = Json.object()
                .put("id", id)
                .put("decision", "accept_edit")
                .put("reason", "a default for new ones")
                .build();
        assertThat(studio.post("/api/migrations/repair", repair).statusCode()).isEqualTo(204);
        assertThat(states()).containsExactly("applied", "applied");
        assertThat(texts(timeline(), "remarks", "text")).containsExactly("a default for new ones");
    }

    @Test
    void a_migration_whose_folder_is_missing_can_still_be_read_from_the_history() throws Exception {
        post("apply", NOTHING);
        ended(studio);
        String id = id(0);
        String last = id(1);
        Path folder = studio.folder().resolve("migrations").resolve(last);
        for (String file : List.of("up.sql", "down.sql", "migration.json")) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);

        assertThat(states()).containsExactly("applied", "unknown");
        Json.Fields detail = studio.document(studio.at("/api/migrations/detail", "id", last));
        assertThat(text(detail, "downSql")).contains("DROP COLUMN age");
        assertThat(texts(detail, "changes", "subject")).containsExactly("column public.customers.age integer");
        assertThat(error(studio.document(studio.at("/api/migrations/detail", "id", id + "_no"))))
                .contains("DCT-527");
    }

    @Test
    void drift_is_what_somebody_did_by_hand() throws Exception {
        assertThat(text(studio.document(studio.at("/api/drift")), "state")).isEqualTo("unknown");
        post("apply", NOTHING);
        ended(studio);
        assertThat(text(studio.document(studio.at("/api/drift")), "state")).isEqualTo("none");

        studio.with("ALTER TABLE customers ADD COLUMN by_hand text");

        Json.Fields drift = studio.document(studio.at("/api/drift"));
        assertThat(text(drift, "state")).isEqualTo("drifted");
        assertThat(texts(drift, "changes", "subject")).containsExactly("column public.customers.by_hand text");
        Json.Fields overview = studio.document(studio.at("/api/overview"));
        assertThat(text(overview.required("lastMigration").asFields(), "title")).isEqualTo("ages");
    }

    @Test
    void a_hook_is_shown_with_its_last_run() throws Exception {
        studio.write("migrations/hooks/before-migrate.sql", "SELECT 1;");
        studio.write("migrations/hooks/after-failure.sql", "SELECT 2;");
        assertThat(items(timeline(), "hooks"))
                .allSatisfy(hook -> assertThat(hook.field("at")).isEmpty());

        post("apply", NOTHING);
        ended(studio);

        List<Json.Fields> hooks = items(timeline(), "hooks");
        assertThat(hooks).extracting(hook -> text(hook, "name")).containsExactly("before-migrate", "after-failure");
        assertThat(Instant.parse(text(hooks.getFirst(), "at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(hooks.getFirst().field("by")).isPresent();
        assertThat(hooks.getLast().field("at")).isEmpty();
    }

    @Test
    void whoever_holds_the_lock_is_named_and_can_be_ended_by_that_name_alone() throws Exception {
        try (Connection hanging = studio.database().open()) {
            assertThat(new PostgresqlDatabase().lock().tryAcquire(hanging)).isTrue();
            Json.Fields holder = items(timeline(), "holders").getFirst();

            Json.Fields another = Json.object().put("name", "1").build();
            assertThat(error(post("unlock", another))).contains("DCT-536");
            assertThat(hanging.isValid(5)).isTrue();

            Json.Fields named = Json.object().put("name", text(holder, "name")).build();
            assertThat(studio.post("/api/migrations/unlock", named).statusCode())
                    .isEqualTo(204);
            assertThat(hanging.isValid(5)).isFalse();
        }
        assertThat(items(timeline(), "holders")).isEmpty();
        post("apply", NOTHING);
        assertThat(text(ended(studio), "state")).isEqualTo("done");
    }
}
