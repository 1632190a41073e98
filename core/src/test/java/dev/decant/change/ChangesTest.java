package dev.decant.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.sql.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
    private static final ObjectName USERS = ObjectName.of("users");

    private static Syntax syntax(String dialect) {
        return switch (dialect) {
            case "postgresql" -> Syntax.POSTGRESQL;
            case "mysql" -> Syntax.MYSQL;
            default -> Syntax.SQLITE;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "postgresql | age > 0 AND note <> '\\' AND age < 9 | \"yearsOld\" > 0 AND note <> '\\' AND \"yearsOld\" < 9",
                "postgresql | \"age\" > 0                          | \"yearsOld\" > 0",
                "sqlite     | [age] > 0                          | yearsOld > 0",
                "mysql      | `age` > 0 AND note <> '\\' age'     | yearsOld > 0 AND note <> '\\' age'",
                "mysql      | note <> \"age\"                      | note <> \"age\"",
            })
    void a_renamed_column_is_followed_into_expressions_as_the_dialect_writes_them(
            String dialect, String before, String after) {
        Schema users = schema(Constraint.Check.of("grown", new Expression(before)));
        Change rename = new RenamePart(USERS, PartKind.COLUMN, "age", "yearsOld");
        Table renamed = Changes.apply(List.of(rename), users, syntax(dialect))
                .table(USERS)
                .orElseThrow();
        assertThat(renamed.constraints()).containsExactly(Constraint.Check.of("grown", new Expression(after)));
    }

    private static Schema schema(TablePart part) {
        Table table = Table.of(USERS, List.of(Column.of("age", DataType.of("integer"))));
        return Schema.of(List.of(table.with(part)), List.of());
    }

    @Test
    void a_part_does_not_become_one_of_another_sort_or_name() {
        Column age = Column.of("age", DataType.of("integer"));
        TablePart unique = Constraint.Unique.of("key", List.of("age"));
        TablePart check = Constraint.Check.of("key", new Expression("age > 0"));
        refuses(age, age.withName("size"));
        refuses(age, Index.of("age", "", List.of("age")));
        refuses(unique, check);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ConvertColumn(USERS, age, age.withName("size"), new Expression("1"), new Expression("2")));
    }

    private static void refuses(TablePart before, TablePart after) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlterPart(USERS, before, after))
                .withMessageContaining("in place");
    }

    @Test
    void an_object_becomes_one_of_another_kind_but_not_of_another_name() {
        EnumType mood = new EnumType(ObjectName.of("mood"), List.of("sad"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlterObject(mood, mood.withName(ObjectName.of("state"))));
        AlterObject other = new AlterObject(mood, Namespace.of("mood"));
        assertThat(Changes.apply(List.of(other), Schema.of(List.of(), List.of(mood)), Syntax.POSTGRESQL)
                        .objects()
                        .values())
                .containsExactly(Namespace.of("mood"));
    }
}
