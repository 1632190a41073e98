package org.omi.odr.db;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code decant}: the command line of this build, started from an archive of its classes as the real launcher does. */
final class Launcher {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> OPTIONS = List.of(
            "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** Made once a test process; java passes over one that could not be made, and starts slower. */
    private static final Path ARCHIVE = train();

    private Launcher() {}

    /** Writes the command into a folder. */
    static void writeInto(Path bin) throws IOException {
        String command = Stream.concat(Stream.of(JAVA), OPTIONS.stream()).collect(Collectors.joining("' '", "'", "'"));
        Path script = Files.writeString(bin.resolve("decant"), """
                #!/bin/sh
                exec %s '-XX:SharedArchiveFile=%s' -cp '%s' dev.decant.cli.Main "$@"
                """.formatted(command, ARCHIVE, classPath()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + script);
        }
    }

    /** Without the folders of these tests, of which the command knows nothing; an archive holds what comes from jars only. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path train() {
        try {
            Path archive = Files.createTempDirectory(Path.of("target"), "archive")
                    .toAbsolutePath()
                    .resolve("decant.jsa");
            Stream<String> learning =
                    Stream.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath(), "dev.decant.cli.Training");
            List<String> command = Stream.of(Stream.of(JAVA), OPTIONS.stream(), learning)
                    .flatMap(part -> part)
                    .toList();
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
