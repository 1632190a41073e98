package dev.decant.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells, from sizes and times alone, whether a class path is still what it was. */
final class ClassPathStamp {
    private ClassPathStamp() {}

    /** A line for every file of the class path. */
    static List<String> of(List<Path> classPath) {
        List<String> lines = new ArrayList<>();
        for (Path entry : classPath) {
            lines.add("entry " + entry.toAbsolutePath());
            try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.empty()) {
                files.filter(Files::isRegularFile)
                        .map(ClassPathStamp::line)
                        .sorted()
                        .forEach(lines::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return lines;
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toMillis();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
