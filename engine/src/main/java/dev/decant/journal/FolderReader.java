package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the folders of a journal; finds everything that is wrong in one go. */
final class FolderReader {
    private final Path journal;
    private final Dialect dialect;

    FolderReader(Path journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    /** What a journal holds. */
    record Content(List<Migration> migrations, Scripts scripts) {}

    /** What one entry of the journal holds: a migration, or what is wrong, or nothing that is looked at here. */
    private record Entry(Optional<Migration> migration, List<Failure> failures) {}

    /** Reads the folders side by side, since most of the time goes into waiting for files. */
    Content read() {
        List<Entry> entries = new FolderFiles(journal)
                .entries().parallelStream().map(this::readEntry).toList();
        ScriptReader scripts = new ScriptReader(journal);
        Content content = new Content(
                entries.stream().flatMap(entry -> entry.migration().stream()).toList(), scripts.read());
        List<Failure> failures = Stream.concat(
                        entries.stream().flatMap(entry -> entry.failures().stream()), scripts.failures().stream())
                .toList();
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
        return content;
    }

    private Entry readEntry(Path entry) {
        String name = FolderFiles.name(entry);
        try {
            if (!Files.isDirectory(entry)) {
                return wrong(List.of(FolderFiles.stray(entry, "a journal holds folders, one a migration")));
            }
            if (ScriptReader.reads(name)) {
                return wrong(List.of());
            }
            return MigrationId.isValid(name)
                    ? readMigration(entry, name)
                    : wrong(List.of(
                            FolderFiles.stray(entry, "a migration is called like 20261122161730_add_team_slug")));
        } catch (DecantException e) {
            return wrong(e.failures());
        }
    }

    private static Entry wrong(List<Failure> failures) {
        return new Entry(Optional.empty(), failures);
    }

    private Entry readMigration(Path folder, String id) {
        FolderFiles files = new FolderFiles(folder);
        List<Path> entries = files.entries();
        List<Failure> strays = entries.stream()
                .filter(entry -> !MigrationFiles.belongs(FolderFiles.name(entry)))
                .map(entry -> FolderFiles.stray(entry, MigrationFiles.RULE))
                .toList();
        if (!strays.isEmpty()) {
            return wrong(strays);
        }
        // Classes lie there for the index; here the sources count, which may be newer.
        List<String> names = entries.stream()
                .map(FolderFiles::name)
                .filter(name -> !name.endsWith(MigrationFiles.CLASS))
                .toList();
        return new Entry(Optional.of(new MigrationFiles(id, names, files).read(dialect.id())), List.of());
    }
}
