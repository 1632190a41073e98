package dev.decant.studio.timeline;

import dev.decant.codec.Json;
import dev.decant.database.Target;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
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
import dev.decant.workflow.Rollback;
import dev.decant.workflow.RollbackScope;
import java.util.List;
import java.util.Optional;

/** Migrations that are applied and taken back from the page, each after a look at what that means. */
final class TimelineRuns {
    private final Workspace workspace;
    private final Runs runs;
    private final RunSettings settings;

    TimelineRuns(Workspace workspace, Runs runs, RunSettings settings) {
        this.workspace = workspace;
        this.runs = runs;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.post("/api/migrations/preview-apply", this::previewApply);
        routes.post("/api/migrations/preview-rollback", this::previewRollback);
        routes.post("/api/migrations/apply", this::apply);
        routes.post("/api/migrations/rollback", this::rollback);
    }

    private Reply previewApply(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Journal journal = environment.project().journal();
        Migrate.Pending pending = migrate(environment, journal, environment.target(), RunListener.SILENT)
                .pending(selection(request.body()));
        MigrationDetail details = new MigrationDetail(environment);
        return Reply.of(Json.object()
                .put("migrations", Json.list(pending.migrations(), migration -> preview(migration, details)))
                .put(
                        "scripts",
                        Json.list(
                                pending.repeatables(),
                                script -> Json.object()
                                        .put("id", script.id())
                                        .put("upSql", script.file().text())
                                        .build()))
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
