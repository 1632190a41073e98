package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.studio.LiveStudio;
import dev.decant.studio.Studio;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not the studio's own page gets nothing: from another site, another port, another machine, or with another cookie. */
class SecurityTest {
    private static LiveStudio studio;
    private static int port;

    @BeforeAll
    static void start() {
        studio = LiveStudio.open()
                .with(
                        "create table t (id int primary key, v text); insert into t values (1, '<script>alert(1)</script>')");
        port = studio.link().getPort();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static String cookie() {
        return "Cookie: " + studio.cookie();
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 2000))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(studio.link().getHost()).isEqualTo("127.0.0.1");
    }

    /** The name of another site can lead here; its page would have the cookie, if it had been given one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:PORT",
                "Host: 127.0.0.1.nip.io:PORT",
                "Host: localhost.evil.example:PORT",
                "Host: 127.0.0.1:1",
                "Host: 127.0.0.1",
                "Host: localhost",
                "Host: 127.1:PORT",
                "Host: 2130706433:PORT",
                "Host: 0.0.0.0:PORT",
                "Host: [::1]:PORT",
                "Host: LOCALHOST.:PORT",
                "Host: 127.0.0.1:PORT@evil.example",
                "Host: evil.example:PORT\r\nHost: 127.0.0.1:PORT",
                "Host: 127.0.0.1:PORT\r\nHost: evil.example:PORT",
                "Host:",
                "X-Nothing: 1",
                "X-Forwarded-Host: 127.0.0.1:PORT\r\nHost: evil.example:PORT",
            })
    void a_server_of_another_name_is_not_here(String host) {
        for (String path : List.of("/", "/api/meta", "/enter?token=x", "/assets/probe-0a1b2c3d.js")) {
            RawAnswer answer =
                    RawAnswer.to(port, "GET " + path + " HTTP/1.1", host.replace("PORT", "" + port), cookie());

            assertThat(answer.status()).as(answer.text()).isIn(421, 400);
            assertThat(answer.text()).doesNotContain("environments", "filler");
        }
    }

    @Test
    void a_request_line_with_another_server_in_it_is_refused() {
        RawAnswer answer =
                RawAnswer.to(port, "GET http://evil.example/api/meta HTTP/1.1", "Host: 127.0.0.1:" + port, cookie());

        assertThat(answer.status()).isEqualTo(421);
    }

    @Test
    void its_own_names_are_known() {
        for (String name : List.of("127.0.0.1", "localhost")) {
            assertThat(RawAnswer.to(port, "GET /api/meta HTTP/1.1", "Host: " + name + ":" + port, cookie())
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: http://evil.example:PORT",
                "Origin: http://localhost:3000",
                "Origin: http://127.0.0.1:1",
                "Origin: https://127.0.0.1:PORT",
                "Origin: null",
                "Origin: file://",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: http://127.0.0.1:PORT\r\nOrigin: https://evil.example",
            })
    void another_page_of_the_same_browser_gets_nothing(String header) {
        String sent = header.replace("PORT", "" + port);
        for (String line : List.of("GET /api/meta HTTP/1.1", "GET /api/events HTTP/1.1", "POST /api/sql HTTP/1.1")) {
            RawAnswer answer = RawAnswer.to(
                    port,
                    line,
                    "Host: 127.0.0.1:" + port,
                    cookie(),
                    sent,
                    "X-Decant: 1",
                    "Content-Type: application/json",
                    "Content-Length: 0");

            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.text()).contains("DCT-700").doesNotContain("environments");
        }
    }

    @Test
    void no_other_page_is_ever_allowed_anything() {
        RawAnswer asked = RawAnswer.to(
                port,
                "OPTIONS /api/sql HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-decant,content-type",
                "Access-Control-Request-Private-Network: true");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).doesNotContain("access-control");
        assertThat(RawAnswer.to(
                                port,
                                "GET /api/meta HTTP/1.1",
                                "Host: 127.0.0.1:" + port,
                                cookie(),
                                "Origin: http://127.0.0.1:" + port)
                        .text())
                .startsWith("http/1.1 200")
                .doesNotContain("access-control");
    }

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
                "Cookie: decant-" + port + "=",
                "Cookie: decant-" + port + "=" + value.substring(1),
                "Cookie: xdecant-" + port + "=" + value)) {
            for (String path : List.of(
                    "/api/meta", "/api/schema", "/api/events", "/", "/assets/probe-0a1b2c3d.js", "/api/nothing")) {
                RawAnswer answer = RawAnswer.to(port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port, header);
                assertThat(answer.status()).as(path + " with " + header).isEqualTo(403);
            }
        }
        assertThat(RawAnswer.to(
                                port,
                                "GET /api/meta HTTP/1.1",
                                "Host: 127.0.0.1:" + port,
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../decant.toml",
                "/assets/../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/%2e%2e%2f%2e%2e%2fMANIFEST.MF",
                "/assets/..%2f..%2fMANIFEST.MF",
                "/assets/..\\..\\MANIFEST.MF",
                "/assets/%5c..%5c..%5cMANIFEST.MF",
                "/../MANIFEST.MF",
                "//etc/passwd",
                "/assets//probe-0a1b2c3d.js",
                "/assets/./probe-0a1b2c3d.js",
                "/assets/probe-0a1b2c3d.js%00.html",
                "/assets/dev/decant/studio/Studio.class",
                "/META-INF/MANIFEST.MF",
                "/assets/",
                "/.env",
            })
    void no_path_leads_out_of_the_page(String path) {
        RawAnswer answer = RawAnswer.to(port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port, cookie());

        assertThat(answer.status()).as(answer.text()).isIn(400, 404, 421);
        assertThat(answer.text()).doesNotContain("root:", "Manifest-Version", "dialect =", "filler");
    }

    @Test
    void a_file_of_the_page_is_kept_for_good_and_sent_small() throws Exception {
        HttpResponse<String> plain = studio.get(studio.at("/assets/probe-0a1b2c3d.js"));
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");

        HttpResponse<String> packed = studio.send(HttpRequest.newBuilder(studio.at("/assets/probe-0a1b2c3d.js"))
                .header("Cookie", studio.cookie())
                .header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length()).isLessThan(plain.body().length() / 4);
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
    void events_reach_an_open_page_and_one_that_comes_back() throws Exception {
        EventHub hub = new EventHub(Duration.ofMillis(50));
        hub.publish("one", Json.object().put("n", 1).build());
        hub.publish("two", Json.object().put("n", 2).build());

        assertThat(hub.since(1)).isEqualTo("id: 2\nevent: two\ndata: {\"n\": 2}\n\n");
        assertThat(hub.since(2)).isEqualTo(": still here\n\n");
        assertThat(hub.since(99)).as("numbers of a studio that ran before").isEqualTo(": still here\n\n");
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

    @Test
    void an_error_of_ours_is_told_as_one() {
        assertThat(JsonWriter.line(FailureJson.of(new IllegalStateException("oops"))))
                .contains("DCT-199", "IllegalStateException: oops");
    }
}
