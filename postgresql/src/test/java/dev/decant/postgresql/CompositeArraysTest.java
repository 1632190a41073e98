package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composite types whose attributes become others while columns hold arrays of them. */
class CompositeArraysTest {
    private static final String TABLE = "CREATE TABLE stops (id integer, places place[] DEFAULT '{}');"
            + "CREATE VIEW known AS SELECT id, places FROM stops;";

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void every_value_of_an_array_gets_the_attributes_that_its_type_has_then(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase other = LiveDatabase.open(major)) {
            ObjectProof.run(live, "CREATE TYPE place AS (id integer, name text);" + TABLE);
            ObjectProof.run(other, "CREATE TYPE place AS (name text, id bigint, height integer);" + TABLE);
            live.execute(
                    "INSERT INTO stops VALUES (1, ARRAY[(1, 'a'), NULL, (2, 'b, c')]::place[]), (2, NULL), (3, '{}')");
            Schema before = live.inspect();
            Schema after = other.inspect();
            live.migrate(before, after);
            assertThat(live.query("SELECT places::text FROM known ORDER BY id"))
                    .containsExactly("{\"(a,1,)\",NULL,\"(\\\"b, c\\\",2,)\"}", null, "{}");
            assertThat(SchemaDifference.of(live.inspect(), after)).isEmpty();
            live.migrate(after, before);
            assertThat(live.query("SELECT places[3].name FROM stops WHERE id = 1"))
                    .containsExactly("b, c");
        }
    }

    @Test
    void what_rests_on_the_type_goes_along_attribute_by_attribute() throws SQLException {
        String rest = """
                CREATE TYPE trip AS (first place, others place[]);
                CREATE DOMAIN journey AS trip;
                CREATE TABLE trips (id integer, planned journey, made trip[])""";
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase other = LiveDatabase.open()) {
            ObjectProof.run(live, "CREATE TYPE place AS (id integer, name text, height numeric);" + rest);
            ObjectProof.run(other, "CREATE TYPE place AS (id integer, height numeric(9,1), code text);" + rest);
            live.execute("INSERT INTO trips SELECT 1, t, ARRAY[t, NULL] FROM"
                    + " (SELECT ROW(ROW(1, 'a', 2.25), ARRAY[ROW(2, 'b', 3)::place])::trip) AS one(t)");
            live.migrate(live.inspect(), other.inspect());
            assertThat(live.query("SELECT planned || ' ' || (made[1]).others[1].height FROM trips"))
                    .containsExactly("(\"(1,2.3,)\",\"{\"\"(2,3.0,)\"\"}\") 3.0");
            SchemaDifference.requireEqual(live.inspect(), other.inspect());
        }
    }
}
