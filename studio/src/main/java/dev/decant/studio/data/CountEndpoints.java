package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
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
        Browsing browsing = environment.browser().browsing();
        boolean forced = request.query("force").isPresent();
        long start = System.nanoTime();
        try {
            long rows = environment
                    .reading()
                    .in(forced ? FORCED : PATIENCE, connection -> counted(connection, browsing.count(wanted)));
            return reply(rows, true, start);
        } catch (DecantException e) {
            if (forced || !e.code().equals("DCT-740")) {
                throw e;
            }
            OptionalLong believed = wanted.isUnfiltered() && wanted.relation().estimatedRows() >= 0
                    ? OptionalLong.of(wanted.relation().estimatedRows())
                    : environment.reading().in(PATIENCE, connection -> browsing.estimate(connection, wanted));
            return reply(believed.orElseThrow(() -> e), false, start);
        }
    }

    static long counted(Connection connection, BoundSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Reply reply(long rows, boolean exact, long start) {
        return Reply.of(Json.object()
                .put("count", rows)
                .put("exact", exact)
                .put("ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                .build());
    }
}
