package dev.decant.studio.changes;

import dev.decant.codec.Json;
import dev.decant.journal.JournalFinding;
import dev.decant.workflow.Generated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code generate} wrote, for the page: the folder with its files. */
public final class WrittenMigration {
    private static final List<String> FILES = List.of("up.sql", "down.sql", "migration.json");

    private WrittenMigration() {}

    /** The answer. */
    public static Json.Fields of(Generated generated, Path root) {
        Json findings = Json.texts(
                generated.findings().stream().map(JournalFinding::message).toList());
        return switch (generated) {
            case Generated.Nothing nothing ->
                Json.object().put("written", false).put("findings", findings).build();
            case Generated.Written written ->
                Json.object()
                        .put("written", true)
                        .put("migration", written.migration().id())
                        .put("title", written.migration().title())
                        .put("folder", shown(written.folder(), root))
                        .put("files", files(written.folder()))
                        .put("findings", findings)
                        .build();
        };
    }

    private static String shown(Path folder, Path root) {
        return folder.startsWith(root) ? root.relativize(folder).toString() : folder.toString();
    }

    private static Json.Items files(Path folder) {
        return Json.list(FILES.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .map(name -> Json.object()
                        .put("name", name)
                        .put("text", text(folder.resolve(name)))
                        .build())
                .toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
