package dev.decant.studio.changes;

import dev.decant.codec.Json;
import dev.decant.model.ObjectName;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.run.Approval;
import dev.decant.studio.run.Benches;
import dev.decant.studio.run.Running;
import dev.decant.studio.run.Runs;
import dev.decant.workflow.Choice;
import dev.decant.workflow.Difference;
import dev.decant.workflow.Generate;
import dev.decant.workflow.Generated;
import dev.decant.workflow.Project;
import dev.decant.workflow.Proof;
import dev.decant.workflow.Proposal;
import dev.decant.workflow.Push;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schema in the code against the database, as the page asks for it and acts on it. */
public final class ChangesEndpoints {
    private final Workspace workspace;
    private final Runs runs;
    private final Benches benches;
    private final RunSettings settings;
    private final Map<String, CodeComparison> comparisons = new ConcurrentHashMap<>();

    private ChangesEndpoints(Workspace workspace, Runs runs, Benches benches, RunSettings settings) {
        this.workspace = workspace;
        this.runs = runs;
        this.benches = benches;
        this.settings = settings;
    }

    /**
     * Adds the addresses.
     *
     * @param benches where schemas are tried out
     * @param settings how migrations and pushes run
     */
    public static void register(Routes routes, Workspace workspace, Runs runs, Benches benches, RunSettings settings) {
        ChangesEndpoints endpoints = new ChangesEndpoints(workspace, runs, benches, settings);
        routes.get("/api/changes", request -> endpoints.report(endpoints.comparison(request)));
        routes.get("/api/changes/impact", endpoints::impact);
        routes.get("/api/changes/data", request -> Reply.of(DataReport.of(endpoints.comparison(request))));
        routes.post("/api/changes/answer", endpoints::answer);
        routes.post("/api/changes/part", endpoints::part);
        routes.post("/api/changes/dry-run", endpoints::dryRun);
        routes.post("/api/changes/generate", endpoints::generate);
        routes.post("/api/changes/push", endpoints::push);
        routes.get(
                "/api/run",
                request -> Reply.of(runs.status().orElseGet(() -> Json.object().build())));
        routes.post("/api/run/cancel", request -> {
            runs.cancel();
            return Reply.done();
        });
    }

    private CodeComparison comparison(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        return comparisons.computeIfAbsent(
                environment.name(), name -> new CodeComparison(environment, () -> benches.of(environment)));
    }

    private Reply report(CodeComparison comparison) {
        return Reply.of(new ChangesReport(comparison).now());
    }

    private Reply impact(Request request) {
        CodeComparison comparison = comparison(request);
        ObjectName table = ObjectName.of(request.query("schema").orElse(""), request.required("table"));
        return Reply.of(new ImpactReport(comparison.environment(), comparison.last(), table).now());
    }

    private Reply answer(Request request) {
        CodeComparison comparison = comparison(request);
        Json.Fields body = request.body();
        Optional<Json> forgotten = body.field("forget");
        if (forgotten.isEmpty()) {
            comparison.book().note(body);
        } else if (forgotten.get() instanceof Json.Text subject) {
            comparison.book().forget(subject.value());
        } else {
            comparison.book().forgetAll();
        }
        return report(comparison);
    }

    /** What becomes of the chosen ones of the changes that were told last: which come along, and the SQL of both ways. */
    private Reply part(Request request) {
        CodeComparison comparison = comparison(request);
        Difference part = comparison.last().only(choice(request.body()), comparison.decisions());
        ChangeList list = new ChangeList(part);
        return Reply.of(Json.object()
                .put("changes", list.names())
                .put("up", list.sql(part.plan()))
                .put("down", list.sql(part.back(comparison.decisions())))
                .put("breaking", list.breaking())
                .build());
    }

    private static Choice choice(Json.Fields body) {
        return new Choice(Set.copyOf(body.field("only").map(Json::asTexts).orElse(List.of())));
    }

    private Reply dryRun(Request request) {
        CodeComparison comparison = comparison(request);
        comparison.environment().requireWritable();
        return Reply.of(DryRun.of(comparison, choice(request.body()), settings));
    }

    /** Writes files of the project and nothing to any database, so that this is never refused. */
    private Reply generate(Request request) {
        CodeComparison comparison = comparison(request);
        Json.Fields body = request.body();
        List<String> notes = body.field("notes").map(Json::asTexts).orElse(List.of()).stream()
                .filter(note -> !note.isBlank())
                .toList();
        Optional<String> title = text(body, "title");
        Project project = comparison.environment().project();
        Generated generated = new Generate(project.journal(), Proof.NONE, settings.clock())
                .run(project.code(text -> {}), title, comparison.book().answers(notes), choice(body));
        Json.Fields told = WrittenMigration.of(
                generated, comparison.environment().configuration().root());
        workspace.events().publish("migrations-changed", Json.object().build());
        return Reply.of(told);
    }

    private Reply push(Request request) {
        CodeComparison comparison = comparison(request);
        StudioEnvironment environment = comparison.environment();
        Json.Fields body = request.body();
        Optional<String> approval = Approval.of(text(body, "approval"), environment.settings());
        Choice choice = choice(body);
        String run = runs.start("push", environment, running -> push(comparison, choice, approval, running));
        return Reply.of(Json.object().put("run", run).build());
    }

    private RunResult push(CodeComparison comparison, Choice choice, Optional<String> approval, Running running) {
        try (Push push = new Push(comparison.environment().configuration(), comparison.scope(), settings, text -> {})) {
            running.in(push.target());
            Proposal proposal = push.propose(comparison.decisions(), choice);
            push.requireFit(proposal, approval);
            return push.run(proposal, settings, running);
        }
    }

    private static Optional<String> text(Json.Fields body, String name) {
        return body.field(name).map(Json::asText).map(String::strip).filter(text -> !text.isEmpty());
    }
}
