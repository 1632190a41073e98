package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    FolderReader(Path journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    /** What one entry of the journal holds: a migration, or what is wrong, or both. */
    private record Entry(Optional<Migration> migration, List<Failure> failures) {}

    /** Reads the folders side by side, since most of the time goes into waiting for files. */
    List<Migration> read() {
        List<Entry> entries =
                entries(journal).parallelStream().map(this::readEntry).toList();
        List<Failure> failures =
                entries.stream().flatMap(entry -> entry.failures().stream()).toList();
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
        return entries.stream().flatMap(entry -> entry.migration().stream()).toList();
    }

    private Entry readEntry(Path entry) {
        String name = String.valueOf(entry.getFileName());
        try {
            if (!Files.isDirectory(entry)) {
                return wrong(List.of(stray(entry, "a journal holds folders, one a migration")));
            }
            return MigrationId.isValid(name)
                    ? readMigration(entry, name)
                    : wrong(List.of(stray(entry, "a migration is called like 20261122161730_add_team_slug")));
        } catch (DecantException e) {
            return wrong(e.failures());
        }
    }

    private static Entry wrong(List<Failure> failures) {
        return new Entry(Optional.empty(), failures);
    }

    private Entry readMigration(Path folder, String name) {
        List<Failure> strays = entries(folder).stream()
                .filter(entry -> !FILES.contains(String.valueOf(entry.getFileName())))
                .map(entry -> stray(entry, "a migration holds " + UP + ", " + DOWN + " and " + JSON))
                .toList();
        if (!strays.isEmpty()) {
            return wrong(strays);
        }
        return new Entry(
                Optional.of(MigrationJson.read(
                        file(folder, JSON), file(folder, UP), file(folder, DOWN), name, dialect.id())),
                List.of());
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
