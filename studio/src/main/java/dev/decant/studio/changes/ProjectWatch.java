package dev.decant.studio.changes;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.config.SchemaLocation;
import dev.decant.failure.DecantException;
import dev.decant.studio.connection.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells open pages that somebody saved the schema's code or changed the migrations folder. */
public final class ProjectWatch implements AutoCloseable {
    private static final List<String> CLASSES = List.of("target/classes", "build/classes/java/main");

    private final List<FolderWatch> watches = new ArrayList<>();

    private ProjectWatch() {}

    /** Watches the project of a workspace until this is closed. */
    public static ProjectWatch of(Workspace workspace) {
        Configuration configuration = workspace.environment(workspace.current()).configuration();
        ProjectWatch watch = new ProjectWatch();
        for (Path folder : code(configuration)) {
            watch.watches.add(FolderWatch.of(folder, () -> tell(workspace, "schema-changed")));
        }
        watch.watches.add(FolderWatch.of(configuration.out(), () -> tell(workspace, "migrations-changed")));
        return watch;
    }

    private static void tell(Workspace workspace, String event) {
        workspace.events().publish(event, Json.object().put("what", "code").build());
    }

    /** Where the code is; a project may have none, and then there is nothing to watch. */
    private static List<Path> code(Configuration configuration) {
        try {
            return switch (configuration.schema()) {
                case SchemaLocation.Folder(Path path) -> List.of(path);
                case SchemaLocation.SqlFile(Path path) ->
                    List.of(path.toAbsolutePath().getParent());
                case SchemaLocation.ClassPackage(String name) ->
                    CLASSES.stream()
                            .map(classes ->
                                    configuration.root().resolve(classes).resolve(name.replace('.', '/')))
                            .toList();
            };
        } catch (DecantException unknown) {
            return List.of();
        }
    }

    @Override
    public void close() {
        watches.forEach(FolderWatch::close);
    }
}
