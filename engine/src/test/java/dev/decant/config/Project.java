package dev.decant.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A folder with files, variables around it, and flags: all that a configuration is read from. */
final class Project {
    private final Path root;
    private final Map<String, String> variables = new HashMap<>();
    private Path workingDirectory;

    Project(Path root) {
        this.root = root;
        this.workingDirectory = root;
    }

    Project file(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    Project toml(String text) {
        return file("decant.toml", text);
    }

    Project dotEnv(String text) {
        return file(".env", text);
    }

    Project variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** The call is made in this folder of the project. */
    Project in(String folder) {
        try {
            workingDirectory = Files.createDirectories(root.resolve(folder));
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    Surroundings surroundings() {
        return new Surroundings(variables, workingDirectory);
    }

    Configuration read() {
        return read(Flags.none());
    }

    Configuration read(Flags flags) {
        return Configuration.read(flags, surroundings());
    }
}
