package dev.decant.studio.flows;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of the example project whose environments have databases of its own.
 *
 * @param folder where it is
 * @param databases by the name of the environment
 */
record Project(Path folder, Map<String, TestDatabase> databases) implements AutoCloseable {
    private static final Path EXAMPLE = Path.of("..", "examples", "open-data-repository");

    /**
     * Copies the example.
     *
     * @param server where the database of the shop is, if not where all are
     */
    static Project in(Path folder, Optional<TestServer> server) throws IOException {
        copy(EXAMPLE.resolve("src/main/java"), folder.resolve("src/main/java"));
        copy(EXAMPLE.resolve("migrations"), folder.resolve("migrations"));
        Map<String, TestDatabase> databases = Map.of(
                "default", Templates.copyOfRepository(),
                "shop", server.map(Templates::shopOn).orElseGet(Templates::copyOfShop),
                "production", Templates.copyOfRepository());
        Files.writeString(folder.resolve("decant.toml"), configuration(databases));
        return new Project(folder, databases);
    }

    private static String configuration(Map<String, TestDatabase> databases) {
        return """
                dialect = "postgresql"
                schema  = "src/main/java/org/omi/odr/db/schema"
                out     = "migrations"

                [database]
                url = "%s"

                [environment.shop]
                url = "%s"

                [environment.production]
                url       = "%s"
                protected = true
                """.formatted(url(databases, "default"), url(databases, "shop"), url(databases, "production"));
    }

    private static String url(Map<String, TestDatabase> databases, String environment) {
        return Objects.requireNonNull(databases.get(environment)).url();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }

    @Override
    public void close() {
        databases.values().forEach(TestDatabase::close);
    }
}
