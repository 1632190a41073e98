package dev.decant.studio.overview;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.PrintPolicy;
import dev.decant.database.LiveSession;
import dev.decant.database.Monitor;
import dev.decant.database.Scope;
import dev.decant.database.TableSize;
import dev.decant.run.Comparison;
import dev.decant.run.RunSettings;
import dev.decant.run.Standing;
import dev.decant.studio.changes.ChangeList;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.health.HealthJson;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.run.Benches;
import dev.decant.workflow.Difference;
import dev.decant.workflow.Drift;
import dev.decant.workflow.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One look at how a database stands to the project. */
public final class OverviewEndpoints {
    private static final int SHOWN = 5;

    /** A transaction that is open for longer keeps old versions of rows, and its locks. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final Benches benches;

    private OverviewEndpoints(Workspace workspace, Benches benches) {
        this.workspace = workspace;
        this.benches = benches;
    }

    /**
     * Adds the addresses.
     *
     * @param benches where schemas are tried out
     */
    public static void register(Routes routes, Workspace workspace, Benches benches) {
        OverviewEndpoints endpoints = new OverviewEndpoints(workspace, benches);
        routes.get("/api/overview", endpoints::overview);
        routes.get("/api/drift", endpoints::drift);
    }

    private Reply overview(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        FieldsBuilder document = Json.object()
                .put("environment", environment.name())
                .put("database", environment.settings().url().display())
                .put("protected", environment.access().isProtected());
        Comparison comparison = new Status(
                        environment.project().journal(),
                        environment.target(),
                        environment.project().adapted(RunSettings.USUAL))
                .run();
        document.put("migrations", migrations(comparison));
        last(comparison).ifPresent(standing -> document.put("lastMigration", ran(standing)));
        environment.sessions().with(connection -> fares(environment, connection, document));
        return Reply.of(document.build());
    }

    private static Json.Fields migrations(Comparison comparison) {
        List<Standing.State> states =
                comparison.standings().stream().map(Standing::state).toList();
        return Json.object()
                .put("total", states.size())
                .put("applied", count(states, Standing.State.APPLIED))
                .put("pending", comparison.pending().size())
                .put("scripts", comparison.pendingRepeatables().size())
                .put("failed", count(states, Standing.State.FAILED))
                .put("findings", Json.list(comparison.findings(), FailureJson::of))
                .build();
    }

    private static long count(List<Standing.State> states, Standing.State wanted) {
        return states.stream().filter(wanted::equals).count();
    }

    private static Optional<Standing> last(Comparison comparison) {
        return comparison.standings().stream()
                .filter(standing -> standing.entry().isPresent())
                .max(Comparator.comparing(
                        standing -> standing.entry().orElseThrow().at()));
    }

    private static Json.Fields ran(Standing standing) {
        var entry = standing.entry().orElseThrow();
        return Json.object()
                .put("id", standing.id())
                .put("title", standing.title())
                .put("at", entry.at().toString())
                .put("by", entry.by())
                .put("millis", entry.duration().toMillis())
                .build();
    }

    private static FieldsBuilder fares(StudioEnvironment environment, Connection connection, FieldsBuilder document)
            throws SQLException {
        Monitor monitor = environment.target().database().monitor();
        PrintPolicy policy = environment.configuration().printPolicy();
        Monitor.Vitals vitals = monitor.vitals(connection);
        List<TableSize> sizes = monitor.sizes(connection);
        List<LiveSession> waiting = monitor.sessions(connection).stream()
                .filter(OverviewEndpoints::isWorthALook)
                .toList();
        return document.put("server", vitals.server())
                .put("bytes", vitals.bytes())
                .put("tables", sizes.size())
                .put(
                        "biggestTables",
                        Json.list(
                                sizes.stream().limit(SHOWN).map(HealthJson::of).toList()))
                .put("longSessions", Json.list(waiting, session -> HealthJson.of(session, policy)));
    }

    private static boolean isWorthALook(LiveSession session) {
        return !session.blockedBy().isEmpty()
                || session.transaction()
                        .filter(time -> time.compareTo(LONG) > 0)
                        .isPresent();
    }

    private Reply drift(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Scope scope = Scope.of(environment.configuration().filters());
        environment.target(); // an embedded server goes on between two comparisons only while somebody holds it
        Optional<Difference> drift =
                new Drift(environment.configuration(), scope, benches.of(environment)).of(environment.settings());
        return Reply.of(drift.map(OverviewEndpoints::drift)
                .orElseGet(() -> Json.object()
                        .put("state", "unknown")
                        .put("reason", "No migration has made anything here yet.")
                        .put("changes", Json.list(List.of()))
                        .put("things", Json.object().build())
                        .put("remarks", Json.list(List.of()))
                        .build()));
    }

    private static Json.Fields drift(Difference difference) {
        ChangeList list = new ChangeList(difference);
        return Json.object()
                .put("state", difference.isEmpty() ? "none" : "drifted")
                .put("changes", list.json())
                .put("things", list.things())
                .put("remarks", Json.texts(difference.remarks()))
                .build();
    }
}
