package dev.decant.postgresql;

import static dev.decant.postgresql.Given.CONTENTS;
import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.identity;
import static dev.decant.postgresql.Given.renamedColumn;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsGoldenTest {
    private static final Column ID = required("id", "integer");

    private static void becomes(String name, Column before, Column after) {
        Golden.check(name, schema(contents(ID, before)), schema(contents(ID, after)));
    }

    private static void added(String name, Column... columns) {
        Schema before = schema(contents(ID));
        Schema after = before;
        for (Column column : columns) {
            after = schema(after.table(CONTENTS).orElseThrow().with(column));
        }
        Golden.check(name, before, after);
    }

    @Test
    void columns_that_write_no_row_are_added() {
        added(
                "add-light-columns",
                column("note", "text").withComment("for people"),
                filled("size", "integer", "0").withNullable(false),
                filled("created_at", "timestamptz", "now()"),
                filled("tags", "text[]", "'{}'"),
                filled("local_time", "timestamp", "now() AT TIME ZONE 'UTC'::text"));
    }

    @Test
    void columns_that_write_every_row_are_added() {
        added(
                "add-heavy-columns",
                filled("token", "uuid", "gen_random_uuid()"),
                serial(CONTENTS, "number", "bigint"),
                identity(
                        "place",
                        "integer",
                        SequenceOptions.DEFAULT.withStart(10).withCache(5)),
                generated("double", "integer", "id * 2"));
    }

    @Test
    void a_column_without_a_value_for_old_rows_is_added() {
        added("add-required-column", required("owner", "text"));
    }

    @Test
    void a_column_is_renamed_and_all_that_names_it_follows() {
        Schema before = schema(contents(
                ID,
                column("size", "integer"),
                generated("twice", "integer", "size * 2"),
                Constraint.Check.of("contents_size_check", new Expression("size > 0")),
                Index.of("ix_contents_size", "btree", List.of("size"))));
        Schema after = schema(contents(
                ID,
                column("Bytes", "integer"),
                generated("twice", "integer", "\"Bytes\" * 2"),
                Constraint.Check.of("contents_size_check", new Expression("\"Bytes\" > 0")),
                Index.of("ix_contents_size", "btree", List.of("Bytes"))));
        Golden.check("rename-column", before, after, renamedColumn("Bytes", "size"));
    }

    @Test
    void a_column_can_no_longer_be_null_and_has_a_default() {
        becomes(
                "set-not-null",
                column("name", "text"),
                filled("name", "text", "'nobody'").withNullable(false));
    }

    @Test
    void a_comment_changes() {
        becomes(
                "comment-on-column",
                column("name", "text"),
                column("name", "text").withComment("it's a name"));
    }

    @Test
    void a_longer_text_writes_no_row() {
        becomes("widen-varchar", column("name", "varchar(20)"), column("name", "varchar(40)"));
    }

    @Test
    void a_type_changes_with_its_default() {
        becomes("integer-to-bigint", filled("size", "integer", "0"), filled("size", "bigint", "1"));
    }

    @Test
    void a_type_changes_where_only_a_written_cast_does() {
        becomes("text-to-integer", filled("size", "text", "'7'"), filled("size", "integer", "7"));
    }

    @Test
    void a_type_changes_where_there_is_no_cast() {
        becomes("bytea-to-varchar", column("url", "bytea"), column("url", "varchar"));
    }

    @Test
    void a_value_becomes_an_array() {
        becomes("varchar-to-array", column("url", "varchar"), column("url", "text[]"));
    }

    @Test
    void a_local_time_becomes_a_moment() {
        becomes("timestamp-to-timestamptz", column("at", "timestamp"), column("at", "timestamptz"));
    }

    @Test
    void a_plain_column_becomes_serial() {
        becomes("plain-to-serial", column("number", "integer"), serial(CONTENTS, "number", "integer"));
    }

    @Test
    void a_serial_column_becomes_an_identity() {
        becomes("serial-to-identity", serial(CONTENTS, "number", "integer"), identity("number", "integer"));
    }

    @Test
    void a_serial_column_grows_with_its_sequence() {
        becomes("serial-grows", serial(CONTENTS, "number", "integer"), serial(CONTENTS, "number", "bigint"));
    }

    @Test
    void a_plain_column_becomes_an_identity_that_counts_down() {
        becomes(
                "plain-to-descending-identity",
                filled("Number", "integer", "5"),
                identity("Number", "integer", SequenceOptions.DEFAULT.withIncrement(-2)));
    }

    @Test
    void an_identity_counts_in_another_way() {
        becomes(
                "alter-identity",
                identity("number", "bigint"),
                required("number", "bigint")
                        .withFill(new Fill.Identity(
                                true,
                                SequenceOptions.DEFAULT
                                        .withIncrement(10)
                                        .withMinimum(100)
                                        .withCycle(true))));
    }

    @Test
    void the_sequence_of_a_serial_column_is_renamed() {
        Column after = required("number", "integer")
                .withFill(new Fill.Serial(CONTENTS.withLocal("Numbers"), SequenceOptions.DEFAULT.withCache(3)));
        becomes("rename-serial-sequence", serial(CONTENTS, "number", "integer"), after);
    }

    @Test
    void a_generated_column_becomes_a_plain_one_and_back() {
        becomes("generated-to-plain", generated("twice", "integer", "id * 2"), column("twice", "integer"));
    }

    @Test
    void a_column_on_which_a_generated_one_rests_changes_its_type() {
        Schema before = schema(contents(
                column("size", "integer"),
                generated("twice", "bigint", "size * 2"),
                Index.of("ix_contents_twice", "btree", List.of("twice"))));
        Schema after = schema(contents(
                column("size", "bigint"),
                generated("twice", "bigint", "size * 2"),
                Index.of("ix_contents_twice", "btree", List.of("twice"))));
        Golden.check("type-under-generated-column", before, after);
    }
}
