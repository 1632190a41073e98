package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.studio.LiveStudio;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not the studio's own page gets nothing: from another site, another port, another machine. */
class StrangersTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    private static final int PORT = studio.link().getPort();

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
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, PORT), 2000))
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
                    RawAnswer.to(PORT, "GET " + path + " HTTP/1.1", host.replace("PORT", "" + PORT), cookie());

            assertThat(answer.status()).as(answer.text()).isIn(421, 400);
            assertThat(answer.text()).doesNotContain("environments", "filler");
        }
    }

    @Test
    void a_request_line_with_another_server_in_it_is_refused() {
        RawAnswer answer =
                RawAnswer.to(PORT, "GET http://evil.example/api/meta HTTP/1.1", "Host: 127.0.0.1:" + PORT, cookie());

        assertThat(answer.status()).isEqualTo(421);
    }

    @Test
    void its_own_names_are_known() {
        for (String name : List.of("127.0.0.1", "localhost")) {
            assertThat(RawAnswer.to(PORT, "GET /api/meta HTTP/1.1", "Host: " + name + ":" + PORT, cookie())
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
        String sent = header.replace("PORT", "" + PORT);
        for (String line : List.of("GET /api/meta HTTP/1.1", "GET /api/events HTTP/1.1", "POST /api/sql HTTP/1.1")) {
            RawAnswer answer = RawAnswer.to(
                    PORT,
                    line,
                    "Host: 127.0.0.1:" + PORT,
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
                PORT,
                "OPTIONS /api/sql HTTP/1.1",
                "Host: 127.0.0.1:" + PORT,
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-decant,content-type",
                "Access-Control-Request-Private-Network: true");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).doesNotContain("access-control");
        assertThat(RawAnswer.to(
                                PORT,
                                "GET /api/meta HTTP/1.1",
                                "Host: 127.0.0.1:" + PORT,
                                cookie(),
                                "Origin: http://127.0.0.1:" + PORT)
                        .text())
                .startsWith("http/1.1 200")
                .doesNotContain("access-control");
    }
}
