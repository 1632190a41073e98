package dev.decant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.Change;
import dev.decant.diff.Differ;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.diff.ReferenceNotation;
import dev.decant.diff.UndecidedException;
import dev.decant.failure.DecantException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.FormerName;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the differ says, asks and refuses. */
class DifferTest {
    private static final List<ObjectKind<?>> KINDS = List.of(EnumType.KIND);
    private static final ObjectName USERS = ObjectName.of("public", "users");
    private static final ObjectName LETTERS = ObjectName.of("public", "letters");
    private static final ObjectName PEOPLE = ObjectName.of("public", "people");

    @Test
    void a_column_that_went_while_one_of_its_type_came_is_asked_about_with_the_flags_that_answer() {
        assertThatThrownBy(() -> diff(users("id", "mail"), users("id", "email"), List.of()))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("column public.users.email is new and mail is gone")
                .hasMessageContaining("--rename 'column:public.users.mail=email'")
                .hasMessageContaining("--create 'column:public.users.email'");
    }

    @Test
    void all_open_questions_are_told_at_once() {
        Schema before = Schema.of(List.of(table(USERS, "id", "mail"), table(PEOPLE, "id", "phone")), List.of());
        Schema after = Schema.of(List.of(table(USERS, "id", "email"), table(PEOPLE, "id", "mobile")), List.of());
        assertThatThrownBy(() -> diff(before, after, List.of()))
                .isInstanceOfSatisfying(
                        UndecidedException.class,
                        open -> assertThat(open.questions()).hasSize(2));
    }

    @Test
    void the_flag_that_is_asked_for_makes_it_a_rename() {
        FormerName rename = ReferenceNotation.parseRename("column:public.users.mail=email", KINDS);
        assertThat(words(diff(users("id", "mail"), users("id", "email"), List.of(rename))))
                .containsExactly("rename column public.users.mail to email");
    }

    @Test
    void the_other_flag_makes_it_a_drop_and_a_create() {
        Reference created = ReferenceNotation.parse("column:public.users.email", KINDS);
        Differ differ = new Differ(
                new PermissiveDialect(), List.of(), new GivenAnswers(Set.of(created), Map.of(), Questions.NOBODY));
        assertThat(words(differ.diff(users("id", "mail"), users("id", "email"))))
                .containsExactly("drop column public.users.mail text", "create column public.users.email text");
    }

    @Test
    void a_former_name_that_is_no_longer_there_says_nothing() {
        FormerName stale = new FormerName(new Reference.ToColumn(USERS, "email"), "mail");
        assertThat(diff(users("id", "email"), users("id", "email"), List.of(stale)))
                .isEmpty();
    }

    @Test
    void a_former_name_that_is_there_beside_the_new_one_is_refused() {
        FormerName taken = new FormerName(new Reference.ToColumn(USERS, "email"), "mail");
        assertThatThrownBy(() -> diff(users("id", "mail", "email"), users("id", "email"), List.of(taken)))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("DCT-405")
                .hasMessageContaining("both are there");
    }

    @Test
    void what_a_table_had_or_has_from_its_parents_is_neither_new_nor_gone() {
        Table people = table(PEOPLE, "id", "mail", "email");
        Table letters = table(LETTERS, "mail");
        Schema before = Schema.of(List.of(people, letters, heir(PEOPLE, "mail")), List.of());
        Schema after = Schema.of(List.of(people, letters, heir(LETTERS, "email")), List.of());
        assertThat(words(diff(before, after, List.of())))
                .contains("create column public.users.email text", "drop column public.users.mail text");
        FormerName mail = new FormerName(new Reference.ToColumn(USERS, "email"), "mail");
        assertThatThrownBy(() -> diff(before, after, List.of(mail))).hasMessageContaining("DCT-405");
    }

    private static Table heir(ObjectName parent, String... columns) {
        return table(USERS, columns).withLineage(new Lineage(Optional.empty(), List.of(parent), Optional.empty()));
    }

    @Test
    void two_columns_that_are_said_to_have_exchanged_their_names_are_refused() {
        List<FormerName> names = List.of(
                new FormerName(new Reference.ToColumn(USERS, "b"), "a"),
                new FormerName(new Reference.ToColumn(USERS, "a"), "b"));
        assertThatThrownBy(() -> diff(users("a", "b"), users("a", "b"), names)).hasMessageContaining("DCT-405");
    }

    @Test
    void what_a_history_knows_is_not_asked_and_passed_over_where_it_cannot_be() {
        Differ differ = new Differ(new PermissiveDialect(), List.of(), Questions.NOBODY);
        FormerName mail = new FormerName(new Reference.ToColumn(USERS, "email"), "mail");
        FormerName a = new FormerName(new Reference.ToColumn(USERS, "b"), "a");
        FormerName b = new FormerName(new Reference.ToColumn(USERS, "a"), "b");

        assertThat(words(differ.remembering(List.of(mail)).diff(users("id", "mail"), users("id", "email"))))
                .containsExactly("rename column public.users.mail to email");
        assertThat(words(differ.remembering(List.of(mail)).diff(users("id", "mail", "email"), users("id", "email"))))
                .containsExactly("drop column public.users.mail text");
        assertThat(differ.remembering(List.of(a, b)).diff(users("a", "b"), users("a", "b")))
                .isEmpty();
    }

    @Test
    void of_several_former_names_the_one_that_is_there_counts() {
        List<FormerName> names = List.of(
                new FormerName(new Reference.ToColumn(USERS, "c"), "b"),
                new FormerName(new Reference.ToColumn(USERS, "c"), "a"));
        assertThat(words(diff(users("a"), users("c"), names))).containsExactly("rename column public.users.a to c");
    }

    @Test
    void names_can_move_up_in_a_row() {
        List<FormerName> names = List.of(
                new FormerName(new Reference.ToColumn(USERS, "b"), "a"),
                new FormerName(new Reference.ToColumn(USERS, "c"), "b"));
        assertThat(words(diff(users("a", "b"), users("b", "c"), names)))
                .containsExactly("rename column public.users.b to c", "rename column public.users.a to b");
    }

    @Test
    void a_renamed_table_takes_along_the_constraints_and_indexes_that_are_called_after_it() {
        Table before = table(USERS, "id")
                .with(new Constraint.PrimaryKey("users_pkey", List.of("id"), ""))
                .with(Index.of("users_id_idx", "btree", List.of("id")));
        Table after = table(PEOPLE, "id")
                .with(new Constraint.PrimaryKey("people_pkey", List.of("id"), ""))
                .with(Index.of("people_id_idx", "btree", List.of("id")));
        FormerName rename = new FormerName(new Reference.ToTable(PEOPLE), "public.users");
        assertThat(words(diff(
                        Schema.of(List.of(before), List.of()), Schema.of(List.of(after), List.of()), List.of(rename))))
                .containsExactly(
                        "rename table public.users to public.people",
                        "rename constraint public.people.users_pkey to people_pkey",
                        "rename index public.people.users_id_idx to people_id_idx");
    }

    @Test
    void a_renamed_column_is_followed_into_checks_and_foreign_keys() {
        Table users =
                table(USERS, "id", "size").with(Constraint.Check.of("size_positive", new Expression("size > '0'")));
        Table orders = table(ObjectName.of("public", "orders"), "user_size")
                .with(Constraint.ForeignKey.of("fk", List.of("user_size"), USERS, List.of("size")));
        Table renamed =
                table(USERS, "id", "bytes").with(Constraint.Check.of("size_positive", new Expression("bytes > '0'")));
        Table following = table(ObjectName.of("public", "orders"), "user_size")
                .with(Constraint.ForeignKey.of("fk", List.of("user_size"), USERS, List.of("bytes")));
        FormerName name = new FormerName(new Reference.ToColumn(USERS, "bytes"), "size");
        assertThat(words(diff(
                        Schema.of(List.of(users, orders), List.of()),
                        Schema.of(List.of(renamed, following), List.of()),
                        List.of(name))))
                .containsExactly("rename column public.users.size to bytes");
    }

    @Test
    void a_label_of_an_enum_can_be_renamed() {
        ObjectName mood = ObjectName.of("public", "mood");
        Schema before = Schema.of(List.of(), List.of(new EnumType(mood, List.of("happy", "sad"), "")));
        Schema after = Schema.of(List.of(), List.of(new EnumType(mood, List.of("glad", "sad"), "")));
        FormerName label = ReferenceNotation.parseRename("label:public.mood.happy=glad", KINDS);
        assertThat(words(diff(before, after, List.of(label))))
                .containsExactly("rename label happy of enum public.mood to glad");
    }

    @Test
    void what_names_nothing_is_refused_with_examples() {
        assertThatThrownBy(() -> ReferenceNotation.parse("users", KINDS))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("DCT-402")
                .hasMessageContaining("table:public.users");
    }

    private static List<Change> diff(Schema before, Schema after, List<FormerName> names) {
        return new Differ(new PermissiveDialect(), names, Questions.NOBODY).diff(before, after);
    }

    private static List<String> words(List<Change> changes) {
        return changes.stream().map(Change::describe).toList();
    }

    private static Schema users(String... columns) {
        return Schema.of(List.of(table(USERS, columns)), List.of());
    }

    private static Table table(ObjectName name, String... columns) {
        return Table.of(
                name,
                List.of(columns).stream()
                        .map(column -> Column.of(column, DataType.of("text")))
                        .toList());
    }
}
