package dev.decant.studio.timeline;

import static dev.decant.studio.Shop.ended;
import static dev.decant.studio.Shop.error;
import static dev.decant.studio.Shop.text;
import static dev.decant.studio.Shop.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Shop;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Any two points of the timeline held against each other: a migration that ran, one that is pending, code beyond both, and a change by hand. */
class PointsTest {
    private static final String EMAIL = "public final Column<String> email = varchar();";
    private static final String AGE = "public final Column<Integer> age = integer();";
    private static final String CITY = "public final Column<String> city = varchar();";

    private static LiveStudio studio;
    private static String first;
    private static String second;

    @BeforeAll
    static void aTimeline() throws Exception {
        studio = LiveStudio.open();
        generate("the first", EMAIL);
        generate("ages", EMAIL, AGE);
        List<String> ids = texts(studio.document(studio.at("/api/migrations")), "migrations", "id");
        first = ids.get(0);
        second = ids.get(1);
        studio.post("/api/migrations/apply", Json.object().put("to", first).build());
        ended(studio);
        Shop.write(studio, EMAIL, AGE, CITY);
        studio.with("ALTER TABLE customers ADD COLUMN by_hand text");
    }

    private static void generate(String title, String... lines) {
        Shop.write(studio, lines);
        studio.post("/api/changes/generate", Json.object().put("title", title).build());
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static Json.Fields between(String from, String to) {
        return studio.document(studio.at("/api/compare", "from", from, "to", to));
    }

    private static List<String> changes(String from, String to) {
        return texts(between(from, to), "changes", "id");
    }

    @Test
    void each_point_differs_from_the_others_by_what_lies_between() {
        assertThat(changes("empty", "migration:" + first)).containsExactly("create table public.customers");
        assertThat(changes("migration:" + first, "migration:" + second))
                .containsExactly("create column public.customers.age integer");
        assertThat(changes("migration:" + second, "migration:" + first))
                .containsExactly("drop column public.customers.age integer");
        assertThat(changes("migration:" + second, "code"))
                .containsExactly("create column public.customers.city character varying");
        assertThat(changes("ran", "migration:" + first)).isEmpty();
        assertThat(changes("ran", "database")).containsExactly("create column public.customers.by_hand text");
        assertThat(changes("env:default", "database")).isEmpty();
    }

    @Test
    void the_way_is_told_as_steps_as_a_script_and_thing_by_thing() {
        Json.Fields way = between("migration:" + first, "code");

        assertThat(text(way, "script"))
                .startsWith("-- From migration:" + first + " to code.")
                .contains("ADD COLUMN age integer", "ADD COLUMN city");
        assertThat(texts(way.required("sql").asFields(), "statements", "sql")).isNotEmpty();
        Json.Fields thing = way.required("things")
                .asFields()
                .required("table public.customers")
                .asFields();
        assertThat(text(thing, "before")).doesNotContain("age");
        assertThat(text(thing, "after")).contains("age integer", "city character varying");
    }

    @Test
    void a_browser_names_points_and_neither_files_nor_addresses() {
        assertThat(error(between("code", "migration:no_such"))).contains("DCT-527");
        assertThat(error(between("code", "env:no_such"))).contains("DCT-113");
        for (String strange :
                List.of("schema.sql", "file:/etc/passwd", "jdbc:postgresql://elsewhere/x", "Migration:" + first)) {
            assertThat(error(between("code", strange))).as(strange).contains("DCT-703");
        }
    }
}
