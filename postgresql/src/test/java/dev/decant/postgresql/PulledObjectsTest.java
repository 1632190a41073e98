package dev.decant.postgresql;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routines, triggers, aggregates and what is kept as SQL, on their way into Java and back. */
final class PulledObjectsTest {
    @TempDir
    Path folder;

    private static String script(String kind) {
        return switch (kind) {
            case "routines" -> PostgresqlRoutinesTest.ALL;
            case "triggers" -> PostgresqlTriggersTest.ALL;
            case "aggregates" -> PostgresqlAggregatesTest.ALL;
            // What is a secret cannot come back.
            default -> PostgresqlRawObjectsTest.ALL.replace(", password 'hidden'", "");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"routines", "triggers", "aggregates", "raw objects"})
    void what_is_pulled_compiles_and_makes_the_same(String kind) throws SQLException {
        try (LiveDatabase database = LiveDatabase.open("14")) {
            ObjectProof.run(database, script(kind));
            new PullProof(folder).check("14", database);
        }
    }
}
