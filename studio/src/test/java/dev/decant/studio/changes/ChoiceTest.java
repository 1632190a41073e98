package dev.decant.studio.changes;

import static dev.decant.studio.Shop.changes;
import static dev.decant.studio.Shop.ended;
import static dev.decant.studio.Shop.error;
import static dev.decant.studio.Shop.items;
import static dev.decant.studio.Shop.text;
import static dev.decant.studio.Shop.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Shop;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some of the changes, with what they need, without the rest. */
class ChoiceTest {
    private static final String AGE = "create column public.customers.age integer";
    private static final String CITY = "create column public.customers.city character varying";
    private static final String INDEX = "create index public.customers.customers_city";

    private LiveStudio studio;

    @BeforeEach
    void threeChangesOfWhichOneNeedsAnother() {
        studio = LiveStudio.open();
        Shop.write(studio);
        studio.post("/api/changes/generate", Json.object().build());
        studio.post("/api/migrations/apply", Json.object().build());
        waitForTheRun();
        Shop.write(
                studio,
                "public final Column<Integer> age = integer();",
                "public final Column<String> city = varchar();",
                "public final Index cities = index(\"customers_city\").on(city);");
    }

    private void waitForTheRun() {
        try {
            assertThat(text(ended(studio), "state")).isEqualTo("done");
        } catch (Exception interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void each_change_names_those_that_it_needs() {
        List<Json.Fields> all = items(changes(studio), "changes");

        assertThat(all).extracting(change -> text(change, "id")).containsExactlyInAnyOrder(AGE, CITY, INDEX);
        assertThat(all)
                .filteredOn(change -> text(change, "id").equals(INDEX))
                .allSatisfy(
                        change -> assertThat(change.required("needs").asTexts()).containsExactly(CITY));
    }

    @Test
    void a_part_has_its_own_sql_and_says_what_comes_along() {
        changes(studio);

        Json.Fields part =
                LiveStudio.document(studio.post("/api/changes/part", only(INDEX).build()));

        assertThat(part.required("changes").asTexts()).containsExactly(CITY, INDEX);
        assertThat(text(part.required("up").asFields(), "script"))
                .contains("ADD COLUMN city", "customers_city")
                .doesNotContain("age");
        assertThat(text(part.required("down").asFields(), "script")).contains("DROP COLUMN city");
    }

    @Test
    void a_part_is_tried_and_pushed_and_the_rest_stays_to_be_done() {
        changes(studio);

        Json.Fields tried = LiveStudio.document(
                studio.post("/api/changes/dry-run", only(INDEX).build()));
        assertThat(tried.required("tried").asFlag()).isTrue();
        assertThat(tried.required("ok").asFlag()).isTrue();

        studio.post("/api/changes/push", only(INDEX).build());
        waitForTheRun();

        assertThat(texts(changes(studio), "changes", "id")).containsExactly(AGE);
    }

    @Test
    void a_migration_of_a_part_leaves_the_rest_to_the_next_one() {
        changes(studio);

        assertThat(text(generate(only(AGE)), "title")).contains("age");
        Json.Fields rest = generate(only());

        assertThat(text(items(rest, "files").getFirst(), "text"))
                .contains("city")
                .doesNotContain("age");
        assertThat(error(generate(only(AGE)))).contains("DCT-407");
    }

    @Test
    void what_is_undisputed_is_shown_while_a_question_is_open() {
        studio.with("ALTER TABLE customers ADD COLUMN town varchar");

        Json.Fields report = changes(studio);

        assertThat(text(report, "state")).isEqualTo("undecided");
        assertThat(texts(report, "changes", "id")).containsExactly(AGE);
        assertThat(text(report.required("up").asFields(), "script"))
                .contains("age")
                .doesNotContain("city");
    }

    @Test
    void what_is_undisputed_is_tried_and_pushed_while_a_question_is_open() {
        studio.with("ALTER TABLE customers ADD COLUMN town varchar");
        assertThat(texts(changes(studio), "waiting", "subject"))
                .containsExactlyInAnyOrder(
                        "column public.customers.city character varying",
                        "column public.customers.town character varying",
                        "index public.customers.customers_city");

        Json.Fields tried = LiveStudio.document(
                studio.post("/api/changes/dry-run", only(AGE).build()));
        assertThat(tried.required("ok").asFlag()).isTrue();
        assertThat(text(tried, "script")).contains("age").doesNotContain("city", "town");
        studio.post("/api/changes/push", only(AGE).build());
        waitForTheRun();

        assertThat(studio.query(
                        "SELECT attname FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attnum > 1"))
                .containsExactlyInAnyOrder("town", "age");
        assertThat(texts(changes(studio), "questions", "kind")).containsExactly("rename");
    }

    @Test
    void what_waits_for_an_answer_is_refused_with_the_question() {
        studio.with("ALTER TABLE customers ADD COLUMN town varchar");
        changes(studio);

        Json.Fields tried = LiveStudio.document(
                studio.post("/api/changes/dry-run", only(CITY).build()));

        assertThat(tried.required("ok").asFlag()).isFalse();
        assertThat(texts(tried, "problems", "code")).containsExactly("DCT-401");
    }

    @Test
    void a_migration_is_made_of_what_does_not_wait_for_an_answer() {
        generate(only(CITY));
        Shop.write(
                studio,
                "public final Column<Integer> age = integer();",
                "public final Column<String> town = varchar();");

        assertThat(error(generate(only()))).contains("DCT-401");
        assertThat(text(items(generate(only(AGE)), "files").getFirst(), "text"))
                .contains("age")
                .doesNotContain("city", "town");
    }

    private Json.Fields generate(FieldsBuilder body) {
        return LiveStudio.document(studio.post("/api/changes/generate", body.build()));
    }

    private static FieldsBuilder only(String... names) {
        return Json.object().put("only", Json.texts(Arrays.asList(names)));
    }
}
