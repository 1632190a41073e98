package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Extensions in a namespace of their own, which no search_path has. */
class ExtensionNamespaceTest {
    private static final ObjectName NOTES = ObjectName.of("public", "notes");
    private static final List<SchemaObject> ASIDE =
            List.of(Namespace.of("aside"), aside("citext"), aside("hstore"), aside("pg_trgm"));

    private static Extension aside(String name) {
        return new Extension(ObjectName.of(name), Optional.of("aside"), Optional.empty(), "");
    }

    private static TablePart index(String name, String column, String operators) {
        Index.OperatorClass given = new Index.OperatorClass(ObjectName.of(operators), Map.of());
        return Index.of(name, "gin", List.of(column))
                .withKeys(List.of(Index.Key.of(column).withOperatorClass(Optional.of(given))));
    }

    private static Table notes(TablePart... parts) {
        return table(NOTES, parts);
    }

    @Test
    void its_types_and_operator_classes_are_found_where_it_is() throws SQLException {
        Schema before = schema(ASIDE, notes(column("title", "text"), column("tags", "citext[]")));
        Schema after = schema(
                ASIDE,
                notes(
                        filled("title", "citext", "'none'"),
                        column("tags", "citext[]"),
                        column("more", "hstore"),
                        Index.of("ix_tags", "gin", List.of("more")),
                        index("ix_note", "note", "gin_trgm_ops"),
                        column("note", "text")));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO notes VALUES ('Title', '{a}')");
            trip.up();
            assertThat(trip.live().query("SELECT title FROM notes WHERE title OPERATOR(aside.=) 'TITLE'"))
                    .containsExactly("Title");
            trip.down();
        }
    }

    @Test
    void values_are_computed_by_what_it_has_where_it_is() throws SQLException {
        String aside =
                "CREATE SCHEMA \"It's\"; CREATE EXTENSION hstore SCHEMA \"It's\"; CREATE EXTENSION ltree SCHEMA \"It's\";";
        try (LiveDatabase live = LiveDatabase.open();
                LiveDatabase wanted = LiveDatabase.open()) {
            live.execute(aside + "CREATE TABLE t (id integer, a json, b jsonb, c \"It's\".ltree);"
                    + "INSERT INTO t VALUES (1, '{\"x\": 1}', '{\"y\": null}', 'a.b')");
            wanted.execute(
                    aside + "CREATE TABLE t (id integer, a \"It's\".hstore, b \"It's\".hstore, c \"It's\".ltree[])");
            Schema before = live.inspect();
            Schema after = wanted.inspect();
            List<String> rows = live.query("SELECT (a, b, c)::text FROM t");
            Plan plan = live.migrate(before, after);
            assertThat(live.query("SELECT a || ' ' || b::text || c::text FROM t"))
                    .containsExactly("\"x\"=>\"1\" \"y\"=>NULL{a.b}");
            assertThat(live.inspect()).isEqualTo(after);
            live.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            assertThat(live.query("SELECT (a, b, c)::text FROM t"))
                    .containsExactly(rows.getFirst().replace(": 1", ": \"\"1\"\""));
        }
    }

    @Test
    void a_type_that_nobody_knows_is_read_with_its_namespace() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open()) {
            live.execute("CREATE SCHEMA aside; CREATE EXTENSION earthdistance SCHEMA aside CASCADE;"
                    + " CREATE TABLE places (at aside.earth, box aside.cube)");
            Schema schema = live.inspect();
            assertThat(schema.table(ObjectName.of("public", "places"))
                            .orElseThrow()
                            .columns())
                    .extracting(column -> column.type().toString())
                    .containsExactly("aside.earth", "cube");
            live.execute("DROP TABLE places");
            live.migrate(Schema.of(List.of(), schema.objects().values()), schema);
            assertThat(live.inspect()).isEqualTo(schema);
        }
    }
}
