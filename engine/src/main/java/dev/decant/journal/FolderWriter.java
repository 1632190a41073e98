package dev.decant.journal;

import dev.decant.config.FileTrouble;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the folder of a migration so that it is there as a whole or not at all: under a hidden name first, safe on the disk, then renamed.
 * What a crash left under a hidden name is removed by a later write.
 */
final class FolderWriter {
    private static final String HIDDEN = ".new-";

    /** Long enough for whoever else is writing right now, in the same journal, to be done. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path journal;
    private final Clock clock;

    FolderWriter(Path journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void write(String id, Map<String, String> files) {
        Path target = journal.resolve(id);
        try {
            Files.createDirectories(journal);
            removeLeftovers();
            if (Files.exists(target)) {
                throw Failure.of("DCT-217", "there is such a migration already")
                        .at(target.toString())
                        .next("read the journal again")
                        .exception();
            }
            Path hidden = Files.createTempDirectory(journal, HIDDEN);
            fill(hidden, files, target);
        } catch (IOException e) {
            throw Failure.of("DCT-218", "cannot be written: " + FileTrouble.words(e))
                    .at(target.toString())
                    .next("nothing was written; see that there is room and that you may write there")
                    .exception(e);
        }
    }

    private void fill(Path hidden, Map<String, String> files, Path target) throws IOException {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                writeFile(hidden.resolve(file.getKey()), file.getValue());
            }
            publish(hidden, target);
        } catch (IOException e) {
            remove(hidden);
            throw e;
        }
    }

    private static void writeFile(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void publish(Path hidden, Path target) throws IOException {
        shareWithOthers(hidden);
        flush(hidden);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        flush(journal);
    }

    /** A temporary folder is its owner's alone; a migration is for everybody who may see the journal. */
    private void shareWithOthers(Path hidden) throws IOException {
        if (Files.getFileStore(hidden).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(hidden, Files.getPosixFilePermissions(journal));
        }
    }

    /** Brings the names in a folder safely to the disk, where the system has a way to: Windows cannot open a folder. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The names reach the disk a little later; the files themselves are there.
        }
    }

    private void removeLeftovers() throws IOException {
        Instant limit = clock.instant().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(journal)) {
            List<Path> hidden = entries.filter(
                            entry -> String.valueOf(entry.getFileName()).startsWith(HIDDEN))
                    .toList();
            for (Path leftover : hidden) {
                removeIfOlder(leftover, limit);
            }
        }
    }

    private static void removeIfOlder(Path leftover, Instant limit) throws IOException {
        try {
            if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                remove(leftover);
            }
        } catch (NoSuchFileException e) {
            // Somebody else removed it, or published it.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
