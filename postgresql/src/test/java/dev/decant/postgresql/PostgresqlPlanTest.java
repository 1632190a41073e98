package dev.decant.postgresql;

import dev.decant.model.Schema;
import dev.decant.testkit.Flavor;
import dev.decant.testkit.PlanContract;
import dev.decant.testkit.RandomSchema;
import dev.decant.testkit.Seeds;
import dev.decant.testkit.postgresql.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans between random schemas, run on every major of PostgreSQL; each has a server of its own, so that they need not wait for each other. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlPlanTest {
    private static final int CASES = 60;

    static List<String> majors() {
        return TestServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void a_plan_makes_a_database_what_is_wanted_and_its_reverse_makes_it_what_it_was(String major) {
        Seeds.of(CASES).forEach(seed -> Seeds.check(seed, () -> prove(major, new Random(seed))));
    }

    private static void prove(String major, Random random) {
        RandomSchema schemas = new RandomSchema(random, Flavor.POSTGRESQL);
        Schema before = schemas.next();
        try (LiveDatabase live = LiveDatabase.open(major)) {
            new PlanContract(LiveDatabase.DATABASE, random).prove(live.connection(), before, schemas.after(before));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
