package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import dev.decant.testkit.postgresql.TestServers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser can do with an answer, and what no answer says. */
class AnswersTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/meta",
                "/api/nothing",
                "/api/rows?schema=public&table=t",
                "/",
                "/assets/probe-0a1b2c3d.js",
                "/assets/none.js",
                "/enter"
            })
    void every_answer_keeps_the_browser_from_doing_anything_else_with_it(String path) {
        HttpResponse<String> answer = studio.get(studio.at(path));

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                                + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void a_value_is_never_a_page() {
        HttpResponse<String> rows = studio.get(studio.at("/api/rows?schema=public&table=t"));

        assertThat(rows.body()).contains("<script>alert(1)</script>");
        assertThat(rows.headers().firstValue("Content-Type")).contains("application/x-ndjson; charset=utf-8");
        assertThat(studio.get(studio.at("/api/rows?schema=public&table=%3Cscript%3E"))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1/x?socketFactory=evil",
                "../x",
                "production",
                "postgres://a:b@c/d",
                "%24%7BHOME%7D"
            })
    void a_browser_names_an_environment_and_nothing_else(String name) {
        assertThat(studio.get(studio.at("/api/schema?env=" + LiveStudio.encoded(name)))
                        .body())
                .contains("DCT-113");
    }

    @Test
    void no_answer_has_a_password() {
        try (LiveStudio away = LiveStudio.of(TestServers.postgres("17").freshDatabase(), """
                dialect = "postgresql"

                [database]
                url = "${url}"

                [environment.away]
                url = "postgres://somebody:open-sesame@127.0.0.1:1/none?sslpassword=second-secret"
                """, false)) {
            for (String path : List.of(
                    "/api/meta",
                    "/api/schema?env=away",
                    "/api/rows?env=away&schema=a&table=b",
                    "/api/overview?env=away")) {
                assertThat(away.get(away.at(path)).body())
                        .doesNotContain(
                                "open-sesame", "second-secret", away.database().password() + "@");
            }
            assertThat(away.get(away.at("/api/schema?env=away")).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void an_error_of_ours_is_told_as_one() {
        assertThat(JsonWriter.line(FailureJson.of(new IllegalStateException("oops"))))
                .contains("DCT-199", "IllegalStateException: oops");
    }
}
