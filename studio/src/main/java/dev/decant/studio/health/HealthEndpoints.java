package dev.decant.studio.health;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.PrintPolicy;
import dev.decant.database.LiveSession;
import dev.decant.database.Monitor;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a database fares and who is at work in it, as the page asks for it. */
public final class HealthEndpoints {
    private final Workspace workspace;

    private HealthEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        HealthEndpoints endpoints = new HealthEndpoints(workspace);
        routes.get("/api/health", endpoints::health);
        routes.get("/api/activity", endpoints::activity);
        routes.post("/api/activity/cancel", endpoints::cancel);
    }

    private Reply health(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        return Reply.of(environment.sessions().with(connection -> health(monitor(environment), connection)));
    }

    private static Json.Fields health(Monitor monitor, Connection connection) throws SQLException {
        Monitor.Vitals vitals = monitor.vitals(connection);
        FieldsBuilder document = Json.object()
                .put("supported", monitor.sees())
                .put("server", vitals.server())
                .put("bytes", vitals.bytes())
                .put("tables", Json.list(monitor.sizes(connection), HealthJson::of))
                .put("findings", Json.list(monitor.ailments(connection), HealthJson::of));
        vitals.countedSince().ifPresent(moment -> document.put("countedSince", moment.toString()));
        return document.build();
    }

    private Reply activity(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        PrintPolicy policy = environment.configuration().printPolicy();
        List<LiveSession> sessions = environment.sessions().with(monitor(environment)::sessions);
        FieldsBuilder cancel =
                Json.object().put("allowed", environment.access().refusal().isEmpty());
        environment.access().refusal().ifPresent(reason -> cancel.put("reason", reason));
        return Reply.of(Json.object()
                .put("sessions", Json.list(sessions, session -> HealthJson.of(session, policy)))
                .put("cancel", cancel.build())
                .build());
    }

    private Reply cancel(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        environment.requireWritable();
        String id = request.body().required("id").asText();
        environment.access().note("cancel session " + id);
        boolean found =
                environment.sessions().with(connection -> monitor(environment).cancel(connection, id));
        if (!found) {
            throw Failure.of("DCT-752", "there is no such session any more, or this user may not end it")
                    .at("session " + id)
                    .next("look at the sessions again")
                    .exception();
        }
        return Reply.done();
    }

    private static Monitor monitor(StudioEnvironment environment) {
        return environment.target().database().monitor();
    }
}
