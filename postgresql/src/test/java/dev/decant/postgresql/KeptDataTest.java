package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;
import static dev.decant.postgresql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.Changes;
import dev.decant.dialect.Hazard.Kind;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.sequence.Sequence;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows stay, or somebody is told. */
class KeptDataTest {
    @Test
    void a_computed_column_that_becomes_plain_and_of_another_type_keeps_its_values() throws SQLException {
        Schema before = schema(contents(column("id", "integer"), generated("double", "integer", "id * 2")));
        Schema after = schema(contents(column("id", "integer"), filled("double", "numeric(12,2)", "0")));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO contents VALUES (21)");
            trip.up();
            assertThat(trip.live().query("SELECT double FROM contents")).containsExactly("42.00");
            assertThat(trip.hazards(Kind.DATA_LOSS)).isEmpty();
            trip.down();
            assertThat(trip.live().query("SELECT double FROM contents")).containsExactly("42");
        }
    }

    @Test
    void a_column_computed_when_read_that_becomes_plain_keeps_its_values() throws SQLException {
        Column virtual = column("double", "integer").withFill(new Fill.Generated(new Expression("(id * 2)"), false));
        Constraint check = Constraint.Check.of("even", new Expression("double > 0"));
        Schema before = schema(contents(column("id", "integer"), virtual, check));
        Schema after = schema(contents(column("id", "integer"), filled("double", "integer", "0"), check));
        try (RoundTrip trip = new RoundTrip("18", before, after)) {
            trip.live().execute("INSERT INTO contents VALUES (21)");
            trip.up();
            assertThat(trip.live().query("SELECT double FROM contents")).containsExactly("42");
            assertThat(trip.hazards(Kind.DATA_LOSS)).isEmpty();
            trip.down();
        }
    }

    @Test
    void a_sequence_that_leaves_or_joins_a_serial_column_counts_on() throws SQLException {
        String serial = "CREATE TABLE t (id serial, n integer);";
        String standing = serial + "COMMENT ON SEQUENCE t_id_seq IS 'counts'; ALTER SEQUENCE t_id_seq OWNED BY NONE";
        DumpRoundTrip.between("15", serial, standing);
        try (LiveDatabase live = LiveDatabase.open("15");
                LiveDatabase wanted = LiveDatabase.open("15")) {
            live.execute(serial + "INSERT INTO t (n) VALUES (7), (8)");
            wanted.execute(standing);
            Schema before = live.inspect();
            live.migrate(before, wanted.inspect());
            live.execute("INSERT INTO t (n) VALUES (9)");
            live.migrate(live.inspect(), before);
            live.execute("INSERT INTO t (n) VALUES (10)");
            assertThat(live.query("SELECT id || ' ' || n FROM t ORDER BY id"))
                    .containsExactly("1 7", "2 8", "3 9", "4 10");
        }
    }

    @Test
    void programs_that_leave_out_a_value_are_thought_of_when_its_default_goes() throws SQLException {
        Schema before = schema(contents(filled("size", "integer", "0").withNullable(false), column("id", "integer")));
        Schema after = schema(contents(required("size", "integer"), column("id", "integer")));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO contents (id) VALUES (1)");
            trip.up();
            assertThat(trip.hazards(Kind.BREAKING))
                    .containsExactly("inserts that do not give public.contents.size fail");
            assertThatThrownBy(() -> trip.live().execute("INSERT INTO contents (id) VALUES (1)"))
                    .hasMessageContaining("not-null");
        }
    }

    @Test
    void a_sequence_that_stands_beyond_its_new_type_is_not_begun_again() throws SQLException {
        Schema before = schema(numbers("bigint"));
        Schema after = schema(numbers("smallint"));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("SELECT setval('numbers', 40000)");
            assertThat(trip.hazards(Kind.DATA_DEPENDENT))
                    .containsExactly("fails when the sequence public.numbers stands beyond the range of smallint");
            assertThatThrownBy(trip::up).hasMessageContaining("cannot be greater than MAXVALUE");
            trip.live().execute("SELECT setval('numbers', 400)");
            trip.up();
            assertThat(trip.live().query("SELECT nextval('numbers')")).containsExactly("401");
        }
    }

    @Test
    void a_serial_column_becomes_smaller_where_its_sequence_has_not_gone_too_far() throws SQLException {
        ObjectName table = ObjectName.of("public", "counted");
        Schema before = schema(table(table, serial(table, "id", "bigint")));
        Schema after = schema(table(table, serial(table, "id", "integer")));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO counted DEFAULT VALUES");
            assertThat(trip.hazards(Kind.DATA_DEPENDENT))
                    .containsExactly(
                            "fails when the sequence public.counted_id_seq stands beyond the range of integer",
                            "fails when a value of public.counted.id is out of the range of integer");
            trip.up();
            trip.down();
        }
    }

    private static Sequence numbers(String type) {
        ObjectName name = ObjectName.of("public", "numbers");
        return new Sequence(name, DataType.of(type), SequenceOptions.DEFAULT, Optional.empty(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb"})
    void pairs_of_texts_become_an_object_and_are_again_what_they_were(String type) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("14")) {
            live.execute("CREATE EXTENSION hstore; CREATE TABLE t (id integer, a hstore);"
                    + "INSERT INTO t VALUES (1, hstore(ARRAY['a', 'it\"s [{', E'x\\n\\\\n'],"
                    + " ARRAY['1', NULL, E'\\t]}\\\\\"=>'])), (2, ''), (3, NULL)");
            List<String> rows = live.query("SELECT a::text FROM t ORDER BY id");
            Schema before = live.inspect();
            live.execute("CREATE TABLE wanted (id integer, a " + type + "); DROP TABLE t;"
                    + "ALTER TABLE wanted RENAME TO t");
            Schema after = live.inspect();
            live.execute("DROP TABLE t; CREATE TABLE t (id integer, a hstore)");
            for (String row : rows) {
                live.execute("INSERT INTO t VALUES (0, " + (row == null ? "NULL" : "$x$" + row + "$x$") + ")");
            }
            Plan plan = live.migrate(before, after);
            assertThat(live.query("SELECT count(*)::text FROM t WHERE a->>'a' = '1'"))
                    .containsExactly("1");
            live.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            assertThat(live.query("SELECT a::text FROM t")).isEqualTo(rows);
        }
    }
}
