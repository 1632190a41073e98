package dev.decant.studio.timeline;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.history.History;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Hook;
import dev.decant.journal.Journal;
import dev.decant.journal.SqlFile;
import dev.decant.run.Comparison;
import dev.decant.run.OwedHooks;
import dev.decant.run.Repeated;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.FailureJson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The scripts of a project that are no migrations, as they stand in a database, for the page. */
final class ScriptJson {
    private ScriptJson() {}

    /** The scripts that run again when they changed. */
    static Json.Items repeatables(Comparison comparison) {
        return Json.list(
                comparison.repeatables().stream().map(ScriptJson::repeatable).toList());
    }

    private static Json.Fields repeatable(Repeated repeated) {
        FieldsBuilder fields = Json.object()
                .put("id", repeated.id())
                .put("name", repeated.name())
                .put("state", repeated.state().name().toLowerCase(Locale.ROOT))
                .put("pending", repeated.isPending())
                .put("text", text(repeated));
        repeated.entry()
                .ifPresent(entry -> fields.put("at", entry.at().toString())
                        .put("by", entry.by())
                        .put("millis", entry.duration().toMillis()));
        repeated.finding().ifPresent(finding -> fields.put("finding", FailureJson.of(finding)));
        return fields.build();
    }

    /** What its file says, or, when that is gone, what ran. */
    private static String text(Repeated repeated) {
        return repeated.script()
                .map(script -> script.file().text())
                .or(() -> repeated.entry().map(ScriptEntry::text))
                .orElse("");
    }

    /** The scripts that run at certain moments, in the order of these. */
    static Json.Items hooks(StudioEnvironment environment, Journal journal) {
        History history = new History(environment.target().database());
        Set<Hook> owed =
                environment.sessions().with(connection -> OwedHooks.of(journal.scripts(), history, connection));
        return Json.list(Arrays.stream(Hook.values())
                .flatMap(hook ->
                        journal.scripts().hook(hook).stream().map(file -> hook(hook, file, owed.contains(hook))))
                .toList());
    }

    private static Json.Fields hook(Hook hook, SqlFile file, boolean owed) {
        return Json.object()
                .put("id", Hook.FOLDER + "/" + hook.word())
                .put("name", hook.word())
                .put("owed", owed)
                .put("text", file.text())
                .build();
    }
}
