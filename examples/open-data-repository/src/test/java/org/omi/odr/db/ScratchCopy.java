package org.omi.odr.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copies of the schema's sources, edited as a user would. */
final class ScratchCopy {
    private ScratchCopy() {}

    /** A new folder below {@code scratch} with all sources, some of them edited. */
    static Path of(Path scratch, Map<String, UnaryOperator<String>> edits) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "schema");
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            String text = edits.getOrDefault(name, UnaryOperator.identity()).apply(Files.readString(source));
            Files.writeString(folder.resolve(name), text);
        }
        return folder;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SchemaClasses.FOLDER)) {
            return files.sorted().toList();
        }
    }
}
