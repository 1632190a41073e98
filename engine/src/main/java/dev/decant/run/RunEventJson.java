package dev.decant.run;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.PrintPolicy;
import dev.decant.database.SessionObserver.Blocker;
import java.util.List;

/** What happens while migrations run, for programs: an object an event. */
public final class RunEventJson {
    private final PrintPolicy policy;

    /**
     * Writes events.
     *
     * @param policy how much of statements and values may be told
     */
    public RunEventJson(PrintPolicy policy) {
        this.policy = policy;
    }

    /** The event as an object. */
    public Json.Fields of(RunEvent event) {
        return fields(event).build();
    }

    private FieldsBuilder fields(RunEvent happened) {
        return switch (happened) {
            case RunEvent.WindowWaiting waiting ->
                event("waiting for the window")
                        .put("opening", waiting.opening().toString())
                        .put("millis", waiting.left().toMillis());
            case RunEvent.BackupProgress backup -> event("backup").put("what", backup.what());
            case RunEvent.LockWaiting waiting ->
                event("waiting for the lock")
                        .putUnlessEmpty("holder", Json.of(waiting.holder().orElse("")))
                        .put("millis", waiting.waited().toMillis());
            case RunEvent.LockAcquired acquired ->
                event("lock taken").put("millis", acquired.waited().toMillis());
            case RunEvent.MigrationStarted started ->
                event("migration started")
                        .put("migration", started.migration())
                        .put("title", started.title())
                        .put("direction", started.direction().word())
                        .put("number", started.number())
                        .put("total", started.total());
            case RunEvent.StepStarted step ->
                event("step started")
                        .put("migration", step.migration())
                        .put("step", step.step())
                        .put("transactional", step.transactional())
                        .put("statements", step.statements());
            case RunEvent.StepSkipped step ->
                event("step skipped").put("migration", step.migration()).put("step", step.step());
            case RunEvent.StatementStarted statement ->
                event("statement started")
                        .put("migration", statement.migration())
                        .put("number", statement.number())
                        .put("total", statement.total())
                        .put("line", statement.line())
                        .putUnlessEmpty("sql", Json.of(policy.shown(statement.sql())));
            case RunEvent.StatementRunning statement -> running(statement);
            case RunEvent.AttemptFailed attempt ->
                event("attempt failed")
                        .put("migration", attempt.migration())
                        .put("attempt", attempt.attempt())
                        .put("pause", attempt.pause().toMillis())
                        .put("blockers", blockers(attempt.blockers()));
            case RunEvent.LeftoverCleared leftover ->
                event("leftover cleared")
                        .put("migration", leftover.migration())
                        .putUnlessEmpty("sql", Json.of(policy.shown(leftover.sql())));
            case RunEvent.StatementFinished statement -> finished(statement);
            case RunEvent.StatementSkipped statement ->
                event("statement skipped")
                        .put("migration", statement.migration())
                        .put("number", statement.number());
            case RunEvent.Kept kept ->
                event("kept")
                        .put("migration", kept.migration())
                        .put("what", Json.texts(kept.what()))
                        .put("until", kept.until().toString());
            case RunEvent.BroughtBack back ->
                event("brought back").put("migration", back.migration()).put("what", Json.texts(back.what()));
            case RunEvent.GraveyardEmptied emptied -> event("no longer kept").put("what", Json.texts(emptied.what()));
            case RunEvent.ServerNotice notice ->
                event("notice").put("migration", notice.migration()).put("text", notice.text());
            case RunEvent.HookStarted hook ->
                event("hook started")
                        .put("hook", hook.hook().word())
                        .putUnlessEmpty("migration", Json.of(hook.migration().orElse("")));
            case RunEvent.HookFinished hook ->
                event("hook finished")
                        .put("hook", hook.hook().word())
                        .putUnlessEmpty("migration", Json.of(hook.migration().orElse("")))
                        .put("millis", hook.duration().toMillis());
            case RunEvent.AssertionStarted started ->
                event("assertion started")
                        .put("migration", started.migration())
                        .put("file", started.file())
                        .put("line", started.line())
                        .put("number", started.number())
                        .put("assertion", started.assertion());
            case RunEvent.Asserted asserted ->
                event("assertion").put("migration", asserted.migration()).put("verdict", of(asserted.verdict()));
            case RunEvent.MigrationFinished finished ->
                event("migration finished")
                        .put("migration", finished.migration())
                        .put("direction", finished.direction().word())
                        .put("millis", finished.duration().toMillis());
            case RunEvent.MigrationFailed failed ->
                event("migration failed")
                        .put("migration", failed.failure().migration())
                        .put("direction", failed.failure().direction().word())
                        .putUnlessEmpty(
                                "sql",
                                Json.of(failed.failure()
                                        .statement()
                                        .map(policy::shown)
                                        .orElse("")));
        };
    }

    private FieldsBuilder running(RunEvent.StatementRunning statement) {
        FieldsBuilder event = event("statement running")
                .put("migration", statement.migration())
                .put("number", statement.number())
                .put("millis", statement.elapsed().toMillis())
                .putUnlessEmpty("blockers", blockers(statement.sighting().blockers()));
        statement
                .sighting()
                .progress()
                .ifPresent(progress -> event.put("phase", progress.phase())
                        .put("done", progress.done())
                        .put("total", progress.total()));
        return event;
    }

    private Json blockers(List<Blocker> blockers) {
        return Json.list(
                blockers,
                blocker -> Json.object()
                        .put("process", blocker.name())
                        .put("user", blocker.user())
                        .put("application", blocker.application())
                        .put("seconds", blocker.age().toSeconds())
                        .putUnlessEmpty("query", Json.of(policy.shown(blocker.query())))
                        .build());
    }

    private static FieldsBuilder finished(RunEvent.StatementFinished statement) {
        FieldsBuilder event = event("statement finished")
                .put("migration", statement.migration())
                .put("number", statement.number())
                .put("millis", statement.duration().toMillis());
        statement.rows().ifPresent(rows -> event.put("rows", rows));
        return event;
    }

    /** What came of an assertion. */
    public Json.Fields of(Verdict verdict) {
        List<Json.Items> rows = policy == PrintPolicy.FULL
                ? verdict.found().rows().stream().map(Json::texts).toList()
                : List.of();
        return Json.object()
                .put("file", verdict.file())
                .put("line", verdict.line())
                .put("assertion", verdict.assertion())
                .put("holds", verdict.holds())
                .putUnlessEmpty("said", Json.of(verdict.said()))
                .putUnlessEmpty("columns", Json.texts(verdict.found().columns()))
                .putUnlessEmpty("rows", Json.list(rows))
                .build();
    }

    /** The last event: what was done. */
    public static Json.Fields result(RunResult result) {
        return event("done")
                .put("migrations", Json.texts(result.migrations()))
                .putUnlessEmpty("repeated", Json.texts(result.repeated()))
                .put("millis", result.duration().toMillis())
                .build();
    }

    private static FieldsBuilder event(String name) {
        return Json.object().put("event", name);
    }
}
