package dev.decant.studio.http;

import com.sun.net.httpserver.HttpExchange;
import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that the guards have let in. */
public final class Request {
    /** The most that a body holds where nothing else is said. */
    public static final int USUAL_LIMIT = 10 * 1024 * 1024;

    private final HttpExchange exchange;
    private final Map<String, String> variables;
    private final Map<String, String> query;
    private final int limit;
    private @Nullable Json body;

    Request(HttpExchange exchange, Map<String, String> variables, int limit) {
        this.exchange = exchange;
        this.variables = Map.copyOf(variables);
        this.query = parsed(exchange.getRequestURI().getRawQuery());
        this.limit = limit;
    }

    private static Map<String, String> parsed(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                query.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of("DCT-703", "the address is not encoded as addresses are")
                    .exception(malformed);
        }
    }

    /** The name of the environment that it is about, if it says one. */
    public Optional<String> environment() {
        return query("env");
    }

    /** What stands in the path where the route has a name in braces. */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** What the query says behind a name; nothing when it says nothing. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * What the query says behind a name.
     *
     * @throws dev.decant.failure.DecantException DCT-703 when it says nothing
     */
    public String required(String name) {
        return query(name)
                .orElseThrow(() -> Failure.of("DCT-703", "the address does not say \"" + name + "\"")
                        .exception());
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /**
     * The body, which is an object.
     *
     * @throws dev.decant.failure.DecantException DCT-703 when it is too large, DCT-201 and DCT-204 when it is no such JSON
     */
    public Json.Fields body() {
        if (body == null) {
            body = JsonReader.readSent(text(), "the request");
        }
        return body.asFields();
    }

    private String text() {
        try {
            byte[] bytes = exchange.getRequestBody().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Failure.of("DCT-703", "the request is larger than " + limit / (1024 * 1024) + " MB")
                        .next("send less at a time")
                        .exception();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
