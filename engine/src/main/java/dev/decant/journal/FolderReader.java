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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the folders of a journal; finds everything that is wrong in one go. */
final class FolderReader {
    static final String SQL = ".sql";

    private final Path journal;
    private final Dialect dialect;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Repeatable> repeatables = new ArrayList<>();
    private final Map<Hook, SqlFile> hooks = new EnumMap<>(Hook.class);
    private final List<Failure> failures = new ArrayList<>();

    FolderReader(Path journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    /** What a folder holds. */
    record Content(List<Migration> migrations, Scripts scripts) {}

    Content read() {
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
        return new Content(migrations, new Scripts(repeatables, hooks));
    }

    /** The hooks of a folder, whatever else is in it. */
    static Scripts hooks(Path journal, Dialect dialect) {
        FolderReader reader = new FolderReader(journal, dialect);
        Path folder = journal.resolve(Hook.FOLDER);
        if (Files.isDirectory(folder)) {
            reader.readHooks(folder);
        }
        if (!reader.failures.isEmpty()) {
            throw new DecantException(reader.failures);
        }
        return new Scripts(List.of(), reader.hooks);
    }

    private void readEntry(Path entry) {
        String name = name(entry);
        if (!Files.isDirectory(entry)) {
            failures.add(stray(entry, "a journal holds folders, one a migration"));
        } else if (name.equals(Repeatable.FOLDER)) {
            readRepeatables(entry);
        } else if (name.equals(Hook.FOLDER)) {
            readHooks(entry);
        } else if (!MigrationId.isValid(name)) {
            failures.add(stray(entry, "a migration is called like 20261122161730_add_team_slug"));
        } else {
            migrations.add(readMigration(entry, name));
        }
    }

    private Migration readMigration(Path folder, String id) {
        List<String> names = new ArrayList<>();
        for (Path entry : entries(folder)) {
            names.add(name(entry));
            if (!MigrationFiles.belongs(name(entry))) {
                failures.add(stray(
                        entry,
                        "a migration holds up.sql, down.sql and migration.json, and may hold before.sql, verify.sql and"
                                + " classes"));
            }
        }
        return new MigrationFiles(id, names, new InFolder(folder)).read(dialect.id());
    }

    private void readRepeatables(Path folder) {
        for (Path entry : entries(folder)) {
            if (name(entry).endsWith(SQL)) {
                repeatables.add(new Repeatable(
                        name(entry).substring(0, name(entry).length() - SQL.length()), file(folder, name(entry))));
            } else {
                failures.add(stray(entry, "a repeatable script is a file that ends in .sql"));
            }
        }
    }

    private void readHooks(Path folder) {
        for (Path entry : entries(folder)) {
            Hook.of(name(entry))
                    .ifPresentOrElse(
                            hook -> hooks.put(hook, file(folder, name(entry))),
                            () -> failures.add(stray(entry, "a hook is called " + Hook.files())));
        }
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /** Reads the files of a folder. */
    private record InFolder(Path folder) implements MigrationFiles.Place {
        @Override
        public SqlFile text(String name) {
            return file(folder, name);
        }

        @Override
        public byte[] bytes(String name) {
            try {
                return Files.readAllBytes(folder.resolve(name));
            } catch (IOException e) {
                throw unreadable(folder.resolve(name), e);
            }
        }
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
        return Failure.of("DCT-212", "this does not belong here: " + rule)
                .at(entry.toString())
                .next("move it elsewhere");
    }
}
