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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scripts of a project that are no migrations, as they stand in a database, for the page. */
final class ScriptJson {
    private ScriptJson() {}

    /** The scripts that run again when they changed. */
    static Json.Items repeatables(Comparison comparison) {
        return Json.list(comparison.repeatables(), ScriptJson::repeatable);
    }

    private static Json.Fields repeatable(Repeated repeated) {
        FieldsBuilder fields = Json.object()
                .put("id", repeated.id())
                .put("name", repeated.name())
                .put("state", repeated.state().name().toLowerCase(Locale.ROOT))
                .put("pending", repeated.isPending())
                .put("text", text(repeated));
        repeated.entry().ifPresent(entry -> ran(fields, entry));
        repeated.finding().ifPresent(finding -> fields.put("finding", FailureJson.of(finding)));
        return fields.build();
    }

    private static void ran(FieldsBuilder fields, ScriptEntry entry) {
        fields.put("at", entry.at().toString())
                .put("by", entry.by())
                .put("millis", entry.duration().toMillis());
    }

    /** What its file says, or, when that is gone, what ran. */
    private static String text(Repeated repeated) {
        return repeated.script()
                .map(script -> script.file().text())
                .or(() -> repeated.entry().map(ScriptEntry::text))
                .orElse("");
    }

    /** The scripts that run at certain moments, in the order of these, each with its last run if the history knows one. */
    static Json.Items hooks(StudioEnvironment environment, Journal journal) {
        History history = new History(environment.target().database());
        return environment.sessions().with(connection -> {
            Set<Hook> owed = OwedHooks.of(journal.scripts(), history, connection);
            Map<String, ScriptEntry> last = history.scripts(connection, ScriptEntry.Kind.HOOK).stream()
                    .collect(Collectors.toMap(ScriptEntry::name, Function.identity()));
            return Json.list(Arrays.stream(Hook.values())
                    .flatMap(hook -> journal.scripts().hook(hook).stream()
                            .map(file -> hook(hook, file, owed.contains(hook), last.get(hook.word()))))
                    .toList());
        });
    }

    private static Json.Fields hook(Hook hook, SqlFile file, boolean owed, @Nullable ScriptEntry last) {
        FieldsBuilder fields = Json.object()
                .put("id", Hook.FOLDER + "/" + hook.word())
                .put("name", hook.word())
                .put("owed", owed)
                .put("text", file.text());
        if (last != null) {
            ran(fields, last);
        }
        return fields.build();
    }
}
