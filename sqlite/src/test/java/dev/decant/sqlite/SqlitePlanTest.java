package dev.decant.sqlite;

import dev.decant.model.Schema;
import dev.decant.testkit.Flavor;
import dev.decant.testkit.PlanContract;
import dev.decant.testkit.RandomSchema;
import dev.decant.testkit.Seeds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plans between random schemas, run on SQLite. */
class SqlitePlanTest {
    private static final int CASES = 1_000;

    private final SqliteDatabase database = new SqliteDatabase();

    @Test
    void a_plan_makes_a_database_what_is_wanted_and_its_reverse_makes_it_what_it_was() {
        Seeds.of(CASES).forEach(seed -> Seeds.check(seed, () -> prove(new Random(seed))));
    }

    private void prove(Random random) {
        RandomSchema schemas = new RandomSchema(random, Flavor.SQLITE);
        Schema before = schemas.next();
        try (Connection connection = database.open("jdbc:sqlite::memory:", new Properties())) {
            new PlanContract(database, random).prove(connection, before, schemas.after(before));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
