package dev.decant.postgresql;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code pg_dump} tells of the schema of a database, if a {@code pg_dump} is installed that is not older than the server. */
final class PgDump {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** Where Debian and its kin keep the programs of each version. */
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private record Program(Path path, int version) {}

    private static final List<Program> PROGRAMS = programs();

    private PgDump() {}

    /** The statements that make the schema, a line each line, without comments and settings; nothing when no program can tell. */
    static Optional<List<String>> of(LiveDatabase database) throws SQLException {
        int server = database.connection().getMetaData().getDatabaseMajorVersion();
        return PROGRAMS.stream()
                .filter(program -> program.version() >= server)
                .min(Comparator.comparingInt(Program::version))
                .map(program -> run(List.of(
                                program.path().toString(), "--schema-only", "--no-owner", "--dbname", database.url()))
                        .lines()
                        .filter(PgDump::tells)
                        .toList());
    }

    private static boolean tells(String line) {
        return !line.isBlank()
                && !line.startsWith("--")
                && !line.startsWith("\\")
                && !line.startsWith("SET ")
                && !line.startsWith("SELECT pg_catalog.set_config");
    }

    private static List<Program> programs() {
        Stream<Path> folders = Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of),
                packaged().map(folder -> folder.resolve("bin")));
        return folders.map(folder -> folder.resolve("pg_dump"))
                .filter(Files::isExecutable)
                .distinct()
                .map(path -> new Program(path, version(path)))
                .toList();
    }

    private static Stream<Path> packaged() {
        if (!Files.isDirectory(PACKAGES)) {
            return Stream.of();
        }
        try (Stream<Path> folders = Files.list(PACKAGES)) {
            return folders.toList().stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static int version(Path program) {
        Matcher matcher = VERSION.matcher(run(List.of(program.toString(), "--version")));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + ": " + output);
            }
            return output;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
