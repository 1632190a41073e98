package dev.decant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that some tests call: {@code build/system-packages} names them, and {@code ./verify} installs them. */
public final class SystemPrograms {
    private SystemPrograms() {}

    /**
     * A program that a test cannot do without. Where it is missing the test is skipped, or it fails under {@code DECANT_PROGRAMS=required}, as {@code ./verify}
     * says it, so that no test is left out without anybody knowing.
     */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        if ("required".equals(System.getenv("DECANT_PROGRAMS"))) {
            assertThat(found)
                    .as("%s: install what build/system-packages names", name)
                    .isPresent();
        }
        assumeTrue(found.isPresent(), "needs " + name);
        return found.orElseThrow();
    }

    /** Where servers are, only administrators have some on their path. */
    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
