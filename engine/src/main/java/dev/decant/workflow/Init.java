package dev.decant.workflow;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verb {@code init}: writes what a project begins with, and changes nothing that is there but {@code .gitignore}. */
public final class Init {
    private static final List<String> DIALECTS = List.of("postgresql", "sqlite");
    private static final List<String> IGNORED = List.of(".decant/", ".env");
    private static final Path SOURCES = Path.of("src", "main", "java");

    private final Path root;

    /** A project in this folder. */
    public Init(Path root) {
        this.root = root;
    }

    /**
     * A file that was written.
     *
     * @param added whether it was there before and got more lines
     */
    public record Written(Path path, boolean added) {}

    /** The folder for schema classes that suits what is there: {@code db/schema} beside the first package that branches or has classes. */
    public String proposal() {
        Path folder = SOURCES;
        for (List<Path> inside = list(folder);
                inside.size() == 1 && Files.isDirectory(inside.getFirst());
                inside = list(folder)) {
            folder = root.relativize(inside.getFirst());
        }
        return folder.resolve(Path.of("db", "schema")).toString().replace('\\', '/');
    }

    /**
     * Writes the files.
     *
     * @param dialect the dialect of the project
     * @param schema the folder for the schema's classes
     * @return what was written
     * @throws DecantException DCT-104 for a dialect that is not known, DCT-116 when there is a configuration already
     */
    public List<Written> run(String dialect, String schema) {
        if (!DIALECTS.contains(dialect)) {
            throw Failure.of("DCT-104", "the dialect is not known")
                    .at("--dialect")
                    .next(Suggestions.advice(dialect, DIALECTS))
                    .exception();
        }
        Path configuration = root.resolve("decant.toml");
        if (Files.exists(configuration)) {
            throw Failure.of("DCT-116", "there is one already")
                    .at(configuration.toString())
                    .next("edit it, or remove it first")
                    .exception();
        }
        List<Written> written = new ArrayList<>();
        write(configuration, FirstFiles.configuration(dialect, schema), written);
        Path folder = root.resolve(schema);
        if (list(folder).isEmpty()) {
            write(folder.resolve("Users.java"), FirstFiles.table(dialect, Packages.of(schema)), written);
        }
        ignore(written);
        return List.copyOf(written);
    }

    private void ignore(List<Written> written) {
        Path file = root.resolve(".gitignore");
        try {
            boolean there = Files.exists(file);
            String before = there ? Files.readString(file) : "";
            Set<String> lines = before.lines().map(String::strip).collect(Collectors.toSet());
            String more = IGNORED.stream()
                    .filter(line -> !lines.contains(line))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            if (!more.isEmpty()) {
                String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                Files.writeString(file, before + gap + more);
                written.add(new Written(file, there));
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void write(Path file, String text, List<Written> written) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
            written.add(new Written(file, false));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private List<Path> list(Path folder) {
        Path absolute = root.resolve(folder);
        if (!Files.isDirectory(absolute)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(absolute)) {
            return entries.toList();
        } catch (IOException e) {
            throw unwritable(absolute, e);
        }
    }

    private static DecantException unwritable(Path file, IOException e) {
        return Failure.of("DCT-117", "cannot be read or written (" + e.getMessage() + ")")
                .at(file.toString())
                .next("see that you may write there")
                .exception(e);
    }
}
