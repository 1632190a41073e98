package dev.decant.studio.sql;

import dev.decant.codec.Json;
import dev.decant.failure.Failure;
import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.Script;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import dev.decant.studio.connection.Reading;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.connection.Writing;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Statements that somebody typed: run, cancelled, explained. */
public final class SqlEndpoints {
    private static final long USUAL_ROWS = 1_000;
    private static final long MOST_ROWS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Workspace workspace;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    private SqlEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        SqlEndpoints endpoints = new SqlEndpoints(workspace);
        routes.post("/api/sql", endpoints::run);
        routes.delete("/api/sql/{id}", endpoints::cancel);
        routes.post("/api/explain", endpoints::explain);
    }

    private Reply run(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Json.Fields body = request.body();
        List<ScriptStatement> statements =
                statements(environment, body.required("sql").asText());
        boolean readOnly = environment.access().refusal().isPresent();
        SqlOptions options = new SqlOptions(
                (int) Math.clamp(body.field("limit").map(Json::asWhole).orElse(USUAL_ROWS), 1, MOST_ROWS),
                body.field("timeout")
                        .map(seconds -> Duration.ofSeconds(Math.max(0, seconds.asWhole())))
                        .orElse(PATIENCE));
        String id = body.required("id").asText();
        Running one = new Running();
        if (running.putIfAbsent(id, one) != null) {
            throw Failure.of("DCT-742", "there is a run \"" + id + "\" already")
                    .next("give each run a name of its own")
                    .exception();
        }
        return Reply.lines(out -> {
            try {
                new ScriptRun(environment, one, options, out).run(statements, readOnly);
            } finally {
                running.remove(id);
                tell(environment, statements, readOnly);
            }
        });
    }

    /** Tells the pages when something may be another now. */
    private void tell(StudioEnvironment environment, List<ScriptStatement> statements, boolean readOnly) {
        if (!readOnly
                && statements.stream()
                        .anyMatch(statement -> environment
                                .reading()
                                .rules()
                                .refusal(statement.text())
                                .isPresent())) {
            environment.browser().forget();
            workspace
                    .events()
                    .publish(
                            "database-changed",
                            Json.object().put("env", environment.name()).build());
        }
    }

    private static List<ScriptStatement> statements(StudioEnvironment environment, String text) {
        Syntax syntax = environment.target().database().dialect().syntax();
        List<ScriptStatement> statements =
                Script.parse(text, syntax, DirectiveKeys.NONE).statements();
        if (statements.isEmpty()) {
            throw Failure.of("DCT-743", "there is no statement").exception();
        }
        return statements;
    }

    private Reply cancel(Request request) {
        Optional<Running> found = Optional.ofNullable(running.get(request.variable("id")));
        try {
            found.orElseThrow(() ->
                            Failure.of("DCT-741", "nothing of this name runs").exception())
                    .end();
        } catch (SQLException ended) {
            // It has ended by itself in the meantime.
        }
        return Reply.done();
    }

    private Reply explain(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Json.Fields body = request.body();
        boolean analyze = body.field("analyze").filter(Json::asFlag).isPresent();
        List<ScriptStatement> statements =
                statements(environment, body.required("sql").asText());
        if (statements.size() != 1) {
            throw Failure.of("DCT-743", "not one statement but " + statements.size())
                    .next("explain them one by one")
                    .exception();
        }
        String statement = statements.getFirst().text();
        String sql = environment.browser().browsing().explaining(statement, analyze);
        long start = System.nanoTime();
        String plan = plan(environment, statement, sql, analyze);
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        // What the database says has fractions, and goes on as it is.
        String document = "{\"plan\": " + plan + ", \"analyzed\": " + analyze + ", \"ms\": " + took + "}";
        return Reply.bytes("application/json; charset=utf-8", document.getBytes(StandardCharsets.UTF_8));
    }

    private static String plan(StudioEnvironment environment, String statement, String sql, boolean analyze) {
        Reading reading = environment.reading();
        Optional<Failure> refusal = analyze ? reading.rules().refusal(statement) : Optional.empty();
        if (refusal.isEmpty()) {
            return reading.in(PATIENCE, connection -> first(connection, sql));
        }
        if (environment.access().refusal().isPresent()) {
            throw refusal.get().exception();
        }
        environment.access().note(sql);
        return environment
                .writing()
                .in(PATIENCE, connection -> new Writing.Outcome<>(first(connection, sql), Writing.End.ROLLBACK));
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
