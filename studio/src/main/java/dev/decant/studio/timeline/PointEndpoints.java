package dev.decant.studio.timeline;

import dev.decant.codec.Json;
import dev.decant.database.Scope;
import dev.decant.diff.ObviousAnswers;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.studio.changes.ChangeList;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.run.Benches;
import dev.decant.workflow.Answers;
import dev.decant.workflow.Diff;
import dev.decant.workflow.Difference;
import dev.decant.workflow.Side;
import java.util.List;

/** Any two points of the timeline, the code and the databases among them, held against each other. */
final class PointEndpoints {
    private static final String MIGRATION = "migration:";
    private static final String ENVIRONMENT = "env:";

    private final Workspace workspace;
    private final Benches benches;

    PointEndpoints(Workspace workspace, Benches benches) {
        this.workspace = workspace;
        this.benches = benches;
    }

    void addTo(Routes routes) {
        routes.get("/api/compare", this::compare);
    }

    private Reply compare(Request request) {
        long start = System.nanoTime();
        StudioEnvironment environment = workspace.environment(request);
        String from = request.required("from");
        String to = request.required("to");
        StudioEnvironment beside = database(from, database(to, environment));
        beside.target(); // an embedded server goes on between two comparisons only while somebody holds it
        ObviousAnswers obvious = new ObviousAnswers();
        Difference difference = new Diff(
                        environment.configuration(),
                        Scope.of(environment.configuration().filters()),
                        text -> {},
                        benches.of(beside))
                .run(side(from, environment), side(to, environment), Answers.by(obvious))
                .remarking(obvious.notes());
        ChangeList list = new ChangeList(difference);
        return Reply.of(Json.object()
                .put("changes", list.json())
                .put("things", list.things())
                .put("sql", list.sql(difference.plan()))
                .put("script", script(difference, from, to))
                .put("remarks", Json.texts(difference.remarks()))
                .put("milliseconds", (System.nanoTime() - start) / 1_000_000)
                .build());
    }

    private static String script(Difference difference, String from, String to) {
        return difference.isEmpty() ? "" : difference.script(List.of("From " + from + " to " + to + "."));
    }

    /** The environment whose database a point is, or whose history. */
    private StudioEnvironment database(String point, StudioEnvironment otherwise) {
        return point.startsWith(ENVIRONMENT) ? workspace.environment(point.substring(ENVIRONMENT.length())) : otherwise;
    }

    /** A browser names points of the project and environments of its configuration, and neither files nor addresses. */
    private Side side(String point, StudioEnvironment environment) {
        if (point.startsWith(MIGRATION)) {
            return migration(
                    point.substring(MIGRATION.length()), environment.project().journal());
        }
        if (point.startsWith(ENVIRONMENT)) {
            return new Side.Live(database(point, environment).settings());
        }
        return switch (point) {
            case "empty" -> new Side.Nothing();
            case "code" -> new Side.Code();
            case "ran" -> new Side.Ran(environment.settings());
            case "database" -> new Side.Live(environment.settings());
            default ->
                throw Failure.of("DCT-703", "there is no point \"" + point + "\"")
                        .next("say empty, code, database, ran, migration:ID or env:NAME")
                        .exception();
        };
    }

    private static Side migration(String id, Journal journal) {
        return journal.find(id)
                .map(migration -> new Side.At(migration.id()))
                .orElseThrow(() -> Failure.of("DCT-527", "there is no such migration here")
                        .at(id)
                        .next("load the page again")
                        .exception());
    }
}
