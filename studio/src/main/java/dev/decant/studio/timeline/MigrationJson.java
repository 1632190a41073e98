package dev.decant.studio.timeline;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.journal.Migration;
import dev.decant.run.Standing;
import dev.decant.studio.changes.ChangeList;
import dev.decant.studio.http.FailureJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Migrations as they stand, for the page. */
final class MigrationJson {
    private MigrationJson() {}

    static Json.Fields of(Standing standing) {
        Optional<Migration> migration = standing.migration();
        FieldsBuilder fields = Json.object()
                .put("id", standing.id())
                .put("title", standing.title())
                .put("state", standing.state().name().toLowerCase(Locale.ROOT))
                .put("inFolder", migration.isPresent())
                .put("parents", Json.texts(parents(standing)))
                .put("breaking", Json.texts(migration.map(Migration::breaking).orElse(List.of())))
                .put("changes", changes(migration));
        standing.entry().ifPresent(entry -> ran(entry, fields));
        standing.finding().ifPresent(finding -> fields.put("finding", FailureJson.of(finding)));
        return fields.build();
    }

    private static List<String> parents(Standing standing) {
        return standing.migration()
                .map(Migration::parents)
                .or(() -> standing.entry().map(HistoryEntry::parents))
                .orElse(List.of());
    }

    private static Json.Items changes(Optional<Migration> migration) {
        return Json.list(
                migration.map(Migration::changes).orElse(List.of()),
                change -> ChangeList.brief(change).build());
    }

    private static void ran(HistoryEntry entry, FieldsBuilder fields) {
        fields.put("at", entry.at().toString())
                .put("by", entry.by())
                .put("millis", entry.duration().toMillis())
                .put("toolVersion", entry.toolVersion());
    }

    static Json.Fields of(Remark remark) {
        return Json.object()
                .put("migration", remark.migration())
                .put("kind", remark.kind().words())
                .put("at", remark.at().toString())
                .put("by", remark.by())
                .put("text", remark.text())
                .build();
    }
}
