package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.connection.Writing;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows out of a file: tried in a transaction that is undone, then brought in as a whole or not at all. */
public final class ImportEndpoints {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int PREVIEWED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Plans<ImportPlan> plans = new Plans<>();

    private ImportEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        ImportEndpoints endpoints = new ImportEndpoints(workspace);
        routes.post("/api/import/plan", LARGEST, endpoints::plan);
        routes.post("/api/import/apply", endpoints::apply);
    }

    private Reply plan(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        environment.requireWritable();
        Json.Fields body = request.body();
        Relation relation = environment
                .browser()
                .relation(
                        body.required("schema").asText(), body.required("table").asText());
        requireTable(relation);
        ImportFile file = ImportFile.read(body);
        ImportMapping mapping = ImportMapping.of(
                relation, file.sources(), body.field("mapping").filter(said -> !(said instanceof Json.Null)));
        ImportPlan plan = new ImportPlan(environment, relation, mapping.columns(), mapping.rows(file));
        List<Json> errors = environment
                .writing()
                .in(
                        PATIENCE,
                        connection -> new Writing.Outcome<>(
                                new ImportRun(plan, connection, done -> {}).run(), Writing.End.ROLLBACK));
        return Reply.of(Json.object()
                .put("plan", plans.keep(plan))
                .put("sources", mapping.json())
                .put("rows", plan.rows().size())
                .put("preview", preview(plan))
                .put("errors", Json.list(errors))
                .build());
    }

    private static void requireTable(Relation relation) {
        Optional<String> reason = relation.kind().isTable()
                ? Optional.of("this user may not write to it").filter(text -> !relation.writable())
                : relation.readOnlyReason();
        reason.ifPresent(why -> {
            throw Failure.of("DCT-730", why).at(relation.name().toString()).exception();
        });
    }

    private static Json preview(ImportPlan plan) {
        List<List<@Nullable String>> first =
                plan.rows().subList(0, Math.min(PREVIEWED, plan.rows().size()));
        return Json.object()
                .put("columns", Json.texts(plan.columns()))
                .put("rows", Json.list(first, Cursor::texts))
                .build();
    }

    private Reply apply(Request request) {
        String name = request.body().required("plan").asText();
        ImportPlan plan = plans.take(name);
        plan.environment().requireWritable();
        long start = System.nanoTime();
        List<Json> errors = plan.environment().writing().in(PATIENCE, connection -> {
            List<Json> found = new ImportRun(plan, connection, done -> tell(plan, name, done)).run();
            if (!found.isEmpty()) {
                return new Writing.Outcome<>(found, Writing.End.ROLLBACK);
            }
            plan.environment()
                    .access()
                    .note("import " + Counted.of(plan.rows().size(), "row") + " into "
                            + plan.relation().name());
            return new Writing.Outcome<>(found, Writing.End.COMMIT);
        });
        if (!errors.isEmpty()) {
            throw refused(plan, errors);
        }
        return Reply.of(Json.object()
                .put("rows", plan.rows().size())
                .put("ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                .build());
    }

    private static RuntimeException refused(ImportPlan plan, List<Json> errors) {
        Json.Fields first = errors.getFirst().asFields();
        return Failure.of(
                        "DCT-746",
                        "row " + first.required("row").asWhole() + " is refused, so that nothing was imported: "
                                + first.required("what").asText())
                .at(plan.relation().name().toString())
                .next("mend the file and try it again")
                .exception();
    }

    private void tell(ImportPlan plan, String name, int done) {
        workspace
                .events()
                .publish(
                        "import-progress",
                        Json.object()
                                .put("env", plan.environment().name())
                                .put("plan", name)
                                .put("done", done)
                                .put("total", plan.rows().size())
                                .build());
    }
}
