package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryRenameTest {
    private static String relation(String text) {
        return QueryRename.relation(text, "public", "users", "o", "The People", Syntax.POSTGRESQL);
    }

    private static String column(String text) {
        return QueryRename.column(text, "public", "users", "id", "Key", Set.of(), Syntax.POSTGRESQL);
    }

    @Test
    void a_relation_is_renamed_in_full_and_where_it_qualifies() {
        assertThat(relation("SELECT users.id, users.* FROM public.users WHERE public.users.id > 3"))
                .isEqualTo("SELECT \"The People\".id, \"The People\".* FROM o.\"The People\" WHERE"
                        + " o.\"The People\".id > 3");
        assertThat(relation("SELECT users.id, 'public.users' FROM public.users users JOIN a.users u ON true"))
                .isEqualTo("SELECT users.id, 'public.users' FROM o.\"The People\" users JOIN a.users u ON true");
        assertThat(relation("SELECT users.id FROM a.users")).isEqualTo("SELECT users.id FROM a.users");
        assertThat(relation("SELECT CAST(1 AS public.users) AS users"))
                .isEqualTo("SELECT CAST(1 AS o.\"The People\") AS users");
        assertThat(relation("'a'::public.users")).isEqualTo("'a'::o.\"The People\"");
    }

    @Test
    void a_column_is_renamed_and_shown_as_before() {
        assertThat(column("SELECT users.id, users.id + 1 AS n, count(users.id) FROM public.users ORDER BY users.id"))
                .isEqualTo("SELECT users.\"Key\" AS id, users.\"Key\" + 1 AS n, count(users.\"Key\") FROM public.users"
                        + " ORDER BY users.\"Key\"");
        assertThat(column("SELECT id FROM public.users WHERE id = 3 GROUP BY id"))
                .isEqualTo("SELECT \"Key\" AS id FROM public.users WHERE \"Key\" = 3 GROUP BY \"Key\"");
        assertThat(column("SELECT u.id, o.id FROM public.users u JOIN public.o ON o.id = u.id"))
                .isEqualTo("SELECT u.\"Key\" AS id, o.id FROM public.users u JOIN public.o ON o.id = u.\"Key\"");
        assertThat(column("SELECT id FROM public.o")).isEqualTo("SELECT id FROM public.o");
    }
}
