package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the folders of a journal; finds everything that is wrong in one go. */
final class FolderReader {
    static final String UP = "up.sql";
    static final String DOWN = "down.sql";
    static final String JSON = "migration.json";

    private static final Set<String> FILES = Set.of(UP, DOWN, JSON);

    private final Path journal;
    private final Dialect dialect;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    FolderReader(Path journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    List<Migration> read() {
        for (Path entry : entries(journal)) {
            try {
                readEntry(entry);
            } catch (DecantException e) {
                failures.addAll(e.failures());
            }
        }
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
        return migrations;
    }

    private void readEntry(Path entry) {
        String name = String.valueOf(entry.getFileName());
        if (!Files.isDirectory(entry)) {
            failures.add(stray(entry, "a journal holds folders, one a migration"));
        } else if (!MigrationId.isValid(name)) {
            failures.add(stray(entry, "a migration is called like 20261122161730_add_team_slug"));
        } else {
            migrations.add(readMigration(entry, name));
        }
    }

    private Migration readMigration(Path folder, String name) {
        for (Path entry : entries(folder)) {
            if (!FILES.contains(String.valueOf(entry.getFileName()))) {
                failures.add(stray(entry, "a migration holds " + UP + ", " + DOWN + " and " + JSON));
            }
        }
        return MigrationJson.read(file(folder, JSON), file(folder, UP), file(folder, DOWN), name, dialect.id());
    }

    private static SqlFile file(Path folder, String name) {
        Path path = folder.resolve(name);
        try {
            return new SqlFile(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw Failure.of("DCT-215", "the file is missing")
                    .at(path.toString())
                    .next("restore it from version control")
                    .exception(e);
        } catch (CharacterCodingException e) {
            throw Failure.of("DCT-216", "the file is not UTF-8")
                    .at(path.toString())
                    .next("save it as UTF-8")
                    .exception(e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** What is in a folder, by name, but for what is hidden or only text to read. */
    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(FolderReader::counts).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean counts(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return !name.startsWith(".") && !name.endsWith(".md") && !name.equals(JournalIndex.FILE);
    }

    private static DecantException unreadable(Path path, IOException e) {
        return Failure.of("DCT-211", "cannot be read: " + e.getMessage())
                .at(path.toString())
                .exception(e);
    }

    private static Failure stray(Path entry, String rule) {
        return Failure.of("DCT-212", "this is not part of any migration: " + rule)
                .at(entry.toString())
                .next("move it elsewhere");
    }
}
