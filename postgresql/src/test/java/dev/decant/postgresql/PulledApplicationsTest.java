package dev.decant.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real applications have in their databases comes back out of the Java that is pulled from it. */
final class PulledApplicationsTest {
    /** Where schemas of real applications lie that are no part of the project, if somebody says so. */
    private static final Path REAL =
            Path.of(System.getenv().getOrDefault("DECANT_CORPUS", "no-corpus")).resolve("real/postgresql");

    @TempDir
    Path folder;

    @Test
    void schemas_of_real_applications_come_back() throws IOException, SQLException {
        Assumptions.assumeTrue(Files.isDirectory(REAL), () -> "there is no folder " + REAL);
        try (Stream<Path> files = Files.list(REAL)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                comesBack(file);
            }
        }
    }

    private void comesBack(Path file) throws SQLException {
        try (LiveDatabase database = LiveDatabase.open()) {
            database.execute(Files.readString(file));
            new PullProof(folder.resolve(file.getFileName())).check("17", database);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(file.getFileName() + ": " + failed.getMessage(), failed);
        }
    }
}
