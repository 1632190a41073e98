package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowEdit;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes of rows: looked at as statements first, then carried out in one transaction. */
public final class EditEndpoints {
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Rows that go make room for rows that come. */
    static final List<String> ORDER = List.of("delete", "update", "insert");

    private final Workspace workspace;
    private final Plans<EditPlan> plans = new Plans<>();

    private EditEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        EditEndpoints endpoints = new EditEndpoints(workspace);
        routes.post("/api/edits/plan", endpoints::plan);
        routes.post("/api/edits/apply", endpoints::apply);
    }

    private Reply plan(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        environment.requireWritable();
        Json.Fields body = request.body();
        Relation relation = EditReader.relation(environment.browser(), body);
        List<EditPlan.Step> steps = steps(environment.browser().browsing(), relation, body);
        List<RowEdit> edits = steps.stream().map(EditPlan.Step::edit).toList();
        List<String> warnings = environment
                .reading()
                .in(LOOK, connection -> new EditWarnings(environment.browser(), connection, relation).of(edits));
        String name = plans.keep(new EditPlan(environment, relation, steps));
        return Reply.of(Json.object()
                .put("plan", name)
                .put("statements", Json.list(steps, EditEndpoints::statement))
                .put("warnings", Json.texts(warnings))
                .build());
    }

    private static List<EditPlan.Step> steps(Browsing browsing, Relation relation, Json.Fields body) {
        List<RowEdit> edits = new EditReader(relation).all(body);
        List<EditPlan.Step> steps = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            steps.add(new EditPlan.Step(i, edits.get(i), browsing.edit(relation, edits.get(i))));
        }
        return ORDER.stream()
                .flatMap(
                        word -> steps.stream().filter(step -> step.edit().word().equals(word)))
                .toList();
    }

    private static Json.Fields statement(EditPlan.Step step) {
        BoundSql sql = step.sql();
        return Json.object()
                .put("kind", step.edit().word())
                .put("edit", step.number())
                .put("sql", sql.numbered())
                .put("parameters", Cursor.texts(sql.values()))
                .put("text", sql.text())
                .build();
    }

    private Reply apply(Request request) {
        EditPlan plan = plans.take(request.body().required("plan").asText());
        plan.environment().requireWritable();
        return new EditRun(plan).reply();
    }
}
