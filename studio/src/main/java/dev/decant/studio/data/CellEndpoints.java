package dev.decant.studio.data;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** Values that are too long for a page of rows. */
public final class CellEndpoints {
    private static final int USUAL = 16 * 1024 * 1024;
    private static final int MOST = 512 * 1024 * 1024;
    private static final String BYTES = "bytes";

    private final Workspace workspace;

    private CellEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        routes.get("/api/cell/{ref}", new CellEndpoints(workspace)::cell);
    }

    /**
     * One value.
     *
     * @param value its text; of a binary value {@code \x} and hexadecimal digits
     * @param length in bytes, of the whole
     */
    private record Value(Optional<String> value, long length) {}

    private Reply cell(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        CellReference reference = CellReference.read(request.variable("ref"));
        Relation relation = environment.browser().relation(reference.schema(), reference.table());
        RelationColumn column = relation.column(reference.column())
                .orElseThrow(() -> RowQuestion.noColumn(relation, reference.column()));
        String kind = environment.browser().browsing().shown(column).kind();
        boolean whole = request.query("download").isPresent();
        int limit = whole ? MOST : limit(request);
        BoundSql sql = environment
                .browser()
                .browsing()
                .cell(relation, column, reference.identity(), reference.values(), limit);
        Value value = environment.reading().in(RowEndpoints.PATIENCE, connection -> read(connection, sql));
        return whole ? file(column, kind, value) : text(kind, limit, value);
    }

    private static int limit(Request request) {
        return request.query("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Math.clamp(Integer.parseInt(text), 1, MOST))
                .orElse(USUAL);
    }

    private static Value read(Connection connection, BoundSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Failure.of("DCT-714", "the row is not there any more")
                            .next("read the page of rows again")
                            .exception();
                }
                return new Value(Optional.ofNullable(row.getString(1)), row.getLong(2));
            }
        }
    }

    /** As text, never as what it may be to a browser. */
    private static Reply text(String kind, int limit, Value value) {
        String text = value.value().orElse("");
        boolean cut = kind.equals(BYTES) ? text.length() / 2 - 1 < value.length() : text.length() >= limit;
        return Reply.bytes("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .with("X-Decant-Length", String.valueOf(value.length()))
                .with("X-Decant-Truncated", String.valueOf(cut));
    }

    /** Served as a file and nothing else, whatever is in it: a browser keeps it and does not show it. */
    private static Reply file(RelationColumn column, String kind, Value value) {
        String text = value.value().orElse("");
        boolean binary = kind.equals(BYTES) && text.startsWith("\\x");
        byte[] content =
                binary ? HexFormat.of().parseHex(text, 2, text.length()) : text.getBytes(StandardCharsets.UTF_8);
        String name = column.name().replaceAll("[^A-Za-z0-9._-]", "_") + (binary ? ".bin" : ".txt");
        return Reply.bytes("application/octet-stream", content)
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
