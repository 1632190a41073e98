package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.database.SessionObserver.Blocker;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import java.util.List;

/** Tells programs what happens while migrations run: an event a line. */
final class RunJson implements RunListener {
    private final Output output;
    private final StatementText text;

    RunJson(Output output, StatementText text) {
        this.output = output;
        this.text = text;
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.WindowWaiting waiting ->
                print(event("waiting for the window")
                        .put("opening", waiting.opening().toString())
                        .put("millis", waiting.left().toMillis()));
            case RunEvent.BackupProgress backup -> print(event("backup").put("what", backup.what()));
            case RunEvent.LockWaiting waiting ->
                print(event("waiting for the lock")
                        .putUnlessEmpty("holder", Json.of(waiting.holder().orElse("")))
                        .put("millis", waiting.waited().toMillis()));
            case RunEvent.LockAcquired acquired ->
                print(event("lock taken").put("millis", acquired.waited().toMillis()));
            case RunEvent.MigrationStarted started ->
                print(event("migration started")
                        .put("migration", started.migration())
                        .put("title", started.title())
                        .put("direction", started.direction().word())
                        .put("number", started.number())
                        .put("total", started.total()));
            case RunEvent.StepStarted step ->
                print(event("step started")
                        .put("migration", step.migration())
                        .put("step", step.step())
                        .put("transactional", step.transactional())
                        .put("statements", step.statements()));
            case RunEvent.StepSkipped step ->
                print(event("step skipped").put("migration", step.migration()).put("step", step.step()));
            case RunEvent.StatementStarted statement ->
                print(event("statement started")
                        .put("migration", statement.migration())
                        .put("number", statement.number())
                        .put("total", statement.total())
                        .put("line", statement.line())
                        .putUnlessEmpty("sql", Json.of(text.whole(statement.sql()))));
            case RunEvent.StatementRunning statement -> print(running(statement));
            case RunEvent.AttemptFailed attempt ->
                print(event("attempt failed")
                        .put("migration", attempt.migration())
                        .put("attempt", attempt.attempt())
                        .put("pause", attempt.pause().toMillis())
                        .put("blockers", blockers(attempt.blockers())));
            case RunEvent.LeftoverCleared leftover ->
                print(event("leftover cleared")
                        .put("migration", leftover.migration())
                        .putUnlessEmpty("sql", Json.of(text.whole(leftover.sql()))));
            case RunEvent.StatementFinished statement -> print(finished(statement));
            case RunEvent.StatementSkipped statement ->
                print(event("statement skipped")
                        .put("migration", statement.migration())
                        .put("number", statement.number()));
            case RunEvent.ServerNotice notice ->
                print(event("notice").put("migration", notice.migration()).put("text", notice.text()));
            case RunEvent.HookStarted hook ->
                print(event("hook started")
                        .put("hook", hook.hook().word())
                        .putUnlessEmpty("migration", Json.of(hook.migration().orElse(""))));
            case RunEvent.HookFinished hook ->
                print(event("hook finished")
                        .put("hook", hook.hook().word())
                        .putUnlessEmpty("migration", Json.of(hook.migration().orElse("")))
                        .put("millis", hook.duration().toMillis()));
            case RunEvent.Asserted asserted ->
                print(event("assertion")
                        .put("migration", asserted.migration())
                        .put("verdict", new VerdictText(text).json(asserted.verdict())));
            case RunEvent.MigrationFinished finished ->
                print(event("migration finished")
                        .put("migration", finished.migration())
                        .put("direction", finished.direction().word())
                        .put("millis", finished.duration().toMillis()));
            case RunEvent.MigrationFailed failed ->
                print(event("migration failed")
                        .put("migration", failed.failure().migration())
                        .put("direction", failed.failure().direction().word())
                        .putUnlessEmpty(
                                "sql",
                                Json.of(failed.failure()
                                        .statement()
                                        .map(text::whole)
                                        .orElse(""))));
        }
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
        return Json.list(blockers.stream()
                .map(blocker -> Json.object()
                        .put("process", blocker.name())
                        .put("user", blocker.user())
                        .put("application", blocker.application())
                        .put("seconds", blocker.age().toSeconds())
                        .putUnlessEmpty("query", Json.of(text.whole(blocker.query())))
                        .build())
                .toList());
    }

    private static FieldsBuilder finished(RunEvent.StatementFinished statement) {
        FieldsBuilder event = event("statement finished")
                .put("migration", statement.migration())
                .put("number", statement.number())
                .put("millis", statement.duration().toMillis());
        statement.rows().ifPresent(rows -> event.put("rows", rows));
        return event;
    }

    /** The last line: what was done. */
    static Json.Fields result(RunResult result) {
        return event("done")
                .put("migrations", Json.texts(result.migrations()))
                .putUnlessEmpty("repeated", Json.texts(result.repeated()))
                .put("millis", result.duration().toMillis())
                .build();
    }

    private static FieldsBuilder event(String name) {
        return Json.object().put("event", name);
    }

    private void print(FieldsBuilder event) {
        output.event(event.build());
    }
}
