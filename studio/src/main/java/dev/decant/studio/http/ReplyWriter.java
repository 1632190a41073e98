package dev.decant.studio.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.decant.codec.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes answers, with the headers that keep a browser from doing anything with them but showing this page. */
final class ReplyWriter {
    private static final int WORTH_PACKING = 1024;
    private static final int BUFFER = 8192;

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), clipboard-read=(self), clipboard-write=(self)");

    private ReplyWriter() {}

    static void write(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        switch (reply.body()) {
            case Reply.Body.Empty() -> exchange.sendResponseHeaders(reply.status(), -1);
            case Reply.Body.Document(var value) ->
                bytes(
                        exchange,
                        reply.status(),
                        "application/json; charset=utf-8",
                        JsonWriter.line(value).getBytes(StandardCharsets.UTF_8));
            case Reply.Body.Bytes bytes -> bytes(exchange, reply.status(), bytes.type(), bytes.content());
            case Reply.Body.File(String type, long length, Reply.ByteSource source) -> {
                headers.set("Content-Type", type);
                exchange.sendResponseHeaders(reply.status(), headOnly || length == 0 ? -1 : length);
                if (!headOnly && length > 0) {
                    source.writeTo(exchange.getResponseBody());
                }
            }
            case Reply.Body.Stream(String type, Reply.Source source) -> {
                headers.set("Content-Type", type);
                if (headOnly) {
                    exchange.sendResponseHeaders(reply.status(), -1);
                } else {
                    stream(exchange, reply.status(), source);
                }
            }
        }
    }

    private static void bytes(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else if (content.length >= WORTH_PACKING && takesGzip(exchange) && !headers.containsKey("Content-Encoding")) {
            headers.set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(content);
            }
        } else {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static void stream(HttpExchange exchange, int status, Reply.Source source) throws IOException {
        boolean packed = takesGzip(exchange) && !isEvents(exchange);
        if (packed) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(status, 0);
        OutputStream body = exchange.getResponseBody();
        OutputStream out = packed ? new GZIPOutputStream(body, BUFFER, true) : body;
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER)) {
            source.writeTo(writer);
        }
    }

    /** Events are few and short, and each is to arrive at once. */
    private static boolean isEvents(HttpExchange exchange) {
        return String.valueOf(exchange.getResponseHeaders().getFirst("Content-Type"))
                .startsWith("text/event-stream");
    }

    static boolean takesGzip(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                .contains("gzip");
    }
}
