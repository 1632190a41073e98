package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowEdit;
import dev.decant.dialect.Statement;
import dev.decant.journal.SqlWriter;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.studio.changes.WrittenMigration;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import dev.decant.studio.saved.SavedFiles;
import dev.decant.workflow.Generate;
import dev.decant.workflow.Generated;
import dev.decant.workflow.Proof;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Changes of rows as files of the project: a migration, or a seed. No database is written to, so that this is never refused. */
public final class ScriptEndpoints {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Workspace workspace;
    private final Clock clock;

    private ScriptEndpoints(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace, Clock clock) {
        ScriptEndpoints endpoints = new ScriptEndpoints(workspace, clock);
        routes.post("/api/edits/migration", endpoints::migration);
        routes.post("/api/edits/seed", endpoints::seed);
    }

    /** What was sent: the changes, and what makes statements of them. */
    private record Sent(StudioEnvironment environment, Relation relation, List<RowEdit> edits, EditScript script) {}

    private Sent sent(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Relation relation = EditReader.relation(environment.browser(), request.body());
        List<RowEdit> edits = new EditReader(relation).all(request.body());
        return new Sent(
                environment,
                relation,
                edits,
                new EditScript(environment.browser().browsing(), relation));
    }

    private Reply migration(Request request) {
        Sent sent = sent(request);
        String title = SavedFiles.name(request.body(), "title");
        List<Statement> down = sent.environment()
                .reading()
                .in(LOOK, connection -> sent.script().down(connection, sent.edits()));
        Generated generated = new Generate(sent.environment().project().journal(), Proof.NONE, clock)
                .rows(title, sent.script().up(sent.edits()), down);
        workspace.events().publish("migrations-changed", Json.object().build());
        return Reply.of(WrittenMigration.of(
                generated, sent.environment().configuration().root()));
    }

    private Reply seed(Request request) {
        Sent sent = sent(request);
        String name = SavedFiles.name(request.body(), "title");
        Plan plan =
                new Plan(List.of(), List.of(new Step("rows", true, sent.script().seed(sent.edits()))));
        String text = SqlWriter.script(
                plan,
                List.of(name, "Rows of " + sent.relation().name() + "; may run more than once."),
                sent.environment().target().database().dialect().syntax());
        SavedFiles seeds = SavedFiles.of(sent.environment(), "seeds", ".sql");
        String file = seeds.create(name, text);
        return Reply.of(
                Json.object().put("file", seeds.shown(file)).put("text", text).build());
    }
}
