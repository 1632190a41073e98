package dev.decant.postgresql;

import dev.decant.model.Schema;
import dev.decant.testkit.Flavor;
import dev.decant.testkit.RandomSchema;
import dev.decant.testkit.Seeds;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a database has comes back out of the Java that is pulled from it. */
final class PulledSchemasTest {
    @TempDir
    Path folder;

    static LongStream seeds() {
        return Seeds.of(6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_schemas_come_back(long seed) {
        Schema schema = new RandomSchema(new Random(seed), Flavor.POSTGRESQL).next();
        Seeds.check(seed, () -> {
            try (LiveDatabase database = LiveDatabase.open()) {
                database.migrate(Schema.EMPTY, LiveDatabase.DIALECT.canonical(schema));
                new PullProof(folder).check("17", database);
            } catch (SQLException failed) {
                throw new AssertionError(failed.getMessage(), failed);
            }
        });
    }
}
