package dev.decant.studio.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The server: the JDK's own, on the loopback address only, a virtual thread a request. */
public final class StudioServer implements AutoCloseable {
    private static final int NO_BACKLOG = 0;
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;
    private final Guard guard;
    private final Entrance entrance;
    private final Page page = new Page(StudioServer.class.getClassLoader());
    private final AtomicInteger busy = new AtomicInteger();
    private volatile Instant last = Instant.now();

    private StudioServer(HttpServer http, Routes routes) {
        this.http = http;
        this.routes = routes;
        this.guard = new Guard(port());
        this.entrance = new Entrance(port());
    }

    /**
     * Starts to answer.
     *
     * @param port the port, or 0 for any that is free
     * @throws DecantException DCT-704 when the port is taken
     */
    public static StudioServer start(int port, Routes routes) {
        try {
            // By number: a name could lead elsewhere.
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), NO_BACKLOG);
            StudioServer server = new StudioServer(http, routes);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw Failure.of("DCT-704", "port " + port + " of this machine cannot be used (" + e.getMessage() + ")")
                    .next("stop what uses it, or leave --port out to take one that is free")
                    .exception(e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** The link that lets one browser in. */
    public URI link() {
        return URI.create("http://" + LOOPBACK + ":" + port() + entrance.path());
    }

    /** Whether the page was built into this Decant; without it there is only the interface for programs. */
    public boolean hasPage() {
        return page.exists();
    }

    /** How long nobody has asked for anything. */
    public Duration idle() {
        return busy.get() > 0 ? Duration.ZERO : Duration.between(last, Instant.now());
    }

    private void handle(HttpExchange exchange) {
        busy.incrementAndGet();
        try (exchange) {
            ReplyWriter.write(exchange, reply(exchange));
        } catch (IOException | UncheckedIOException gone) {
            // Whoever asked does not listen any more.
        } finally {
            last = Instant.now();
            busy.decrementAndGet();
        }
    }

    private Reply reply(HttpExchange exchange) {
        try {
            return guard.check(exchange)
                    .map(refusal -> Reply.of(FailureJson.of(refusal.failure().exception()))
                            .withStatus(refusal.status()))
                    .orElseGet(() -> admit(exchange));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        }
    }

    private static Reply failed(Throwable thrown) {
        return Reply.of(FailureJson.of(thrown)).withStatus(FailureJson.status(thrown));
    }

    private Reply admit(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/enter") && exchange.getRequestMethod().equals("GET")) {
            return enter(new Request(exchange, Map.of(), 0));
        }
        if (!entrance.knows(exchange)) {
            return stranger(exchange);
        }
        if (Guard.isApi(exchange)) {
            return answer(exchange, path);
        }
        return isReading(exchange) ? page.reply(exchange) : Reply.empty(405);
    }

    private Reply enter(Request request) {
        Optional<String> cookie = request.query("token").flatMap(entrance::enter);
        return cookie.map(given -> Reply.empty(303).with("Location", "/").with("Set-Cookie", given))
                .orElseGet(StrangersPage::reply);
    }

    private static Reply stranger(HttpExchange exchange) {
        return Guard.isApi(exchange)
                ? Reply.of(FailureJson.of(StrangersPage.FAILURE.exception())).withStatus(403)
                : StrangersPage.reply();
    }

    private Reply answer(HttpExchange exchange, String path) {
        Routes.Found found = routes.find(exchange.getRequestMethod(), path)
                .orElseThrow(() -> Failure.of("DCT-702", "nothing answers " + exchange.getRequestMethod() + " " + path)
                        .exception());
        return found.handler().handle(new Request(exchange, found.variables(), found.limit()));
    }

    private static boolean isReading(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
    }

    /** Stops at once, whoever is being answered. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
