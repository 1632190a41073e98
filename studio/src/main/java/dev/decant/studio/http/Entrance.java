package dev.decant.studio.http;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way in: a link that opens once, and the cookie that is given for it.
 *
 * <p>Cookies are shared across the ports of a host, so the name holds the port; nobody but the browser sees the value.
 */
final class Entrance {
    private static final int BYTES = 32;

    private final String cookieName;
    private final String cookie = secret();
    private final String token = secret();
    private final AtomicBoolean used = new AtomicBoolean();

    Entrance(int port) {
        cookieName = "decant-" + port;
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The path that leads in, once. */
    String path() {
        return "/enter?token=" + token;
    }

    /** The cookie for whoever comes with the token; nobody gets it a second time. */
    Optional<String> enter(String offered) {
        return same(token, offered) && used.compareAndSet(false, true)
                ? Optional.of(cookieName + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict")
                : Optional.empty();
    }

    /** Whether the request has the cookie. */
    boolean knows(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(cookieName + "="))
                .anyMatch(pair -> same(cookie, pair.substring(cookieName.length() + 1)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
