package dev.decant.testkit.postgresql;

import dev.decant.embedded.postgresql.EmbeddedPostgres;
import dev.decant.embedded.postgresql.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What test processes keep for each other.
 *
 * @param folder holds {@code binaries}, {@code pgvector-<major>} and {@code prepared-<version>}
 * @param running holds the data of the servers while tests run
 */
record TestCache(Path folder, Path running) {
    /** What Linux keeps in memory and not on a disk; a database is made there with a third of the work. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** What the servers of a whole build need at most, several times over. */
    private static final long ROOM_IN_MEMORY = 4L << 30;

    static TestCache ofThisUser() {
        Path folder = Optional.ofNullable(System.getenv("DECANT_TESTKIT_CACHE"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "decant-testkit"));
        return new TestCache(
                folder,
                hasRoomInMemory()
                        ? MEMORY.resolve("decant-testkit-" + System.getProperty("user.name"))
                        : folder.resolve("running"));
    }

    private static boolean hasRoomInMemory() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_IN_MEMORY;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** A new home for one server, with data that nobody has used yet. */
    Path copyOfPrepared(EmbeddedPostgres binaries) {
        try {
            Path prepared = prepared(binaries);
            clearAway();
            Path home = Files.createTempDirectory(Files.createDirectories(running), processName());
            copy(prepared, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies what is there of pgvector for this major version. */
    void copyPgVector(String major, Path target) {
        Path built = folder.resolve("pgvector-" + major);
        try {
            if (Files.isDirectory(built)) {
                copy(built, Files.createDirectories(target.resolve(built.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path prepared(EmbeddedPostgres binaries) throws IOException {
        Installation installation = binaries.installation();
        Path archive = installation.bin().resolve("..").normalize();
        Path prepared = folder.resolve("prepared-" + archive.getFileName());
        if (!Files.exists(prepared)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(preparing()), processName());
            binaries.keptIn(unfinished).temporary().prepare();
            keep(unfinished, prepared);
        }
        return prepared;
    }

    // Of several processes that prepare at once the first wins: a folder with something in it cannot be replaced.
    private static void keep(Path unfinished, Path prepared) throws IOException {
        try {
            Files.move(unfinished, prepared, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(prepared)) {
                throw e;
            }
            delete(unfinished);
        }
    }

    /** On the disk of what is prepared, so that it can be moved there. */
    private Path preparing() {
        return folder.resolve("running");
    }

    private static String processName() {
        return ProcessHandle.current().pid() + "-";
    }

    /** Deletes homes whose process and keeper were both killed; those of the last minute may still be in use. */
    private void clearAway() throws IOException {
        clearAway(running);
        clearAway(preparing());
    }

    private static void clearAway(Path folder) throws IOException {
        Instant minuteAgo = Instant.now().minusSeconds(60);
        try (Stream<Path> homes = Files.list(Files.createDirectories(folder))) {
            for (Path home : homes.filter(TestCache::isAbandoned).toList()) {
                if (Files.getLastModifiedTime(home).toInstant().isBefore(minuteAgo)) {
                    delete(home);
                }
            }
        }
    }

    private static boolean isAbandoned(Path home) {
        String name = String.valueOf(home.getFileName());
        long process = Long.parseLong(name.substring(0, name.indexOf('-')));
        return ProcessHandle.of(process).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> everything = Files.walk(from)) {
            for (Path source : everything.filter(path -> !path.equals(from)).toList()) {
                Files.copy(source, to.resolve(from.relativize(source)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    // Whoever deletes at the same time has the same aim.
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> everything = Files.walk(folder)) {
            for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // Gone.
        }
    }
}
