package dev.decant.postgresql;

import static dev.decant.postgresql.Given.CONTENTS;
import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.identity;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;
import static dev.decant.postgresql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A column that begins to count goes on behind the values that are there. */
class CountingTest {
    private static final SequenceOptions DOWN = SequenceOptions.DEFAULT.withIncrement(-1);

    private static void counts(Column before, Column after, String rows, String... next) throws SQLException {
        Schema then = schema(contents(column("note", "text"), before));
        Schema now = schema(contents(column("note", "text"), after));
        try (LiveDatabase live = LiveDatabase.open()) {
            live.migrate(Schema.EMPTY, then);
            if (!rows.isEmpty()) {
                live.execute("INSERT INTO contents (n) VALUES " + rows);
            }
            live.migrate(then, now);
            for (int i = 0; i < next.length; i++) {
                live.execute("INSERT INTO contents (note) VALUES ('new')");
            }
            assertThat(live.query("SELECT n FROM contents WHERE note = 'new' ORDER BY ctid"))
                    .containsExactly(next);
        }
    }

    @Test
    void a_plain_column_of_an_empty_table_starts_at_the_start() throws SQLException {
        counts(required("n", "integer"), serial(CONTENTS, "n", "integer"), "", "1", "2");
        counts(required("n", "integer"), identity("n", "integer", SequenceOptions.DEFAULT.withStart(5)), "", "5", "6");
        counts(required("n", "bigint"), identity("n", "bigint", DOWN), "", "-1", "-2");
    }

    @Test
    void a_plain_column_goes_on_behind_its_largest_value() throws SQLException {
        counts(required("n", "integer"), serial(CONTENTS, "n", "integer"), "(3), (9)", "10", "11");
        counts(required("n", "integer"), identity("n", "integer"), "(3), (9)", "10", "11");
        SequenceOptions tens = SequenceOptions.DEFAULT.withIncrement(10);
        counts(required("n", "integer"), identity("n", "integer", tens), "(3), (9)", "19", "29");
    }

    @Test
    void values_that_the_sequence_never_comes_to_do_not_matter() throws SQLException {
        counts(required("n", "integer"), identity("n", "integer"), "(-3), (-9)", "1", "2");
        counts(required("n", "integer"), identity("n", "integer", DOWN), "(3), (-9)", "-10", "-11");
        SequenceOptions small = SequenceOptions.DEFAULT.withMaximum(100);
        counts(required("n", "integer"), identity("n", "integer", small), "(7), (1000)", "8", "9");
    }

    @Test
    void serial_and_identity_turn_into_each_other() throws SQLException {
        counts(serial(CONTENTS, "n", "integer"), identity("n", "integer"), "(DEFAULT), (DEFAULT), (7)", "8");
        counts(identity("n", "integer"), serial(CONTENTS, "n", "integer"), "(DEFAULT), (DEFAULT), (7)", "8");
        counts(serial(CONTENTS, "n", "integer"), serial(CONTENTS, "n", "bigint"), "(DEFAULT), (DEFAULT)", "3");
        counts(serial(CONTENTS, "n", "integer"), identity("n", "bigint"), "(DEFAULT), (DEFAULT)", "3");
        counts(identity("n", "bigint"), identity("n", "smallint"), "(DEFAULT), (DEFAULT)", "3");
    }

    @Test
    void a_sequence_that_turns_round_goes_on_behind_the_smallest_value() throws SQLException {
        counts(identity("n", "integer"), identity("n", "integer", DOWN), "(-5), (DEFAULT)", "-6", "-7");
    }

    @Test
    void bounds_become_narrower_around_the_values() throws SQLException {
        SequenceOptions wide = SequenceOptions.DEFAULT.withMaximum(9_000_000_000L);
        SequenceOptions narrow = SequenceOptions.DEFAULT.withMinimum(5).withMaximum(50);
        counts(identity("n", "bigint", wide), identity("n", "integer", narrow), "(DEFAULT), (20)", "21");
    }

    @Test
    void names_of_mixed_case_are_found() throws SQLException {
        ObjectName name = ObjectName.of("public", "It's \"Mixed\"");
        Schema before = schema(table(name, column("note", "text"), required("The N", "integer")));
        for (Column after : new Column[] {serial(name, "The N", "integer"), identity("The N", "integer")}) {
            try (LiveDatabase live = LiveDatabase.open()) {
                live.migrate(Schema.EMPTY, before);
                live.execute("INSERT INTO \"It's \"\"Mixed\"\"\" VALUES ('', 4)");
                live.migrate(before, schema(table(name, column("note", "text"), after)));
                live.execute("INSERT INTO \"It's \"\"Mixed\"\"\" (note) VALUES ('new')");
                assertThat(live.query("SELECT \"The N\" FROM \"It's \"\"Mixed\"\"\" ORDER BY 1"))
                        .containsExactly("4", "5");
            }
        }
    }
}
