package dev.decant.postgresql;

import static dev.decant.postgresql.Given.CONTENTS;
import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.renamedTable;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;
import static dev.decant.postgresql.Given.table;

import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.namespace.Namespace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TablesGoldenTest {
    private static final ObjectName USERS = ObjectName.of("public", "users");

    @Test
    void a_table_is_created_with_all_that_it_holds() {
        Table table = contents(
                        serial(CONTENTS, "id", "integer"),
                        required("hash", "varchar(64)").withComment("what it's known by"),
                        filled("size", "bigint", "0").withNullable(false),
                        filled("created_at", "timestamptz", "now()"),
                        column("url", "text[]"),
                        generated("kilobytes", "bigint", "size / 1024"),
                        new Constraint.PrimaryKey("contents_pkey", List.of("id"), ""),
                        Constraint.Unique.of("contents_hash_key", List.of("hash")),
                        Constraint.Check.of("contents_size_check", new Expression("size >= 0")),
                        Index.of("ix_contents_created_at", "btree", List.of("created_at")))
                .withOptions(new TreeMap<>(Map.of("fillfactor", "90", "toast.autovacuum_enabled", "false")))
                .withComment("one piece of content");
        Golden.check("create-table", Schema.EMPTY, schema(table));
    }

    @Test
    void names_are_quoted_where_they_must_be() {
        ObjectName name = ObjectName.of("public", "Mixed \"Case\"");
        Table table = table(
                name,
                serial(name, "Id", "bigint"),
                column("select", "text"),
                column("two words", "text"),
                new Constraint.PrimaryKey("Mixed_pkey", List.of("Id"), ""),
                Index.of("order", "btree", List.of("select")));
        Golden.check("quoted-names", Schema.EMPTY, schema(table));
    }

    @Test
    void a_serial_column_with_a_sequence_of_its_own_kind_is_spelled_out() {
        Table table = contents(serial(
                CONTENTS,
                "id",
                "integer",
                SequenceOptions.DEFAULT.withStart(100).withIncrement(5)));
        Golden.check("create-table-with-unusual-serial", Schema.EMPTY, schema(table));
    }

    @Test
    void a_table_is_renamed() {
        Schema before = schema(table(USERS, column("name", "text")));
        Schema after = schema(contents(column("name", "text")));
        Golden.check("rename-table", before, after, renamedTable(CONTENTS, "public.users"));
    }

    @Test
    void a_table_moves_to_another_namespace_under_another_name() {
        ObjectName moved = ObjectName.of("archive", "old_contents");
        Schema before = schema(Namespace.of("archive"), contents(column("name", "text")));
        Schema after = schema(Namespace.of("archive"), table(moved, column("name", "text")));
        Golden.check("move-table", before, after, renamedTable(moved, "public.contents"));
    }

    @Test
    void a_table_moves_although_both_names_between_are_taken() {
        ObjectName moved = ObjectName.of("archive", "old");
        Table other = table(ObjectName.of("archive", "contents"), column("a", "text"));
        Table another = table(ObjectName.of("public", "old"), column("b", "text"));
        Schema before = schema(Namespace.of("archive"), contents(column("name", "text")), other, another);
        Schema after = schema(Namespace.of("archive"), table(moved, column("name", "text")), other, another);
        Golden.check("move-table-by-a-detour", before, after, renamedTable(moved, "public.contents"));
    }

    @Test
    void a_table_with_a_serial_column_moves_with_its_sequence() {
        ObjectName moved = ObjectName.of("archive", "contents");
        Schema before = schema(Namespace.of("archive"), contents(serial(CONTENTS, "id", "integer")));
        Schema after = schema(Namespace.of("archive"), table(moved, serial(moved, "id", "integer")));
        Golden.check("move-table-with-serial", before, after, renamedTable(moved, "public.contents"));
    }

    @Test
    void storage_parameters_and_the_comment_change() {
        Table table = contents(column("name", "text"));
        Schema before =
                schema(table.withOptions(new TreeMap<>(Map.of("fillfactor", "90", "autovacuum_enabled", "false"))));
        Schema after = schema(table.withOptions(Map.of("fillfactor", "70")).withComment("not full"));
        Golden.check("alter-table-options", before, after);
    }

    @Test
    void a_table_becomes_unlogged() {
        Table table = contents(column("name", "text"));
        Golden.check("unlogged-table", schema(table), schema(table.withOptions(Map.of("unlogged", "true"))));
    }

    @Test
    void tables_that_point_at_each_other_are_created_and_dropped() {
        Table contents = contents(
                required("id", "integer"),
                column("author", "integer"),
                new Constraint.PrimaryKey("contents_pkey", List.of("id"), ""),
                Constraint.ForeignKey.of("contents_author_fkey", List.of("author"), USERS, List.of("id")));
        Table users = table(
                USERS,
                required("id", "integer"),
                column("best", "integer"),
                new Constraint.PrimaryKey("users_pkey", List.of("id"), ""),
                Constraint.ForeignKey.of("users_best_fkey", List.of("best"), CONTENTS, List.of("id")));
        Golden.check("tables-in-a-circle", Schema.EMPTY, schema(contents, users));
    }
}
