package dev.decant.studio;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.config.Surroundings;
import dev.decant.studio.connection.Audit;
import dev.decant.studio.connection.Workspace;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A studio that runs on a fresh database, and a program that was let in with its link. As an extension in a static field it is there for all tests
 * of a class, and closed behind them.
 */
public final class LiveStudio implements AutoCloseable, AfterAllCallback {
    private final TestDatabase database;
    private final Path folder;
    private final Studio studio;
    private final URI link;
    private final String cookie;
    private boolean keeps;
    private final List<String> audit = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private LiveStudio(TestDatabase database, String toml, boolean readOnly, Duration idle) {
        this.database = database;
        this.folder = newFolder();
        write("decant.toml", toml.replace("${url}", database.url()));
        Surroundings surroundings = new Surroundings(Map.of(), folder);
        Workspace workspace = new Workspace(
                Configuration.read(Flags.none(), surroundings),
                name -> Configuration.read(
                        name.map(Flags.none()::withEnvironment).orElse(Flags.none()), surroundings),
                readOnly,
                new Audit(audit::add));
        this.studio = Studio.start(workspace, new StudioOptions(0, readOnly, idle, "test"));
        this.link = studio.link();
        this.cookie = enter();
    }

    /** A studio on a database of its own, with one environment that is protected. */
    public static LiveStudio open() {
        return open("17");
    }

    /** A studio on a database whose one table, {@code t}, has one row with a script as its value. */
    public static LiveStudio withOneRow() {
        return open().with(
                        "create table t (id int primary key, v text); insert into t values (1, '<script>alert(1)</script>')");
    }

    /** A studio on a database of this major version. */
    public static LiveStudio open(String major) {
        return of(TestServers.postgres(major).freshDatabase(), usual(), false);
    }

    /** A studio that only reads. */
    public static LiveStudio readOnly() {
        return of(TestServers.postgres("17").freshDatabase(), usual(), true);
    }

    /** A studio with a configuration, in which <code>${url}</code> is the database. */
    public static LiveStudio of(TestDatabase database, String toml, boolean readOnly) {
        return new LiveStudio(database, toml, readOnly, Duration.ZERO);
    }

    /** A studio that ends when nobody asks for anything. */
    public static LiveStudio idle(Duration idle) {
        return new LiveStudio(TestServers.postgres("17").freshDatabase(), usual(), false, idle);
    }

    private static String usual() {
        return """
                dialect = "postgresql"
                schema = "schema"

                [database]
                url = "${url}"
                """;
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("decant-studio");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the project. */
    public LiveStudio write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the project. */
    public Path folder() {
        return folder;
    }

    private String enter() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(link));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    /** The link, which was used. */
    public URI link() {
        return link;
    }

    /** The studio. */
    public Studio studio() {
        return studio;
    }

    /** The database. */
    public TestDatabase database() {
        return database;
    }

    /** The cookie that lets in. */
    public String cookie() {
        return cookie;
    }

    /** What was noted of writes to protected databases. */
    public List<String> audit() {
        return audit;
    }

    /** Runs statements in the database, beside the studio. */
    public LiveStudio with(String sql) {
        try {
            database.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a query gives, beside the studio. */
    public List<String> query(String sql) {
        try {
            return database.query(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An address of it. */
    public URI at(String path) {
        return link.resolve(path);
    }

    /** An address of it with a query of names and values. */
    public URI at(String path, String... query) {
        StringBuilder text = new StringBuilder(path);
        for (int i = 0; i < query.length; i += 2) {
            text.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(encoded(query[i + 1]));
        }
        return at(text.toString());
    }

    /** A text as a part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The answer to a request of somebody who was let in. */
    public HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Cookie", cookie));
    }

    /** The document that answers. */
    public Json.Fields document(URI address) {
        return document(get(address));
    }

    /** The body as a document. */
    public static Json.Fields document(HttpResponse<String> answer) {
        return JsonReader.readSent(answer.body(), "the answer").asFields();
    }

    /** The lines that answer. */
    public List<Json> lines(URI address) {
        return lines(get(address));
    }

    /** The body as lines. */
    public static List<Json> lines(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .map(line -> JsonReader.readSent(line, "the line"))
                .toList();
    }

    /** The answer to something that is sent. */
    public HttpResponse<String> post(String path, Json body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Cookie", cookie)
                .header("X-Decant", "1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.line(body))));
    }

    /** The answer to a request as it is. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        studio.close();
        client.close();
        if (!keeps) {
            database.close();
        }
    }

    /** This, which leaves the database when it is closed. */
    public LiveStudio keeping() {
        keeps = true;
        return this;
    }

    /** A studio whose link nobody has used. */
    public static Fresh fresh() {
        LiveStudio other = open();
        Workspace workspace = new Workspace(
                Configuration.read(Flags.none(), new Surroundings(Map.of(), other.folder)),
                name -> Configuration.read(Flags.none(), new Surroundings(Map.of(), other.folder)),
                false,
                new Audit(line -> {}));
        Studio studio = Studio.start(workspace, new StudioOptions(0, false, Duration.ZERO, "test"));
        return new Fresh(other, studio, studio.link());
    }

    /**
     * A studio whose link nobody has used.
     *
     * @param other one on the same database
     * @param studio the studio
     * @param link the link as it was at first
     */
    public record Fresh(LiveStudio other, Studio studio, URI link) implements AutoCloseable {
        /** The answer to a request. */
        public HttpResponse<String> send(HttpRequest.Builder request) {
            return other.send(request);
        }

        @Override
        public void close() {
            studio.close();
            other.close();
        }
    }
}
