package dev.decant.postgresql;

import static dev.decant.postgresql.LiveDatabase.DIALECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.Flavor;
import dev.decant.testkit.RandomSchema;
import dev.decant.testkit.SchemaDifference;
import dev.decant.testkit.Seeds;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is created is what is read, for schemas that nobody thought of. */
class RandomSchemasTest {
    static LongStream seeds() {
        return Seeds.of(Integer.getInteger("random.cases", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reading_gives_what_was_created(long seed) {
        Seeds.check(seed, () -> createAndRead(seed));
    }

    private static void createAndRead(long seed) {
        Schema schema = DIALECT.canonical(new RandomSchema(new Random(seed), Flavor.POSTGRESQL).next());
        try (LiveDatabase live = LiveDatabase.open()) {
            live.migrate(Schema.EMPTY, schema);
            assertSame(live.inspect(), schema);
            live.migrate(schema, Schema.EMPTY);
            assertThat(live.inspect()).isEqualTo(Schema.EMPTY);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception.getMessage(), exception);
        }
    }

    private static void assertSame(Schema actual, Schema expected) {
        assertThat(SchemaDifference.of(actual, expected)).isEmpty();
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_change_there_and_back_arrives(long seed) {
        Seeds.check(seed, () -> changeAndRead(seed));
    }

    private static void changeAndRead(long seed) {
        RandomSchema random = new RandomSchema(new Random(seed), Flavor.POSTGRESQL);
        Schema before = DIALECT.canonical(random.next());
        Schema after = DIALECT.canonical(random.after(before));
        try (LiveDatabase live = LiveDatabase.open()) {
            live.migrate(Schema.EMPTY, before);
            live.migrate(before, after);
            assertSame(live.inspect(), after);
            live.migrate(after, before);
            assertSame(live.inspect(), before);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception.getMessage(), exception);
        }
    }
}
