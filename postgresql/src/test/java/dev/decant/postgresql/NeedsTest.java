package dev.decant.postgresql;

import dev.decant.model.Schema;
import dev.decant.testkit.Flavor;
import dev.decant.testkit.PlanContract;
import dev.decant.testkit.RandomSchema;
import dev.decant.testkit.Seeds;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some of the changes between random schemas, made without the rest. */
class NeedsTest {
    private static final int CASES = 20;

    @Test
    void a_part_of_the_changes_with_what_it_needs_is_made_and_taken_back_without_the_rest() {
        Seeds.of(CASES).forEach(seed -> Seeds.check(seed, () -> prove(new Random(seed))));
    }

    private static void prove(Random random) {
        RandomSchema schemas = new RandomSchema(random, Flavor.POSTGRESQL);
        Schema before = schemas.next();
        try (LiveDatabase live = LiveDatabase.open("17")) {
            new PlanContract(LiveDatabase.DATABASE, random)
                    .proveParts(live.connection(), before, schemas.after(before));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
