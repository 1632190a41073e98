package org.omi.odr.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of this project as somebody who works on it has it: the classes, the migrations, and {@code decant.toml}. */
final class Clone {
    private static final List<Path> PARTS =
            List.of(SchemaClasses.FOLDER, Path.of("migrations"), Path.of("decant.toml"));

    private final Shell shell;

    private Clone(Shell shell) {
        this.shell = shell;
    }

    static Clone in(Path scratch) throws IOException {
        Shell shell = Shell.in(scratch);
        for (Path part : PARTS) {
            copy(part, shell.folder().resolve(part));
        }
        return new Clone(shell);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each));
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }

    /** What is typed. */
    Shell.Outcome run(String script) throws IOException, InterruptedException {
        return shell.run(script);
    }

    Path folder() {
        return shell.folder();
    }

    Path migrations() {
        return folder().resolve("migrations");
    }

    /** The names of the migrations. */
    List<String> ids() throws IOException {
        try (Stream<Path> folders = Files.list(migrations())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A file of the first migration whose name ends in this. */
    Path migration(String ending, String file) throws IOException {
        return ids().stream()
                .filter(id -> id.endsWith(ending))
                .map(id -> migrations().resolve(id).resolve(file))
                .findFirst()
                .orElseThrow();
    }

    /** A class of the schema. */
    Path schemaClass(String name) {
        return folder().resolve(SchemaClasses.FOLDER).resolve(name + ".java");
    }

    /** Replaces a text that stands once or more in a file. */
    static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalStateException("not in " + file + ": " + from);
        }
        Files.writeString(file, text.replace(from, to));
    }
}
