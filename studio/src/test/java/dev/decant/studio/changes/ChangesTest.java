package dev.decant.studio.changes;

import static dev.decant.studio.Shop.changes;
import static dev.decant.studio.Shop.ended;
import static dev.decant.studio.Shop.error;
import static dev.decant.studio.Shop.items;
import static dev.decant.studio.Shop.text;
import static dev.decant.studio.Shop.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Shop;
import dev.decant.testkit.postgresql.TestServers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema in the code against the database, as the page is told of it. */
class ChangesTest {
    private static final String EMAIL = "public final Column<String> email = varchar();";
    private static final String TABLE = "CREATE TABLE customers (id serial PRIMARY KEY, email varchar)";

    @RegisterExtension
    static final LiveStudio studio = LiveStudio.open();

    @BeforeEach
    void aShopWithThreeCustomers() {
        studio.with("DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + TABLE
                + "; INSERT INTO customers (email) VALUES ('a@b.c'), (NULL), ('d@e.f'); ANALYZE customers");
        Shop.write(studio, EMAIL);
        studio.post("/api/changes/answer", Json.object().put("forget", true).build());
    }

    @Test
    void a_database_that_is_what_the_code_says_is_in_sync() {
        Json.Fields report = changes(studio);

        assertThat(text(report, "state")).isEqualTo("in_sync");
        assertThat(items(report, "changes")).isEmpty();
    }

    @Test
    void what_differs_is_told_with_its_risk_its_definitions_and_the_sql_of_both_ways() {
        Shop.write(
                studio,
                "public final Column<String> email = varchar().notNull();",
                "public final Column<Integer> age = integer();");

        Json.Fields report = changes(studio);

        assertThat(text(report, "state")).isEqualTo("different");
        assertThat(texts(report, "changes", "subject"))
                .containsExactlyInAnyOrder(
                        "column public.customers.age integer",
                        "column public.customers.email character varying: not null");
        assertThat(texts(report, "changes", "risk")).containsExactlyInAnyOrder("instant", "data_dependent");
        Json.Fields thing = report.required("things")
                .asFields()
                .required("table public.customers")
                .asFields();
        assertThat(text(thing, "before")).contains("email character varying,").doesNotContain("age");
        assertThat(text(thing, "after")).contains("email character varying NOT NULL", "age integer");
        assertThat(text(report.required("up").asFields(), "script")).contains("VALIDATE CONSTRAINT");
        assertThat(text(report.required("down").asFields(), "script")).contains("DROP COLUMN age");
    }

    @Test
    void the_rows_are_asked_and_can_be_found_by_the_condition_that_is_told() {
        Shop.write(
                studio,
                "public final Column<String> email = varchar().notNull().unique();",
                "public final Check real = check(\"customers_id_small\", \"id < 3\");");
        studio.with("INSERT INTO customers (email) VALUES ('a@b.c')");
        changes(studio);

        Json.Fields data = studio.document(studio.at("/api/changes/data"));

        assertThat(texts(data, "checks", "sentence"))
                .containsExactlyInAnyOrder(
                        "1 row of public.customers has no value in email",
                        "2 rows of public.customers make customers_id_small false",
                        "1 value of [email] is in several rows of public.customers");
        List<String> found = items(data, "checks").stream()
                .map(check -> check.required("rows").asFields())
                .flatMap(rows -> studio
                        .query("SELECT count(*) FROM " + text(rows, "schema") + "." + text(rows, "name") + " WHERE "
                                + text(rows, "where"))
                        .stream())
                .toList();
        assertThat(found).containsExactlyInAnyOrder("1", "2", "2");
    }

    @Test
    void a_question_about_a_table_that_somebody_has_locked_stays_open() throws Exception {
        Shop.write(studio, "public final Column<String> email = varchar().notNull();");
        changes(studio);
        try (var holder = studio.database().open();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE customers");

            Json.Fields check = items(studio.document(studio.at("/api/changes/data")), "checks")
                    .getFirst();

            assertThat(check.required("known").asFlag()).isFalse();
            assertThat(check.required("matters").asFlag()).isFalse();
        }
    }

    @Test
    void the_impact_names_size_dependants_and_whoever_holds_a_lock() throws Exception {
        studio.with("CREATE TABLE orders (id int, customer int CONSTRAINT of REFERENCES customers)")
                .with("CREATE VIEW known AS SELECT email FROM customers");
        Shop.write(studio, "public final Column<Integer> age = integer();", EMAIL);
        changes(studio);
        try (var holder = studio.database().open();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE customers SET email = 'x' WHERE id = 1");

            Json.Fields impact =
                    studio.document(studio.at("/api/changes/impact", "schema", "public", "table", "customers"));

            assertThat(impact.required("estimatedRows").asWhole()).isEqualTo(3);
            assertThat(texts(impact, "dependants", "name")).containsExactly("of", "public.known");
            assertThat(texts(impact, "locks", "mode")).containsExactly("ROW EXCLUSIVE");
        }
    }

    @Test
    void a_rename_is_asked_about_and_the_answer_is_kept_until_it_is_taken_back() {
        Shop.write(studio, "public final Column<String> mail = varchar();");
        Json.Fields asked = changes(studio);
        assertThat(text(asked, "state")).isEqualTo("undecided");
        assertThat(items(asked, "changes")).isEmpty();
        Json.Fields question = items(asked, "questions").getFirst();
        assertThat(question.required("candidates").asTexts()).containsExactly("email");

        studio.post(
                "/api/changes/answer",
                Json.object()
                        .put("subject", text(question, "subject"))
                        .put("was", "email")
                        .build());
        Json.Fields answered = changes(studio);
        assertThat(texts(answered, "changes", "verb")).containsExactly("rename");
        assertThat(texts(answered, "answers", "was")).containsExactly("email");

        Json.Fields again = LiveStudio.document(studio.post(
                "/api/changes/answer",
                Json.object().put("forget", text(question, "subject")).build()));
        assertThat(text(again, "state")).isEqualTo("undecided");
    }

    @Test
    void code_that_does_not_compile_is_told_with_its_place_beside_what_was_found_before() {
        Shop.write(studio, EMAIL, "public final Column<Integer> age = integer();");
        changes(studio);
        Shop.write(studio, "public final Column<String> email = varchr();");

        Json.Fields report = changes(studio);

        assertThat(text(report, "state")).isEqualTo("broken");
        assertThat(texts(report, "problems", "where").getFirst()).contains("Customers.java:13:");
        assertThat(texts(report, "changes", "subject")).containsExactly("column public.customers.age integer");
    }

    @Test
    void saving_a_file_is_told_to_open_pages() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(studio.at("/api/events"))
                .header("Cookie", studio.cookie())
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            lines.readLine();
            Shop.write(studio, EMAIL, "public final Column<Integer> saved = integer();");
            String line = lines.readLine();
            while (line != null && !line.equals("event: schema-changed")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("event: schema-changed");
            client.shutdownNow();
        }
    }

    @Test
    void a_dry_run_tries_the_plan_and_says_what_would_fail_and_changes_nothing() {
        Shop.write(studio, "public final Column<String> email = varchar().notNull();");

        Json.Fields result = LiveStudio.document(
                studio.post("/api/changes/dry-run", Json.object().build()));

        assertThat(result.required("tried").asFlag()).isTrue();
        assertThat(result.required("ok").asFlag()).isFalse();
        assertThat(result.required("misfits").asTexts())
                .containsExactly("1 row of public.customers has no value in email");
        assertThat(text(changes(studio), "state")).isEqualTo("different");
    }

    @Test
    void a_push_makes_the_database_what_the_code_says_and_tells_of_every_statement() throws Exception {
        Shop.write(studio, EMAIL, "public final Column<Integer> age = integer();");

        studio.post("/api/changes/push", Json.object().build());

        Json.Fields run = ended(studio);
        assertThat(text(run, "state")).isEqualTo("done");
        assertThat(texts(run, "events", "event")).contains("statement started", "statement finished");
        assertThat(text(changes(studio), "state")).isEqualTo("in_sync");
    }

    @Test
    void data_is_lost_only_when_the_name_of_the_database_is_typed() throws Exception {
        Shop.write(studio);
        studio.post("/api/changes/push", Json.object().build());
        Json.Fields refused = ended(studio);
        assertThat(text(refused, "state")).isEqualTo("failed");
        assertThat(texts(refused, "problems", "code")).containsExactly("DCT-532");
        assertThat(texts(refused, "problems", "what").getFirst())
                .contains("2 values of public.customers.email would be gone");

        String name = text(changes(studio).required("push").asFields(), "approval");
        studio.post("/api/changes/push", Json.object().put("approval", name).build());
        assertThat(text(ended(studio), "state")).isEqualTo("done");
        assertThat(name).isEqualTo(studio.database().name());
    }

    @Test
    void nothing_is_pushed_or_tried_where_the_studio_only_reads_and_a_migration_can_still_be_written() {
        try (LiveStudio reading = LiveStudio.readOnly()) {
            Shop.write(reading, EMAIL);

            Json.Fields report = changes(reading);
            assertThat(text(report, "state")).isEqualTo("different");
            assertThat(report.required("push").asFields().required("allowed").asFlag())
                    .isFalse();
            Json.Fields nothing = Json.object().build();
            assertThat(error(LiveStudio.document(reading.post("/api/changes/push", nothing))))
                    .contains("DCT-722");
            assertThat(error(LiveStudio.document(reading.post("/api/changes/dry-run", nothing))))
                    .contains("DCT-722");
            assertThat(LiveStudio.document(reading.post("/api/changes/generate", nothing))
                            .required("written")
                            .asFlag())
                    .isTrue();
            assertThat(reading.query("SELECT datname FROM pg_database WHERE datname LIKE '%scratch%'"))
                    .isEmpty();
        }
    }

    @Test
    void a_protected_database_is_compared_beside_the_one_of_the_project_and_never_pushed_to() {
        String toml = """
                dialect = "postgresql"
                schema = "schema"

                [database]
                url = "%s"

                [environment.production]
                url = "${url}"
                protected = true
                """;
        try (var own = TestServers.postgres("17").freshDatabase();
                LiveStudio two =
                        LiveStudio.of(TestServers.postgres("17").freshDatabase(), toml.formatted(own.url()), false)) {
            Shop.write(two, EMAIL, "public final Check real = check(\"real\", \"email like '%@%'\");");
            two.with(TABLE).with("ALTER TABLE customers ADD CONSTRAINT real CHECK (email LIKE '%@%')");

            Json.Fields report = two.document(two.at("/api/changes", "env", "production"));

            assertThat(text(report, "state")).isEqualTo("in_sync");
            assertThat(report.required("remarks").asTexts()).isEmpty();
            assertThat(error(LiveStudio.document(two.post(
                            "/api/changes/push?env=production", Json.object().build()))))
                    .contains("DCT-722");
            assertThat(text(report.required("push").asFields(), "reason")).contains("only migrations");
        }
    }

    @Test
    void a_migration_that_breaks_something_is_written_once_it_is_said_what_to_do() {
        try (LiveStudio fresh = LiveStudio.open()) {
            Shop.write(fresh, EMAIL);
            Json.Fields first = generate(fresh, "the first", "");
            assertThat(first.required("written").asFlag()).isTrue();
            assertThat(texts(first, "files", "name")).containsExactly("up.sql", "down.sql", "migration.json");

            Shop.write(fresh);
            assertThat(error(generate(fresh, "without email", ""))).contains("DCT-403");
            Json.Fields second = generate(fresh, "without email", "nobody is written to any more");
            assertThat(text(second, "folder")).matches("migrations/[0-9]{14}_without_email");
        }
    }

    private static Json.Fields generate(LiveStudio studio, String title, String note) {
        return LiveStudio.document(studio.post(
                "/api/changes/generate",
                Json.object()
                        .put("title", title)
                        .put("notes", Json.texts(List.of(note)))
                        .build()));
    }
}
