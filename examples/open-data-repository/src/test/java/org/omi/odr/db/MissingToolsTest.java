package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two commands say on a machine that lacks what they need and that cannot install it. */
class MissingToolsTest {
    private static final List<String> EVERYWHERE = List.of("sh", "cat", "cut", "dirname", "id", "sed", "tr");
    private static final String COMMAND =
            Page.ROOT.resolve("build/install-missing").toAbsolutePath().normalize() + " ";

    @TempDir
    private Path scratch;

    private Path bare = Path.of("");

    @BeforeEach
    void giveWhatEveryMachineHas() throws IOException {
        bare = Files.createDirectories(scratch.resolve("bare"));
        for (String program : EVERYWHERE) {
            give(program, found(program));
        }
    }

    private void give(String name, Path program) throws IOException {
        Path command = Files.writeString(bare.resolve(name), "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    private static Path found(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Shell.Outcome onTheBareMachine(String script) throws IOException, InterruptedException {
        return Shell.in(scratch).run("PATH='" + bare + "'; unset MAVEN_COMMAND; " + script);
    }

    @Test
    void without_maven_it_is_named_with_how_to_install_it() throws IOException, InterruptedException {
        Shell.Outcome outcome = onTheBareMachine(COMMAND + "build");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .containsSubsequence(
                        "could not be installed",
                        "  maven (to build Decant)\n",
                        "  Debian, Ubuntu   apt-get install maven\n",
                        "  macOS            brew install maven\n");
    }

    @Test
    void without_debians_packages_no_compiler_is_asked_for() throws IOException, InterruptedException {
        assertThat(onTheBareMachine(COMMAND + "pgvector").toString()).isEqualTo("exit code 0\n");
    }

    @Test
    void with_everything_there_nothing_is_said() throws IOException, InterruptedException {
        for (String program : List.of("mvn", "gcc")) {
            give(program, found("sh"));
        }
        assertThat(onTheBareMachine(COMMAND + "build pgvector").toString()).isEqualTo("exit code 0\n");
    }
}
