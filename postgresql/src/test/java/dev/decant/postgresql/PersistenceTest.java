package dev.decant.postgresql;

import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that point at each other and become logged or unlogged. */
class PersistenceTest {
    private static Table node(String name, Map<String, String> options, String... targets) {
        ObjectName node = ObjectName.of("public", name);
        Table table = table(node, required("id", "integer"))
                .with(new Constraint.PrimaryKey(name + "_pkey", List.of("id"), ""))
                .withOptions(options);
        for (String target : targets) {
            table = table.with(Constraint.ForeignKey.of(
                    name + "_" + target, List.of("id"), node.withLocal(target), List.of("id")));
        }
        return table;
    }

    private static Schema chain(Map<String, String> options) {
        return schema(node("a", options, "b"), node("b", options, "c", "b"), node("c", options));
    }

    private static Schema circle(Map<String, String> options) {
        return schema(
                node("a", options, "b"), node("b", options, "c"), node("c", options, "a"), node("d", options, "a"));
    }

    @Test
    void a_table_becomes_unlogged_before_what_it_points_at_and_logged_after_it() throws SQLException {
        try (RoundTrip trip = RoundTrip.between(chain(Map.of()), chain(Map.of("unlogged", "true")))) {
            trip.live().execute("INSERT INTO c VALUES (1); INSERT INTO b VALUES (1); INSERT INTO a VALUES (1)");
            trip.up();
            trip.down();
            assertThat(trip.live().query("SELECT id FROM a")).containsExactly("1");
        }
    }

    @Test
    void tables_in_a_circle_let_go_of_each_other_meanwhile() throws SQLException {
        RoundTrip.prove(circle(Map.of()), circle(Map.of("unlogged", "true")));
    }

    @Test
    void a_key_comes_once_what_it_points_at_is_logged_and_goes_before_it_is_not() throws SQLException {
        String owner = "CREATE %s TABLE owner (id integer PRIMARY KEY);";
        ObjectProof.becomes(
                owner.formatted("") + "CREATE TABLE pet (id integer REFERENCES owner)",
                owner.formatted("UNLOGGED") + "CREATE POLICY mine ON owner USING (true);"
                        + "CREATE TABLE pet (id integer)");
    }
}
