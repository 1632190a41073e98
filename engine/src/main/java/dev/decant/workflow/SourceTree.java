package dev.decant.workflow;

import dev.decant.emit.JavaChange;
import dev.decant.emit.JavaFile;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Java source of a schema, as it is on the disk.
 *
 * @param folder its folder
 * @param files the files in it and in those below
 */
record SourceTree(Path folder, List<JavaFile> files) {
    SourceTree {
        files = List.copyOf(files);
    }

    /** Reads a folder; one that is not there has no files. */
    static SourceTree read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new SourceTree(folder, List.of());
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return new SourceTree(
                    folder,
                    paths.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path))
                            .map(path -> read(folder, path))
                            .sorted(Comparator.comparing(JavaFile::path))
                            .toList());
        } catch (IOException | UncheckedIOException e) {
            throw failure(folder, e);
        }
    }

    private static JavaFile read(Path folder, Path path) {
        try {
            return new JavaFile(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** What is in the files, by their paths. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    /** What will be in the files once these changes were made. */
    Map<String, String> after(List<JavaChange> changes) {
        Map<String, String> texts = texts();
        for (JavaChange change : changes) {
            change.after().ifPresentOrElse(text -> texts.put(change.path(), text), () -> texts.remove(change.path()));
        }
        return texts;
    }

    /** Makes the changes on the disk. */
    void write(List<JavaChange> changes) {
        changes.forEach(this::write);
    }

    private void write(JavaChange change) {
        Path file = resolve(change.path());
        try {
            if (change.after().isPresent()) {
                Files.createDirectories(folder);
                Files.writeString(file, change.after().get());
            } else {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private Path resolve(String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException unspeakable) {
            throw Failure.of("DCT-332", "no file can be called " + path + " here")
                    .at(folder.toString())
                    .next("run it where names are UTF-8: LC_ALL=C.UTF-8")
                    .exception(unspeakable);
        }
    }

    private static DecantException failure(Path path, Exception e) {
        return Failure.of("DCT-332", "cannot be read or written (" + e.getMessage() + ")")
                .at(path.toString())
                .next("see that you may write there")
                .exception(e);
    }
}
