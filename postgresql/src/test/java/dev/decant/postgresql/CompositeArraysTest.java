package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
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
}
