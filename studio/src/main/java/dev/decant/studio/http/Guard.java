package dev.decant.studio.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.decant.failure.Failure;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in, before anybody looks at what is wanted: only a page that this server has served, in a browser that was shown the link.
 *
 * <p>The name in {@code Host} is checked against other sites whose names lead here (DNS rebinding), which a browser takes for one site with
 * this one; {@code Origin} and {@code Sec-Fetch-Site} against pages of other sites and of other local servers, whose cookies are shared
 * across ports; the header on writes against forms.
 */
final class Guard {
    /** What only a script of the page can send along. */
    static final String OWN_HEADER = "X-Decant";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Why a request is turned away. */
    record Refusal(int status, Failure failure) {}

    private final Set<String> hosts;
    private final Set<String> origins;

    Guard(int port) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
    }

    /** Why this request is turned away whatever it wants, if it is. */
    Optional<Refusal> check(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!isLoopback(exchange.getRemoteAddress().getAddress()) || !isForHere(exchange)) {
            return refuse(421, "this is not the server of that name", "open the link that decant studio printed");
        }
        if (!isOwn(headers.get("Origin"), origins)) {
            return refuse(403, "another page may not ask for anything here", "");
        }
        return isApi(exchange) ? checkApi(exchange.getRequestMethod(), headers) : Optional.empty();
    }

    private static Optional<Refusal> checkApi(String method, Headers headers) {
        // What a browser sends along with what a person typed is "none"; programs send nothing.
        if (!isOwn(headers.get("Sec-Fetch-Site"), Set.of("same-origin", "none"))) {
            return refuse(403, "another page may not ask for anything here", "");
        }
        if (READING.contains(method)) {
            return Optional.empty();
        }
        if (!"1".equals(headers.getFirst(OWN_HEADER))) {
            return refuse(
                    403, "the header " + OWN_HEADER + ": 1 is missing", "send it with whatever changes something");
        }
        boolean bare = !headers.containsKey("Content-Type");
        boolean json = !bare && headers.getFirst("Content-Type").matches("application/json(\\s*;.*)?");
        return json || bare && method.equals("DELETE")
                ? Optional.empty()
                : refuse(403, "only JSON is taken", "send application/json");
    }

    private boolean isForHere(HttpExchange exchange) {
        List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        String authority = exchange.getRequestURI().getRawAuthority();
        return named.size() == 1
                && hosts.contains(named.getFirst())
                && (authority == null || hosts.contains(authority));
    }

    private static boolean isLoopback(InetAddress address) {
        return address.isLoopbackAddress();
    }

    static boolean isApi(HttpExchange exchange) {
        return exchange.getRequestURI().getRawPath().startsWith("/api");
    }

    private static boolean isOwn(@Nullable List<String> sent, Set<String> own) {
        return sent == null || own.containsAll(sent);
    }

    private static Optional<Refusal> refuse(int status, String what, String next) {
        return Optional.of(new Refusal(status, Failure.of("DCT-700", what).next(next)));
    }
}
