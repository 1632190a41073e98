package dev.decant.studio.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.studio.LiveStudio;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, and that no path leads to another. */
class PageFilesTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.withOneRow();

    private static final int PORT = studio.link().getPort();

    private static String cookie() {
        return "Cookie: " + studio.cookie();
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
        RawAnswer answer = RawAnswer.to(PORT, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + PORT, cookie());

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
}
