package dev.decant.studio.http;

import com.sun.net.httpserver.HttpExchange;
import dev.decant.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page, which lie in the jar.
 *
 * <p>A file is named by its path in one folder of the class path, of plain letters only, so that no path leads out of it. A path that begins
 * with a plain word is one of the page's own addresses, whatever names of tables follow, and there is the one document for all of them.
 */
final class Page {
    private static final String ROOT = "META-INF/decant-studio/";
    private static final String DOCUMENT = "index.html";
    private static final Pattern FILE = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.[a-z0-9]+");

    /** The page's own addresses: a word, and behind it names of anything, such as a table's. */
    private static final Pattern ADDRESS = Pattern.compile("(?:(?!assets(?:/|$))[a-z]+(?:/.*)?)?");

    /** Files of this folder have names that hold a hash of their content. */
    private static final String HASHED = "assets/";

    private static final String FOREVER = "public, max-age=31536000, immutable";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"));

    private final ClassLoader loader;
    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

    Page(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether the page was built into this Decant. */
    boolean exists() {
        return loader.getResource(ROOT + DOCUMENT) != null;
    }

    Reply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath().substring(1);
        if (ADDRESS.matcher(path).matches()) {
            return content(exchange, DOCUMENT).orElseThrow(Page::missing);
        }
        return Optional.of(path)
                .filter(name -> FILE.matcher(name).matches() && !name.contains(".."))
                .flatMap(name -> content(exchange, name))
                .orElseThrow(
                        () -> Failure.of("DCT-702", "there is no such file").exception());
    }

    private static RuntimeException missing() {
        return Failure.of("DCT-705", "this Decant was packed without the studio's page")
                .next("build it where Node.js 20.19 or newer is, or use a released Decant")
                .exception();
    }

    private Optional<Reply> content(HttpExchange exchange, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        String cache = name.startsWith(HASHED) ? FOREVER : "no-cache";
        if (ReplyWriter.takesGzip(exchange) && !type.startsWith("image/p")) {
            return packed(name)
                    .map(bytes -> Reply.bytes(type, bytes)
                            .with("Content-Encoding", "gzip")
                            .with("Cache-Control", cache)
                            .with("Vary", "Accept-Encoding"));
        }
        return read(name)
                .map(bytes ->
                        Reply.bytes(type, bytes).with("Cache-Control", cache).with("Vary", "Accept-Encoding"));
    }

    private Optional<byte[]> packed(String name) {
        byte[] known = packed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> fresh = read(name).map(Page::pack);
        fresh.filter(bytes -> name.startsWith(HASHED)).ifPresent(bytes -> packed.put(name, bytes));
        return fresh;
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Optional<byte[]> read(String name) {
        try (InputStream in = loader.getResourceAsStream(ROOT + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
