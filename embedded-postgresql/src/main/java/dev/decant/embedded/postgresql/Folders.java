package dev.decant.embedded.postgresql;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done to files and folders, with errors that say where and what next. */
final class Folders {
    private Folders() {}

    /** Creates a folder, and those above it, when it does not exist. */
    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    /** Creates a folder that only its owner can enter; one that exists is left alone. */
    static void createPrivate(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (FileAlreadyExistsException e) {
            // Another process was faster.
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    /** The text of a file, or empty when there is no such file. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /** Writes a file that only its owner can read; readers see the old text or the new one, never a part. */
    static void writePrivate(Path file, String text) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw trouble(file, e);
        }
        rename(unfinished, file);
    }

    /** Gives a file or folder another name in one step. */
    static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw trouble(to, e);
        }
    }

    static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw trouble(file, e);
        }
    }

    /** Deletes a folder with everything in it; links are deleted, not followed. */
    static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Deletion());
            }
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    /** Deletes the folders inside a folder whose names start like this. */
    static void deleteMatching(Path folder, String start) {
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(path -> path.getFileName().toString().startsWith(start))
                    .filter(Files::isDirectory)
                    .forEach(Folders::delete);
        } catch (IOException | UncheckedIOException e) {
            throw trouble(folder, e);
        }
    }

    static DecantException trouble(Path where, Exception cause) {
        return Failure.of("DCT-608", cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .at(where.toString())
                .next("see that the folder belongs to you and that the disk is not full")
                .exception(cause);
    }

    /** Deletes what a walk comes by. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
