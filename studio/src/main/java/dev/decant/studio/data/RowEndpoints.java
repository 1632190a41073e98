package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Query;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Pages of rows. */
public final class RowEndpoints {
    /** How long reading a page may take. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long MANY = 2_000;

    private static final long SLOW = 100_000;

    private final Workspace workspace;

    private RowEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        RowEndpoints endpoints = new RowEndpoints(workspace);
        routes.get("/api/rows", endpoints::rows);
    }

    private Reply rows(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        RowRequest wanted = RowQuestion.of(environment, request);
        RowPlan plan = environment.browser().browsing().rows(wanted, isInGroups(environment, wanted));
        return Reply.lines(out -> {
            try {
                write(environment, wanted, plan, out);
            } catch (DecantException e) {
                environment.browser().forget(); // it may be that a column is gone
                out.write(JsonWriter.line(FailureJson.of(e)) + "\n");
            }
        });
    }

    /** Worth asking where the rows are many and in an order of their own. */
    private static boolean isInGroups(StudioEnvironment environment, RowRequest wanted) {
        return !wanted.sort().isEmpty()
                && wanted.relation().estimatedRows() >= MANY
                && environment
                        .reading()
                        .in(
                                PATIENCE,
                                connection -> environment
                                        .browser()
                                        .browsing()
                                        .hasFewValues(
                                                connection,
                                                wanted.relation(),
                                                wanted.sort().getFirst().column()));
    }

    private static void write(StudioEnvironment environment, RowRequest wanted, RowPlan plan, Writer out)
            throws IOException {
        long start = System.nanoTime();
        Browsing browsing = environment.browser().browsing();
        Query all = new Query(browsing.all(wanted), wanted.columns(), 0);
        RowLines lines = new RowLines(wanted, plan, () -> environment.queries().keep(all), out);
        try {
            Json end = environment.reading().in(PATIENCE, connection -> {
                OptionalLong sorted = sorted(browsing, connection, wanted, plan);
                Optional<String> next = written(lines, sorted, connection);
                long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
                OptionalLong estimate = estimate(browsing, connection, wanted);
                BoundSql first = plan.queries().getFirst();
                return Json.object()
                        .put("next", next.<Json>map(Json::of).orElseGet(Json::nothing))
                        .put("ms", took)
                        .put("sql", first.text() + " " + wanted.limit())
                        .put("estimate", estimate.isPresent() ? Json.of(estimate.getAsLong()) : Json.nothing())
                        .build();
            });
            out.write(JsonWriter.line(end) + "\n");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Asked where it may take a while, so that somebody who waits knows why. */
    private static OptionalLong sorted(Browsing browsing, Connection connection, RowRequest wanted, RowPlan plan)
            throws SQLException {
        return wanted.sort().isEmpty() || wanted.relation().estimatedRows() < SLOW
                ? OptionalLong.empty()
                : browsing.sorted(connection, plan);
    }

    private static Optional<String> written(RowLines lines, OptionalLong sorted, Connection connection)
            throws SQLException {
        try {
            lines.head(sorted);
            return lines.rows(connection);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static OptionalLong estimate(Browsing browsing, Connection connection, RowRequest wanted)
            throws SQLException {
        long known = wanted.relation().estimatedRows();
        if (wanted.isUnfiltered() && known >= 0) {
            return OptionalLong.of(known);
        }
        return browsing.estimate(connection, wanted);
    }
}
