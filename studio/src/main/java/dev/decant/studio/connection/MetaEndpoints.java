package dev.decant.studio.connection;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Environment;
import dev.decant.failure.DecantException;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;

/** What the page asks first: which environments there are and what may be done to each. */
public final class MetaEndpoints {
    private final Workspace workspace;
    private final String version;

    private MetaEndpoints(Workspace workspace, String version) {
        this.workspace = workspace;
        this.version = version;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace, String version) {
        MetaEndpoints endpoints = new MetaEndpoints(workspace, version);
        routes.get("/api/meta", endpoints::meta);
        routes.get("/api/events", workspace.events()::subscribe);
        routes.post("/api/unlock", endpoints::unlock);
        routes.post("/api/lock", endpoints::lock);
    }

    private Reply meta(Request request) {
        return Reply.of(Json.object()
                .put("version", version)
                .put("project", project())
                .put("current", workspace.current())
                .put("environments", Json.list(workspace.names(), this::environment))
                .build());
    }

    private String project() {
        return String.valueOf(workspace
                .environment(workspace.current())
                .configuration()
                .root()
                .toAbsolutePath()
                .getFileName());
    }

    /** One that cannot be used, since a variable is missing, is told of with the reason. */
    private Json.Fields environment(String name) {
        FieldsBuilder fields = Json.object().put("name", name);
        try {
            StudioEnvironment environment = workspace.environment(name);
            return put(fields, environment).build();
        } catch (DecantException e) {
            return fields.put("label", name)
                    .put("dialect", "")
                    .put("protected", false)
                    .put("readOnly", true)
                    .put("readOnlyReason", e.what())
                    .put("canUnlock", false)
                    .put("readOnlyLogin", false)
                    .put("color", "neutral")
                    .put("error", FailureJson.of(e.failures().getFirst()))
                    .build();
        }
    }

    private static FieldsBuilder put(FieldsBuilder fields, StudioEnvironment environment) {
        Environment settings = environment.settings();
        WriteAccess access = environment.access();
        fields.put("label", settings.url().display())
                .put("dialect", settings.url().dialect())
                .put("protected", settings.protectedFromPush())
                .put("readOnly", access.refusal().isPresent())
                .put("readOnlyReason", access.refusal().<Json>map(Json::of).orElseGet(Json::nothing))
                .put("canUnlock", access.canUnlock())
                .put("readOnlyLogin", environment.hasReadOnlyLogin())
                .put("color", settings.protectedFromPush() ? "red" : "neutral");
        access.unlockedUntil().ifPresent(until -> fields.put("unlockedUntil", until.toString()));
        return fields;
    }

    private Reply unlock(Request request) {
        workspace
                .environment(request)
                .access()
                .unlock(request.body().required("name").asText());
        return meta(request);
    }

    private Reply lock(Request request) {
        workspace.environment(request).access().lock();
        return meta(request);
    }
}
