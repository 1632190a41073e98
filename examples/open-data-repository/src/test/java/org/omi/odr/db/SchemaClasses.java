package org.omi.odr.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the schema, found by their sources. */
final class SchemaClasses {
    /** The folder that {@code decant.toml} names. */
    static final Path FOLDER = Path.of("src/main/java/org/omi/odr/db/schema");

    private static final String PACKAGE = "org.omi.odr.db.schema.";

    private SchemaClasses() {}

    static List<Class<?>> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".java".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
