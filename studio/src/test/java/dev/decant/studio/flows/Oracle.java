package dev.decant.studio.flows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Tells a flow what really is in a database: SQL is posted to {@code /ENVIRONMENT}, and its rows come back, each as {@link TestDatabase#query}
 * tells it. Where a server may be stopped, {@code /server/stop} and {@code /server/start} do it.
 */
final class Oracle implements AutoCloseable {
    private final HttpServer server;

    private Oracle(HttpServer server) {
        this.server = server;
    }

    static Oracle start(Project project, Optional<TestServer> server) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        project.databases()
                .forEach((name, database) -> http.createContext("/" + name, exchange -> answer(exchange, database)));
        server.ifPresent(stoppable -> {
            http.createContext("/server/stop", exchange -> done(exchange, stoppable::stop));
            http.createContext("/server/start", exchange -> done(exchange, stoppable::goOn));
        });
        // A statement that hangs, as a flow may want one, keeps nobody else waiting.
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return new Oracle(http);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void done(HttpExchange exchange, Runnable work) throws IOException {
        work.run();
        reply(exchange, 200, "[]");
    }

    private static void answer(HttpExchange exchange, TestDatabase database) throws IOException {
        String statement = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            reply(exchange, 200, JsonWriter.line(Json.texts(rows(database, statement))));
        } catch (SQLException e) {
            reply(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> rows(TestDatabase database, String statement) throws SQLException {
        if (statement.startsWith("SELECT")) {
            return database.query(statement);
        }
        database.execute(statement);
        return List.of();
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
