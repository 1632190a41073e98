package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** How many rows there are: counted, or believed where counting takes too long. */
public final class CountEndpoints {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FORCED = Duration.ofMinutes(10);

    private final Workspace workspace;

    private CountEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        routes.get("/api/count", new CountEndpoints(workspace)::count);
    }

    private Reply count(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        RowRequest wanted = RowQuestion.of(environment, request);
        return request.query("force").isPresent() ? toTheEnd(environment, wanted) : inTime(environment, wanted);
    }

    private static Reply inTime(StudioEnvironment environment, RowRequest wanted) {
        Browsing browsing = environment.browser().browsing();
        long start = System.nanoTime();
        try {
            long rows = environment.reading().in(PATIENCE, connection -> counted(connection, browsing.count(wanted)));
            return Reply.of(json(rows, true, start));
        } catch (DecantException e) {
            if (!e.code().equals("DCT-740")) {
                throw e;
            }
            OptionalLong believed = wanted.isUnfiltered() && wanted.relation().estimatedRows() >= 0
                    ? OptionalLong.of(wanted.relation().estimatedRows())
                    : environment.reading().in(PATIENCE, connection -> browsing.estimate(connection, wanted));
            return Reply.of(json(believed.orElseThrow(() -> e), false, start));
        }
    }

    /** Goes on for as long as somebody waits for it. */
    private static Reply toTheEnd(StudioEnvironment environment, RowRequest wanted) {
        BoundSql sql = environment.browser().browsing().count(wanted);
        return Reply.lines(out -> {
            long start = System.nanoTime();
            try {
                long rows = environment.reading().in(FORCED, connection -> counted(connection, sql, out));
                out.write(JsonWriter.line(json(rows, true, start)) + "\n");
            } catch (DecantException e) {
                out.write(JsonWriter.line(FailureJson.of(e)) + "\n");
            }
        });
    }

    private static long counted(Connection connection, BoundSql sql, Writer out) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql());
                Attention attention = Attention.to(out, statement)) {
            Binding.bind(statement, sql.values());
            return counted(statement);
        }
    }

    static long counted(Connection connection, BoundSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            return counted(statement);
        }
    }

    private static long counted(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Json.Fields json(long rows, boolean exact, long start) {
        return Json.object()
                .put("count", rows)
                .put("exact", exact)
                .put("ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                .build();
    }
}
