package dev.decant.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormerNamesTest {
    private static final ObjectName USERS = ObjectName.of("public", "users");
    private static final ObjectName PEOPLE = ObjectName.of("public", "people");
    private static final ObjectKey MOOD = new ObjectKey(EnumType.KIND, ObjectName.of("public", "mood"));

    private static List<String> names(Change... changes) {
        return FormerNames.before(List.of(changes)).all().stream()
                .map(name -> name.former() + " is " + last(name.current()))
                .toList();
    }

    private static String last(Reference reference) {
        return switch (reference) {
            case Reference.ToTable(ObjectName table) -> table.toString();
            case Reference.ToColumn(ObjectName table, String column) -> table + "." + column;
            case Reference.ToMember(ObjectKey object, String member) -> object.name() + "." + member;
            case Reference.ToObject(ObjectKey object) -> object.name().toString();
            default -> throw new IllegalStateException(reference.toString());
        };
    }

    private static Change column(ObjectName table, String before, String after) {
        return new RenamePart(table, PartKind.COLUMN, before, after);
    }

    @Test
    void a_thing_that_is_renamed_twice_is_told_with_its_first_name() {
        assertThat(names(column(USERS, "a", "b"), column(USERS, "b", "c"))).containsExactly("a is public.users.c");
        assertThat(names(column(USERS, "a", "b"), column(USERS, "b", "a"))).isEmpty();
    }

    @Test
    void what_lies_in_a_renamed_thing_goes_with_it() {
        ObjectName spirit = ObjectName.of("public", "spirit");

        assertThat(names(column(USERS, "a", "b"), new RenameTable(USERS, PEOPLE), column(PEOPLE, "c", "d")))
                .containsExactlyInAnyOrder(
                        "public.users is public.people", "a is public.people.b", "c is public.people.d");
        assertThat(names(new RenameMember(MOOD, "sad", "low"), new RenameObject(MOOD, spirit)))
                .containsExactlyInAnyOrder("public.mood is public.spirit", "sad is public.spirit.low");
    }

    @Test
    void a_name_that_became_free_is_that_of_something_else() {
        Column a = Column.of("a", DataType.of("integer"));

        assertThat(names(
                        column(USERS, "a", "b"),
                        new DropPart(USERS, a.withName("b")),
                        new AddPart(USERS, a.withName("b"))))
                .isEmpty();
        assertThat(names(
                        column(USERS, "a", "b"),
                        new DropTable(Table.of(USERS, List.of())),
                        new CreateTable(Table.of(USERS, List.of(a.withName("b"))))))
                .isEmpty();
    }

    @Test
    void names_that_were_exchanged_are_told_apart() {
        assertThat(names(column(USERS, "a", "t"), column(USERS, "b", "a"), column(USERS, "t", "b")))
                .containsExactlyInAnyOrder("b is public.users.a", "a is public.users.b");
    }
}
