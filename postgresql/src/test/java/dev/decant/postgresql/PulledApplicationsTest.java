package dev.decant.postgresql;

import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.Script;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications have in their databases comes back out of the Java that is pulled from it. */
final class PulledApplicationsTest {
    /** A server whose version the dump programs of most machines know. */
    private static final String MAJOR = "15";

    private static final DirectiveKeys NO_KEYS = new DirectiveKeys(Set.of("step"), Set.of("transaction"));

    /** Where schemas of real applications lie that are no part of the project, if somebody says so. */
    private static final Path REAL =
            Path.of(System.getenv().getOrDefault("DECANT_CORPUS", "no-corpus")).resolve("real/postgresql");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "newsroom", "archive"})
    void schemas_with_everything_that_applications_have_come_back(String name) throws IOException, SQLException {
        String file = "/applications/" + name + ".sql";
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
            comesBack(name, new String(script.readAllBytes(), StandardCharsets.UTF_8), MAJOR);
        }
    }

    @Test
    void schemas_of_real_applications_come_back() throws IOException, SQLException {
        Assumptions.assumeTrue(Files.isDirectory(REAL), () -> "there is no folder " + REAL);
        try (Stream<Path> files = Files.list(REAL)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                comesBack(String.valueOf(file.getFileName()), Files.readString(file), "17");
            }
        }
    }

    private void comesBack(String name, String script, String major) throws SQLException {
        try (LiveDatabase database = LiveDatabase.open(major)) {
            // The driver takes what follows BEGIN ATOMIC for statements of their own.
            for (ScriptStatement statement :
                    Script.parse(script, Syntax.POSTGRESQL, NO_KEYS).statements()) {
                database.execute(statement.text());
            }
            new PullProof(folder.resolve(name)).check(major, database);
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(name + ": " + failed.getMessage(), failed);
        }
    }
}
