package dev.decant.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeforeRenamesTest {
    private static final ObjectName USERS = ObjectName.of("users");
    private static final ObjectName PEOPLE = ObjectName.of("people");
    private static final Column A = Column.of("a", DataType.of("integer"));
    private static final Column B = Column.of("b", DataType.of("integer"));
    private static final Schema BEFORE = Schema.of(List.of(Table.of(USERS, List.of(A, B))), List.of());

    private static Change lastOf(Change... changes) {
        BeforeRenames names = new BeforeRenames(BEFORE, Syntax.POSTGRESQL);
        return List.of(changes).stream().map(names::of).toList().getLast();
    }

    private static Change rename(String before, String after) {
        return new RenamePart(USERS, PartKind.COLUMN, before, after);
    }

    @Test
    void a_change_to_a_renamed_column_is_told_with_the_name_that_the_rows_have() {
        assertThat(lastOf(
                        rename("a", "age"),
                        new AlterPart(
                                USERS, A.withName("age"), A.withName("age").withNullable(false))))
                .isEqualTo(new AlterPart(USERS, A, A.withNullable(false)));
    }

    @Test
    void columns_that_swap_their_names_are_told_apart() {
        Constraint.Check check = Constraint.Check.of("in_order", new Expression("a < b"));

        assertThat(lastOf(rename("a", "t"), rename("b", "a"), rename("t", "b"), new AddPart(USERS, check)))
                .isEqualTo(new AddPart(USERS, Constraint.Check.of("in_order", new Expression("b < a"))));
    }

    @Test
    void the_table_and_the_columns_in_it_are_told_as_they_were() {
        assertThat(lastOf(rename("a", "age"), new RenameTable(USERS, PEOPLE), new DropPart(PEOPLE, A.withName("age"))))
                .isEqualTo(new DropPart(USERS, A));
    }
}
