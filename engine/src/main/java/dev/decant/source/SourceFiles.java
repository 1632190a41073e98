package dev.decant.source;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java sources of a folder and of those in it.
 *
 * @param all the files, sorted by where they are
 */
record SourceFiles(List<SourceFile> all) {
    private static final Pattern PLACE = Pattern.compile("(?<file>[^:]+)(?<line>(:\\d+)*)");

    SourceFiles {
        all = List.copyOf(all);
    }

    /** Reads all {@code .java} files. */
    static SourceFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Failure.of(SourceFailures.NO_SCHEMA, "there is no such folder")
                    .at(folder.toString())
                    .next("create it, or set the key schema to the folder of the schema's classes")
                    .exception();
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<SourceFile> found = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .map(path -> read(folder, path))
                    .sorted(Comparator.comparing(SourceFile::relative))
                    .toList();
            refuseNothing(folder, found);
            return new SourceFiles(found);
        } catch (IOException | UncheckedIOException unreadable) {
            throw unreadable(folder, unreadable);
        }
    }

    private static void refuseNothing(Path folder, List<SourceFile> found) {
        if (found.isEmpty()) {
            throw Failure.of(SourceFailures.NO_SCHEMA, "there is no Java source in this folder or in those in it")
                    .at(folder.toString())
                    .next("write a final class that extends PgTable or SqliteTable, or correct the key schema")
                    .exception();
        }
    }

    private static SourceFile read(Path folder, Path path) {
        String relative = folder.relativize(path).toString().replace('\\', '/');
        try {
            return new SourceFile(path, relative, Files.readString(path));
        } catch (CharacterCodingException malformed) {
            throw Failure.of(SourceFailures.NOT_READABLE, "the file is not UTF-8")
                    .at(path.toString())
                    .next("save it as UTF-8")
                    .exception(malformed);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static DecantException unreadable(Path path, Exception cause) {
        return Failure.of(SourceFailures.NOT_READABLE, "it cannot be read: " + cause.getMessage())
                .at(path.toString())
                .next("see to its permissions")
                .exception(cause);
    }

    /** The same failures with the user's paths in place of the folders of packages: {@code src/db/Users.java:12}, not {@code com/acme/db/Users.java:12}. */
    DecantException locate(DecantException exception) {
        List<Failure> located = exception.failures().stream()
                .map(failure ->
                        failure.where().map(this::locate).map(failure::at).orElse(failure))
                .toList();
        DecantException other = new DecantException(located);
        other.setStackTrace(exception.getStackTrace());
        return other;
    }

    private String locate(String where) {
        Matcher place = PLACE.matcher(where);
        return place.matches()
                ? find(place.group("file"))
                        .map(file -> file.path() + place.group("line"))
                        .orElse(where)
                : where;
    }

    /** The file that a package and a file name mean: the one that lies so, else the only one of that name. */
    private Optional<SourceFile> find(String file) {
        return all.stream()
                .filter(source -> source.path().toAbsolutePath().endsWith(file))
                .findFirst()
                .or(() -> onlyOne(file.substring(file.lastIndexOf('/') + 1)));
    }

    private Optional<SourceFile> onlyOne(String fileName) {
        List<SourceFile> same = all.stream()
                .filter(source -> source.fileName().equals(fileName))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
}
