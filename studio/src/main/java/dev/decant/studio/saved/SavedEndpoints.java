package dev.decant.studio.saved;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Views of tables in {@code studio/views} and queries in {@code studio/queries}: files that a team shares by its version control. No database is
 * written to, so that this is never refused.
 */
public final class SavedEndpoints {
    private final Workspace workspace;

    private SavedEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        SavedEndpoints endpoints = new SavedEndpoints(workspace);
        routes.get("/api/views", request -> endpoints.views(request));
        routes.post("/api/views", endpoints::saveView);
        routes.delete("/api/views/{file}", endpoints::removeView);
        routes.get("/api/queries", request -> endpoints.queries(request));
        routes.post("/api/queries", endpoints::saveQuery);
        routes.delete("/api/queries/{file}", endpoints::removeQuery);
    }

    private SavedFiles viewFiles(Request request) {
        return SavedFiles.of(workspace.environment(request), "studio/views", ".json");
    }

    private SavedFiles queryFiles(Request request) {
        return SavedFiles.of(workspace.environment(request), "studio/queries", ".sql");
    }

    /** A file that somebody broke by hand is left out; it is still there to be mended. */
    private Reply views(Request request) {
        SavedFiles files = viewFiles(request);
        List<Json> views = files.all().stream()
                .flatMap(file -> view(file, files.text(file)).stream())
                .toList();
        return Reply.of(Json.object().put("views", Json.list(views)).build());
    }

    private static Optional<Json> view(String file, String text) {
        try {
            Json.Fields view = JsonReader.readSent(text, file).asFields();
            return Optional.of(Json.object()
                    .put("file", file)
                    .put("name", view.required("name").asText())
                    .put("schema", view.required("schema").asText())
                    .put("table", view.required("table").asText())
                    .put("view", view.required("view").asFields())
                    .build());
        } catch (DecantException broken) {
            return Optional.empty();
        }
    }

    private Reply saveView(Request request) {
        Json.Fields body = request.body();
        String name = SavedFiles.name(body, "name");
        String schema = body.required("schema").asText();
        String table = body.required("table").asText();
        Json view = Json.object()
                .put("name", name)
                .put("schema", schema)
                .put("table", table)
                .put("view", body.required("view").asFields())
                .build();
        SavedFiles files = viewFiles(request);
        String file = files.write(schema + " " + table + " " + name, JsonWriter.write(view));
        return Reply.of(Json.object().put("file", files.shown(file)).build());
    }

    private Reply removeView(Request request) {
        viewFiles(request).remove(request.variable("file"));
        return Reply.done();
    }

    private Reply queries(Request request) {
        SavedFiles files = queryFiles(request);
        List<Json> queries =
                files.all().stream().map(file -> query(file, files.text(file))).toList();
        return Reply.of(Json.object().put("queries", Json.list(queries)).build());
    }

    /** Its first line is its name, as a comment; without one it is called like its file. */
    private static Json query(String file, String text) {
        Optional<String> first = text.lines().findFirst().filter(line -> line.startsWith("-- "));
        return Json.object()
                .put("file", file)
                .put("name", first.map(line -> line.substring(3).strip()).orElse(file))
                .put(
                        "sql",
                        first.map(line -> text.substring(line.length()).strip()).orElse(text.strip()))
                .build();
    }

    private Reply saveQuery(Request request) {
        String name = SavedFiles.name(request.body(), "name");
        String sql = request.body().required("sql").asText().strip();
        SavedFiles files = queryFiles(request);
        String file = files.write(
                name, String.join("\n", Stream.of("-- " + name, "", sql, "").toList()));
        return Reply.of(Json.object().put("file", files.shown(file)).build());
    }

    private Reply removeQuery(Request request) {
        queryFiles(request).remove(request.variable("file"));
        return Reply.done();
    }
}
