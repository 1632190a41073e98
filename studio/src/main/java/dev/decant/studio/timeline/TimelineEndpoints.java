package dev.decant.studio.timeline;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Environment;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.run.Comparison;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.run.Approval;
import dev.decant.studio.run.Benches;
import dev.decant.studio.run.Runs;
import dev.decant.workflow.Repair;
import dev.decant.workflow.Status;
import dev.decant.workflow.Unlock;
import java.util.Locale;

/** The migrations as they stand in a database, and what is done with them from the page. */
public final class TimelineEndpoints {
    private final Workspace workspace;
    private final RunSettings settings;

    private TimelineEndpoints(Workspace workspace, RunSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /**
     * Adds the addresses.
     *
     * @param benches where schemas are tried out
     * @param settings how migrations run
     */
    public static void register(Routes routes, Workspace workspace, Runs runs, Benches benches, RunSettings settings) {
        TimelineEndpoints endpoints = new TimelineEndpoints(workspace, settings);
        routes.get("/api/migrations", endpoints::timeline);
        routes.get("/api/migrations/detail", endpoints::detail);
        routes.post("/api/migrations/repair", endpoints::repair);
        routes.post("/api/migrations/unlock", endpoints::unlock);
        new TimelineRuns(workspace, runs, settings).addTo(routes);
        new PointEndpoints(workspace, benches).addTo(routes);
    }

    private Reply timeline(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Environment database = environment.settings();
        Journal journal = environment.project().journal();
        Comparison comparison = new Status(journal, environment.target(), settings(environment)).run();
        FieldsBuilder document = Json.object()
                .put("environment", environment.name())
                .put("database", database.url().display())
                .put("folder", folder(journal, environment))
                .put("migrations", Json.list(comparison.standings(), MigrationJson::of))
                .put("remarks", Json.list(comparison.remarks(), MigrationJson::of))
                .put(
                        "findings",
                        Json.texts(journal.verify().stream()
                                .map(JournalFinding::message)
                                .toList()))
                .put("repeatables", ScriptJson.repeatables(comparison))
                .put("hooks", ScriptJson.hooks(environment, journal))
                .put("holders", holders(environment))
                .put(
                        "pending",
                        comparison.pending().size()
                                + comparison.pendingRepeatables().size())
                .put("protected", database.protectedFromPush())
                .put("approval", Approval.word(database));
        database.window()
                .ifPresent(window -> document.put("window", window.toString())
                        .put("windowOpen", window.isOpen(settings.clock().instant())));
        return Reply.of(document.build());
    }

    /** Whoever works on the database with Decant, or seems to. */
    private static Json.Items holders(StudioEnvironment environment) {
        return Json.list(
                new Unlock(environment.target()).holders(),
                holder -> Json.object()
                        .put("name", holder.name())
                        .put("who", holder.words())
                        .build());
    }

    private static String folder(Journal journal, StudioEnvironment environment) {
        var root = environment.configuration().root();
        return journal.folder().startsWith(root)
                ? root.relativize(journal.folder()).toString()
                : journal.folder().toString();
    }

    private Reply detail(Request request) {
        return Reply.of(new MigrationDetail(workspace.environment(request)).of(request.required("id")));
    }

    private Reply repair(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        environment.requireWritable();
        Json.Fields body = request.body();
        Repair.Decision decision = decision(body.required("decision"));
        String reason = body.required("reason").asText().strip();
        if (reason.isEmpty()) {
            throw body.problem("the reason is missing", "say why, for whoever reads the history later");
        }
        String id = body.required("id").asText();
        new Repair(
                        environment.project().journal(),
                        environment.target(),
                        settings(environment),
                        RunListener.SILENT,
                        reason)
                .run(id, decision);
        environment.access().note("repair " + id + ": " + decision.name().toLowerCase(Locale.ROOT) + ", " + reason);
        return changed(environment);
    }

    /** Ends a runner that hangs. */
    private Reply unlock(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        environment.requireWritable();
        String name = request.body().required("name").asText();
        environment.access().note("unlock " + name);
        new Unlock(environment.target()).run(name);
        return changed(environment);
    }

    private Reply changed(StudioEnvironment environment) {
        workspace
                .events()
                .publish(
                        "migrations-changed",
                        Json.object().put("env", environment.name()).build());
        return Reply.done();
    }

    private static Repair.Decision decision(Json word) {
        return switch (word.asText()) {
            case "accept_edit" -> Repair.Decision.ACCEPT_EDIT;
            case "mark_applied" -> Repair.Decision.MARK_APPLIED;
            case "mark_rolled_back" -> Repair.Decision.MARK_ROLLED_BACK;
            default -> throw word.problem("this is no repair", "say accept_edit, mark_applied or mark_rolled_back");
        };
    }

    /** How to work, with what the project says about its scripts. */
    private RunSettings settings(StudioEnvironment environment) {
        return environment.project().adapted(settings);
    }
}
