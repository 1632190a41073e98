package dev.decant.journal;

import dev.decant.codec.ChangeCodec;
import dev.decant.codec.Format;
import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import java.util.List;
import java.util.Set;

/** What {@code migration.json} says of a migration: everything but its SQL. */
final class MigrationJson {
    private static final Format FORMAT = new Format("this migration", List.of());
    private static final Set<String> FIELDS = Set.of(
            Format.FIELD, "id", "title", "dialect", "parents", "breaking", "changes", "fingerprint", "checksums");

    private MigrationJson() {}

    static String write(Migration migration, String dialect) {
        Json checksums = Json.object()
                .put("up", migration.recorded().up())
                .put("down", migration.recorded().down())
                .build();
        return JsonWriter.write(Json.object()
                .put(Format.FIELD, FORMAT.version())
                .put("id", migration.id())
                .put("title", migration.title())
                .put("dialect", dialect)
                .put("parents", Json.texts(migration.parents()))
                .putUnlessEmpty("breaking", Json.texts(migration.breaking()))
                .put("changes", ChangeCodec.write(migration.changes()))
                .put("fingerprint", migration.fingerprint())
                .put("checksums", checksums)
                .build());
    }

    /**
     * Reads a file.
     *
     * @param folder the name of the folder in which it stands
     * @param dialect the dialect of the journal
     * @throws dev.decant.failure.DecantException when the file is broken or tells of something else
     */
    static Migration read(
            SqlFile json, SqlFile up, SqlFile down, Assertions assertions, String folder, String dialect) {
        Json.Fields fields =
                FORMAT.upgraded(JsonReader.read(json.text(), json.path())).only(FIELDS);
        Json.Fields checksums = fields.required("checksums").asFields().only(Set.of("up", "down"));
        requireText(fields.required("id"), folder, "the folder is called " + folder, "give the folder its name back");
        requireText(
                fields.required("dialect"),
                dialect,
                "the journal is for " + dialect,
                "set the dialect of the journal, or use another folder");
        return new Migration(
                folder,
                fields.required("title").asText(),
                fields.required("parents").asTexts(),
                fields.field("breaking").map(Json::asTexts).orElse(List.of()),
                ChangeCodec.read(fields.required("changes")),
                fields.required("fingerprint").asText(),
                up,
                down,
                assertions,
                new Migration.Checksums(
                        checksums.required("up").asText(),
                        checksums.required("down").asText()));
    }

    private static void requireText(Json found, String wanted, String what, String next) {
        if (!found.asText().equals(wanted)) {
            throw found.problem("here stands \"" + found.asText() + "\", but " + what, next);
        }
    }
}
