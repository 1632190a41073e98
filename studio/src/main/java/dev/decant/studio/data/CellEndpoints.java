package dev.decant.studio.data;

import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.nio.charset.StandardCharsets;

/** Values that are too long for a page of rows. */
public final class CellEndpoints {
    /** What is read at once; more of it comes as a file only. */
    private static final int MOST = 16 * 1024 * 1024;

    private final Workspace workspace;

    private CellEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        routes.get("/api/cell/{ref}", new CellEndpoints(workspace)::cell);
    }

    private Reply cell(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        CellReader reader = CellReader.of(environment, CellReference.read(request.variable("ref")));
        return request.query("download").isPresent() ? file(reader) : text(reader, limit(request));
    }

    private static int limit(Request request) {
        return request.query("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Math.clamp(Integer.parseInt(text), 1, MOST))
                .orElse(MOST);
    }

    /** As text, never as what it may be to a browser. */
    private static Reply text(CellReader reader, int limit) {
        CellReader.Part part = reader.beginning(limit);
        String text = part.text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean cut = reader.isBinary() ? text.length() / 2 - 1 < part.length() : bytes.length < part.length();
        return Reply.bytes("text/plain; charset=utf-8", bytes)
                .with("X-Decant-Length", String.valueOf(part.length()))
                .with("X-Decant-Truncated", String.valueOf(cut));
    }

    /** Served as a file and nothing else, whatever is in it: a browser keeps it and does not show it. */
    private static Reply file(CellReader reader) {
        long length = reader.beginning(1).length();
        String name = reader.name().replaceAll("[^A-Za-z0-9._-]", "_") + (reader.isBinary() ? ".bin" : ".txt");
        return Reply.file("application/octet-stream", length, out -> reader.writeTo(out, length))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
