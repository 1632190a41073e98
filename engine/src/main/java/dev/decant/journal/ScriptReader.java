package dev.decant.journal;

import dev.decant.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the scripts of a journal that are no migrations; finds everything that does not belong in one go. */
final class ScriptReader {
    static final String SQL = ".sql";

    private final Path journal;
    private final List<Failure> failures = new ArrayList<>();

    ScriptReader(Path journal) {
        this.journal = journal;
    }

    /** Whether a folder of this name is for scripts. */
    static boolean reads(String folder) {
        return folder.equals(Repeatable.FOLDER) || folder.equals(Hook.FOLDER);
    }

    /** What does not belong, once something was read. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    Scripts read() {
        return new Scripts(repeatables(), hooks());
    }

    private List<Repeatable> repeatables() {
        List<Repeatable> repeatables = new ArrayList<>();
        FolderFiles files = new FolderFiles(journal.resolve(Repeatable.FOLDER));
        for (Path entry : entries(files)) {
            String name = FolderFiles.name(entry);
            if (name.endsWith(SQL)) {
                repeatables.add(Repeatable.of(files.text(name), name));
            } else {
                failures.add(FolderFiles.stray(entry, "a repeatable script is a file that ends in .sql"));
            }
        }
        return repeatables;
    }

    Map<Hook, SqlFile> hooks() {
        Map<Hook, SqlFile> hooks = new EnumMap<>(Hook.class);
        FolderFiles files = new FolderFiles(journal.resolve(Hook.FOLDER));
        for (Path entry : entries(files)) {
            String name = FolderFiles.name(entry);
            Hook.of(name)
                    .ifPresentOrElse(
                            hook -> hooks.put(hook, files.text(name)),
                            () -> failures.add(FolderFiles.stray(entry, "a hook is called " + Hook.files())));
        }
        return hooks;
    }

    private static List<Path> entries(FolderFiles files) {
        return Files.isDirectory(files.folder()) ? files.entries() : List.of();
    }
}
