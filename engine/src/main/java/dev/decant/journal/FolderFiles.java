package dev.decant.journal;

import dev.decant.config.FileTrouble;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a folder of a journal.
 *
 * @param folder the folder
 */
record FolderFiles(Path folder) implements MigrationFiles.Place {
    /** What is in it, by name, but for what is hidden or only text to read. */
    List<Path> entries() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(FolderFiles::counts).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean counts(Path entry) {
        String name = name(entry);
        return !name.startsWith(".") && !name.endsWith(".md") && !name.equals(JournalIndex.FILE);
    }

    static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    @Override
    public SqlFile text(String name) {
        Path path = folder.resolve(name);
        try {
            return new SqlFile(path.toString(), StoredText.of(path), List.of());
        } catch (NoSuchFileException e) {
            throw Failure.of("DCT-215", "the file is missing")
                    .at(path.toString())
                    .next("restore it from version control")
                    .exception(e);
        } catch (CharacterCodingException e) {
            throw otherEncoding(path, e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public byte[] bytes(String name) {
        Path path = folder.resolve(name);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static DecantException otherEncoding(Path path, CharacterCodingException e) {
        return Failure.of("DCT-216", "the file is not UTF-8")
                .at(path.toString())
                .next("save it as UTF-8")
                .exception(e);
    }

    static DecantException unreadable(Path path, IOException e) {
        return Failure.of("DCT-211", "cannot be read: " + FileTrouble.words(e))
                .at(path.toString())
                .exception(e);
    }

    static Failure stray(Path entry, String rule) {
        return Failure.of("DCT-212", "this does not belong here: " + rule)
                .at(entry.toString())
                .next("move it elsewhere");
    }
}
