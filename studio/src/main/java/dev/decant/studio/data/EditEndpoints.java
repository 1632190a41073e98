package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowEdit;
import dev.decant.failure.Failure;
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
    private static final int MOST = 5_000;

    /** Rows that go make room for rows that come. */
    private static final List<String> ORDER = List.of("delete", "update", "insert");

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
        Relation relation = environment
                .browser()
                .relation(
                        body.required("schema").asText(), body.required("table").asText());
        requireEditable(relation);
        List<EditPlan.Step> steps = steps(environment.browser().browsing(), relation, body);
        List<RowEdit> edits = steps.stream().map(EditPlan.Step::edit).toList();
        List<String> warnings = environment
                .reading()
                .in(LOOK, connection -> new EditWarnings(environment.browser(), connection, relation).of(edits));
        String name = plans.keep(new EditPlan(environment, relation, steps));
        return Reply.of(Json.object()
                .put("plan", name)
                .put(
                        "statements",
                        Json.list(steps.stream().map(EditEndpoints::statement).toList()))
                .put("warnings", Json.texts(warnings))
                .build());
    }

    private static void requireEditable(Relation relation) {
        relation.readOnlyReason().ifPresent(reason -> {
            throw Failure.of("DCT-730", reason)
                    .at(relation.name().toString())
                    .next("give it a primary key, or change it with SQL")
                    .exception();
        });
    }

    private static List<EditPlan.Step> steps(Browsing browsing, Relation relation, Json.Fields body) {
        List<Json> edits = body.required("edits").asItems();
        if (edits.isEmpty() || edits.size() > MOST) {
            throw body.required("edits").problem("there are " + edits.size() + " edits", "send 1 to " + MOST);
        }
        EditReader reader = new EditReader(relation);
        List<EditPlan.Step> steps = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            RowEdit edit = reader.read(edits.get(i));
            steps.add(new EditPlan.Step(i, edit, browsing.edit(relation, edit)));
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
