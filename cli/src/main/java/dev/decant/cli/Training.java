package dev.decant.cli;

import dev.decant.config.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build to learn which classes the command line loads; they are then started from an archive.
 *
 * <p>It does what users do most, in folders of its own, and shows nothing. A command that fails here only leaves its classes out of the
 * archive. In the place of PostgreSQL stands one that hangs up: the driver is loaded all the same.
 */
final class Training {
    private static final List<List<String>> EVERYTHING = List.of(
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

    private static final List<List<String>> WITHOUT_SERVER = List.of(
            List.of("init", "--dialect", "postgresql"),
            List.of("generate"),
            List.of("check"),
            List.of("export"),
            List.of("migrate"),
            List.of("push"));

    private Training() {}

    /** Runs the commands worth being fast. */
    public static void main(String[] arguments) throws IOException {
        runAll(EVERYTHING, Map.of());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> hangUp(server));
            String url = "jdbc:postgresql://localhost:" + server.getLocalPort() + "/none?user=nobody";
            runAll(WITHOUT_SERVER, Map.of("DATABASE_URL", url));
        }
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                server.accept().close();
            }
        } catch (IOException e) {
            // The training is over.
        }
    }

    private static void runAll(List<List<String>> commands, Map<String, String> environment) throws IOException {
        Path folder = Files.createTempDirectory("decant-training");
        try {
            commands.forEach(command -> run(new Surroundings(environment, folder), command));
        } finally {
            delete(folder);
        }
    }

    private static void run(Surroundings surroundings, List<String> command) {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
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
