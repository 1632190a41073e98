package dev.decant.cli;

import dev.decant.config.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build to learn which classes the command line loads; they are then started from an archive.
 *
 * <p>It does what users do most, in a folder of its own, and shows nothing. A command that fails here only leaves its classes out of the
 * archive.
 */
final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("--no-such-option"),
            List.of("init", "--dialect", "sqlite"),
            List.of("generate"),
            List.of("generate"),
            List.of("migrate", "--dry-run"),
            List.of("migrate"),
            List.of("status"),
            List.of("check"),
            List.of("export"),
            List.of("rollback"));

    private Training() {}

    /** Runs the commands worth being fast. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("decant-training");
        try {
            COMMANDS.forEach(command -> run(folder, command));
        } finally {
            delete(folder);
        }
    }

    private static void run(Path folder, List<String> command) {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        Surroundings surroundings = new Surroundings(Map.of(), folder);
        BufferedReader nothing = new BufferedReader(Reader.nullReader());
        Terminal terminal = new Terminal(nothing, nowhere, nowhere, false, false, false, surroundings);
        Main.run(terminal, command.toArray(String[]::new));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> everything = Files.walk(folder)) {
            for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
