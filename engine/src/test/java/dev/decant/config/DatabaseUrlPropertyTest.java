package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.failure.DecantException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseUrlPropertyTest {
    private static final int CASES = 5_000;
    private static final List<String> PIECES = List.of(
            "a", "Z", "9", "-", "_", ".", "~", "/", "?", "#", "@", ":", "%", "+", "&", "=", " ", ";", ",", "[", "]",
            "$", "é", "😀", "\"", "'");
    private static final List<String> HOSTS =
            List.of("localhost", "db.example.org", "10.0.0.1", "[::1]", "[2001:db8::7]", "my_host", "h-1");
    private static final String MARK = "hunter2";

    private final Randomness random = new Randomness(DatabaseUrlPropertyTest.class);

    @Test
    void every_part_that_was_encoded_is_read_again() {
        for (int i = 0; i < CASES; i++) {
            String user = random.text(PIECES, 1, 6);
            String password = random.text(PIECES, 1, 6) + MARK + random.text(PIECES, 0, 6);
            String database = random.text(PIECES, 1, 6);
            String hosts = hosts();
            Map<String, String> parameters = parameters();
            String scheme = random.oneOf(List.of("postgres", "postgresql", "mysql"));
            String url = scheme + "://" + Percent.encode(user) + ":" + Percent.encode(password) + "@" + hosts + "/"
                    + Percent.encode(database) + query(parameters);

            DatabaseUrl.Jdbc read = (DatabaseUrl.Jdbc) DatabaseUrl.parse(url, Path.of("/"));

            String jdbc = "jdbc:" + (scheme.equals("mysql") ? "mysql" : "postgresql") + "://" + hosts + "/"
                    + Percent.encode(database) + query(parameters);
            assertThat(List.of(read.jdbcUrl(), read.user(), read.password().map(Secret::reveal), read.database()))
                    .as("%s with seed %d", url, random.seed())
                    .isEqualTo(List.of(jdbc, Optional.of(user), Optional.of(password), database));
            assertSafe(read, url);
            assertThat(DatabaseUrl.parse(read.jdbcUrl(), Path.of("/")))
                    .as("%s read once more with seed %d", url, random.seed())
                    .isEqualTo(read.enteredBy(Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void whatever_the_text_the_password_is_never_shown() {
        for (int i = 0; i < 4 * CASES; i++) {
            String start = random.oneOf(List.of(
                    "postgres://",
                    "jdbc:postgresql://",
                    "jdbc:mysql://",
                    "mariadb://",
                    "sqlite:",
                    "jdbc:",
                    "embedded:postgresql",
                    ""));
            String url = start
                    + random.text(PIECES, 0, 4)
                    + random.oneOf(List.of("u:", ":", ""))
                    + MARK
                    + random.text(PIECES, 0, 3)
                    + random.oneOf(List.of("@h/db", "@h", "/db", "@/", "@h/db?x=y"));
            try {
                DatabaseUrl read = DatabaseUrl.parse(url, Path.of("/"));
                boolean password = read instanceof DatabaseUrl.Jdbc jdbc
                        && jdbc.password()
                                .filter(secret -> secret.reveal().contains(MARK))
                                .isPresent();
                if (password) {
                    assertSafe((DatabaseUrl.Jdbc) read, url);
                }
            } catch (DecantException exception) {
                assertThat(exception.getMessage())
                        .as("%s with seed %d", url, random.seed())
                        .doesNotContain(MARK);
            }
        }
    }

    private void assertSafe(DatabaseUrl.Jdbc read, String url) {
        assertThat(List.of(read.jdbcUrl(), read.display(), read.toString(), read.address()))
                .as("what is shown of %s with seed %d", url, random.seed())
                .allSatisfy(text -> assertThat(text).doesNotContain(MARK));
    }

    private String hosts() {
        List<String> hosts = new ArrayList<>();
        for (int i = random.upTo(2); i >= 0; i--) {
            hosts.add(random.oneOf(HOSTS) + (random.oneIn(2) ? "" : ":" + (1 + random.upTo(65_534))));
        }
        return String.join(",", hosts);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = random.upTo(3); i > 0; i--) {
            parameters.put("p" + random.upTo(4), random.text(PIECES, 0, 5));
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + Percent.encode(value)));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
