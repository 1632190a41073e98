package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.renamedTable;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;
import static dev.decant.postgresql.Given.table;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.namespace.Namespace;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that move to another namespace take along what shares its names: sequences, indexes, keys. */
class MovedTablesTest {
    private static final Namespace AUDIT = Namespace.of("audit");
    private static final ObjectName USERS = ObjectName.of("public", "users");
    private static final ObjectName ORDERS = ObjectName.of("public", "orders");
    private static final ObjectName MOVED = ObjectName.of("audit", "orders");

    private static Column numbered(String namespace) {
        ObjectName sequence = ObjectName.of(namespace, "users_id_seq");
        return required("id", "integer").withFill(new Fill.Serial(sequence, SequenceOptions.DEFAULT));
    }

    private static Index byId() {
        return Index.of("ix_id", "btree", List.of("id"));
    }

    @Test
    void a_new_table_gets_the_sequence_name_that_a_moved_one_took_along() throws SQLException {
        Schema before = schema(AUDIT, table(ORDERS, numbered("public")));
        Schema after = schema(AUDIT, table(MOVED, numbered("audit")), table(USERS, serial(USERS, "id", "integer")));
        RoundTrip.prove(before, after, renamedTable(MOVED, "public.orders"));
    }

    @Test
    void a_table_moves_once_the_name_of_its_index_is_free_there() throws SQLException {
        ObjectName other = ObjectName.of("audit", "other");
        Table bare = table(other, required("id", "integer"));
        Schema before = schema(AUDIT, table(ORDERS, required("id", "integer"), byId()), bare.with(byId()));
        Schema after = schema(AUDIT, table(MOVED, required("id", "integer"), byId()), bare);
        RoundTrip.prove(before, after, renamedTable(MOVED, "public.orders"));
    }

    @Test
    void a_table_does_not_move_while_it_takes_along_what_is_named_like_something_there() {
        ObjectName other = ObjectName.of("audit", "other");
        Table there = table(other, column("id", "integer"), byId());
        Schema before = schema(AUDIT, table(ORDERS, column("id", "integer"), byId()), there);
        Schema after = schema(AUDIT, table(MOVED, column("id", "integer")), there);
        assertThatThrownBy(() -> LiveDatabase.plan(before, after, renamedTable(MOVED, "public.orders")))
                .hasMessageContainingAll("DCT-412", "drop index audit.orders.ix_id", "in two migrations");
    }
}
