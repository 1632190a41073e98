package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.studio.LiveStudio;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One link lets in one browser, once; without its cookie nothing is told and nothing is written. */
class EntranceTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    private static final int PORT = studio.link().getPort();

    @Test
    void the_link_opens_once_however_many_try() {
        try (LiveStudio.Fresh fresh = LiveStudio.fresh()) {
            List<CompletableFuture<HttpResponse<String>>> tries = IntStream.range(0, 16)
                    .mapToObj(any ->
                            CompletableFuture.supplyAsync(() -> fresh.send(HttpRequest.newBuilder(fresh.link()))))
                    .toList();
            List<HttpResponse<String>> answers =
                    tries.stream().map(CompletableFuture::join).toList();

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 403)
                    .hasSize(15)
                    .allSatisfy(answer -> assertThat(answer.headers().firstValue("Set-Cookie"))
                            .isEmpty());
            HttpResponse<String> first = answers.stream()
                    .filter(answer -> answer.statusCode() == 303)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.headers().firstValue("Location")).contains("/");
            assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("decant-" + fresh.link().getPort() + "=")
                    .endsWith("; Path=/; HttpOnly; SameSite=Strict");
            assertThat(fresh.link().getQuery()).hasSizeGreaterThanOrEqualTo("token=".length() + 43);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/enter",
                "/enter?token=",
                "/enter?token=used",
                "/enter?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void no_other_token_opens(String path) {
        assertThat(studio.send(HttpRequest.newBuilder(studio.at(path))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothing_is_told_without_the_cookie() {
        String value = studio.cookie().replaceFirst(".*?=", "");
        for (String header : List.of(
                "X-Nothing: 1",
                "Cookie: decant-1=" + value,
                "Cookie: decant-" + PORT + "=",
                "Cookie: decant-" + PORT + "=" + value.substring(1),
                "Cookie: xdecant-" + PORT + "=" + value)) {
            for (String path : List.of(
                    "/api/meta", "/api/schema", "/api/events", "/", "/assets/probe-0a1b2c3d.js", "/api/nothing")) {
                RawAnswer answer = RawAnswer.to(PORT, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + PORT, header);
                assertThat(answer.status()).as(path + " with " + header).isEqualTo(403);
            }
        }
        assertThat(RawAnswer.to(
                                PORT,
                                "GET /api/meta HTTP/1.1",
                                "Host: 127.0.0.1:" + PORT,
                                "Cookie: other=1; " + studio.cookie() + "; more=2")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "0, application/json",
        "1, text/plain",
        "1, application/x-www-form-urlencoded",
        "1, multipart/form-data; boundary=x",
        "1, application/json-seq",
        "1, ''"
    })
    void a_form_cannot_write(String own, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(studio.at("/api/sql"))
                .header("Cookie", studio.cookie())
                .POST(BodyPublishers.ofString("{\"id\": \"x\", \"sql\": \"delete from t\"}"));
        if (!own.isEmpty()) {
            request.header("X-Decant", own);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }

        assertThat(studio.send(request).statusCode()).isEqualTo(403);
        assertThat(studio.query("select count(*) from t")).containsExactly("1");
    }
}
