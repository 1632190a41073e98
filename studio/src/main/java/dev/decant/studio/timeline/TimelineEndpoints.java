package dev.decant.studio.timeline;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Environment;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.journal.Migration;
import dev.decant.run.Comparison;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Selection;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.run.Approval;
import dev.decant.studio.run.Running;
import dev.decant.studio.run.Runs;
import dev.decant.workflow.Migrate;
import dev.decant.workflow.Precautions;
import dev.decant.workflow.Repair;
import dev.decant.workflow.Rollback;
import dev.decant.workflow.RollbackScope;
import dev.decant.workflow.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The migrations as they stand in a database, and what is done with them from the page. */
public final class TimelineEndpoints {
    private final Workspace workspace;
    private final Runs runs;
    private final RunSettings settings;

    private TimelineEndpoints(Workspace workspace, Runs runs, RunSettings settings) {
        this.workspace = workspace;
        this.runs = runs;
        this.settings = settings;
    }

    /**
     * Adds the addresses.
     *
     * @param settings how migrations run
     */
    public static void register(Routes routes, Workspace workspace, Runs runs, RunSettings settings) {
        TimelineEndpoints endpoints = new TimelineEndpoints(workspace, runs, settings);
        routes.get("/api/migrations", endpoints::timeline);
        routes.get("/api/migrations/detail", endpoints::detail);
        routes.post("/api/migrations/preview-apply", endpoints::previewApply);
        routes.post("/api/migrations/preview-rollback", endpoints::previewRollback);
        routes.post("/api/migrations/apply", endpoints::apply);
        routes.post("/api/migrations/rollback", endpoints::rollback);
        routes.post("/api/migrations/repair", endpoints::repair);
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
                .put(
                        "migrations",
                        Json.list(comparison.standings().stream()
                                .map(MigrationJson::of)
                                .toList()))
                .put(
                        "remarks",
                        Json.list(comparison.remarks().stream()
                                .map(MigrationJson::of)
                                .toList()))
                .put(
                        "findings",
                        Json.texts(journal.verify().stream()
                                .map(JournalFinding::message)
                                .toList()))
                .put("pending", comparison.pending().size())
                .put("protected", database.protectedFromPush())
                .put("approval", Approval.word(database));
        database.window()
                .ifPresent(window -> document.put("window", window.toString())
                        .put("windowOpen", window.isOpen(settings.clock().instant())));
        return Reply.of(document.build());
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

    private Reply previewApply(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Journal journal = environment.project().journal();
        List<Migration> pending = migrate(environment, journal, environment.target(), RunListener.SILENT)
                .pending(selection(request.body()))
                .migrations();
        MigrationDetail details = new MigrationDetail(environment);
        return Reply.of(Json.object()
                .put(
                        "migrations",
                        Json.list(pending.stream()
                                .map(migration -> preview(migration, details))
                                .toList()))
                .build());
    }

    private static Json.Fields preview(Migration migration, MigrationDetail details) {
        return Json.object()
                .put("id", migration.id())
                .put("title", migration.title())
                .put("breaking", Json.texts(migration.breaking()))
                .put("upSql", migration.up().text())
                .put("changes", details.of(migration.id()).required("changes"))
                .build();
    }

    private Reply previewRollback(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        List<Json.Fields> previews =
                rollback(environment, environment.target(), RunListener.SILENT).preview(scope(request.body())).stream()
                        .map(preview -> Json.object()
                                .put("id", preview.entry().id())
                                .put("title", preview.entry().title())
                                .put("downSql", preview.downSql())
                                .put("losses", Json.texts(preview.losses()))
                                .build())
                        .toList();
        return Reply.of(Json.object().put("migrations", Json.list(previews)).build());
    }

    private Reply apply(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Json.Fields body = request.body();
        Selection selection = selection(body);
        Optional<String> approval = approval(body, environment);
        return started(runs.start(
                "apply",
                environment,
                running -> inDatabase(
                        environment,
                        running,
                        target -> migrate(environment, environment.project().journal(), target, running)
                                .run(selection, approval))));
    }

    private Reply rollback(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Json.Fields body = request.body();
        RollbackScope scope = scope(body);
        Optional<String> approval = approval(body, environment);
        return started(runs.start(
                "rollback",
                environment,
                running -> inDatabase(
                        environment,
                        running,
                        target -> rollback(environment, target, running).run(scope, approval))));
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

    /** What is done in sessions of its own, so that cancelling it ends nothing else. */
    private interface InDatabase {
        RunResult with(Target target);
    }

    private static RunResult inDatabase(StudioEnvironment environment, Running running, InDatabase work) {
        try (Target target = environment.project().target(environment.project().journal(), text -> {})) {
            running.in(target);
            return work.with(target);
        }
    }

    private Migrate migrate(StudioEnvironment environment, Journal journal, Target target, RunListener listener) {
        return new Migrate(
                journal, target, environment.settings(), precautions(environment), settings(environment), listener);
    }

    private Rollback rollback(StudioEnvironment environment, Target target, RunListener listener) {
        return new Rollback(
                target,
                environment.settings(),
                precautions(environment),
                environment.project().hooks(),
                settings(environment),
                listener);
    }

    private static Precautions precautions(StudioEnvironment environment) {
        return new Precautions(false, false, environment.project().home());
    }

    /** How to work, with what the project says about its scripts. */
    private RunSettings settings(StudioEnvironment environment) {
        return environment.project().adapted(settings);
    }

    private static Selection selection(Json.Fields body) {
        Selection selection =
                body.field("to").map(Json::asText).map(Selection.ALL::upTo).orElse(Selection.ALL);
        return body.field("outOfOrder").filter(Json::asFlag).isPresent() ? selection.alsoOutOfOrder() : selection;
    }

    private static RollbackScope scope(Json.Fields body) {
        return body.field("to")
                .<RollbackScope>map(to -> new RollbackScope.To(to.asText()))
                .orElseGet(() -> new RollbackScope.Steps(
                        Math.clamp(body.field("steps").map(Json::asWhole).orElse(1L), 1, Integer.MAX_VALUE)));
    }

    private static Optional<String> approval(Json.Fields body, StudioEnvironment environment) {
        return Approval.of(
                body.field("approval").map(Json::asText).filter(text -> !text.isBlank()), environment.settings());
    }

    private static Reply started(String run) {
        return Reply.of(Json.object().put("run", run).build());
    }
}
