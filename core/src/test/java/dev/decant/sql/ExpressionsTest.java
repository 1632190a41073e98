package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            size > 0                             | total > 0
            SIZE > 0                             | total > 0
            "size" > 0                           | total > 0
            "Size" > 0                           | "Size" > 0
            sizes > 0                            | sizes > 0
            size(x) > size                       | size(x) > total
            size (x)                             | size (x)
            t.size > 0                           | t.total > 0
            public.t.size > 0                    | public.t.total > 0
            "t" . "size" > 0                     | "t" . total > 0
            u.size > 0                           | u.size > 0
            size.x > 0                           | size.x > 0
            (size).x > (x).size                  | (total).x > (x).size
            x::size                              | x::size
            size::size                           | total::size
            CAST(size AS size)                   | CAST(total AS size)
            'size' = size -- size                | 'size' = total -- size
            E'\\'size' + size /* size */         | E'\\'size' + total /* size */
            $$size$$ + size                     | $$size$$ + total
            f(size => size)                      | f(size => total)
            size.*                               | size.*
            a COLLATE size                       | a COLLATE size
            size COLLATE "C"                     | total COLLATE "C"
            size'x'                              | size'x'
            U&"siz\\0065" > 0                     | total > 0
            size[1:size]                         | total[1:total]
            CASE WHEN size>1 THEN size ELSE 0 END| CASE WHEN total>1 THEN total ELSE 0 END
            """)
    void a_renamed_column_is_renamed_where_it_is_meant(String before, String after) {
        assertThat(Expressions.renameColumn(before, "t", "size", "total", Syntax.POSTGRESQL))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            at      | a AT TIME ZONE at             | a AT TIME ZONE y
            time    | time AT TIME ZONE 'utc'       | y AT TIME ZONE 'utc'
            time    | x::timestamp with time zone   | x::timestamp with time zone
            time    | time + time '01:00'           | y + time '01:00'
            zone    | a AT TIME ZONE zone           | a AT TIME ZONE y
            year    | extract(year FROM year)       | extract(year FROM y)
            first   | first ASC NULLS FIRST         | y ASC NULLS FIRST
            nulls   | nulls + 1                     | y + 1
            precision | precision > 1::double precision | y > 1::double precision
            double  | double + 1                    | y + 1
            end     | CASE WHEN "end" THEN t.end END | CASE WHEN y THEN t.y END
            between | a BETWEEN 1 AND "between"     | a BETWEEN 1 AND y
            values  | values > 1                    | y > 1
            """)
    void a_column_that_is_named_like_a_keyword_is_told_from_the_keyword(String from, String before, String after) {
        assertThat(Expressions.renameColumn(before, "t", from, "y", Syntax.POSTGRESQL))
                .isEqualTo(after);
    }

    @Test
    void the_new_name_is_quoted_when_it_must_be() {
        assertThat(Expressions.renameColumn("a + b.a", "", "a", "order", Syntax.POSTGRESQL))
                .isEqualTo("\"order\" + b.a");
        assertThat(Expressions.renameColumn("a + 1", "", "a", "order", Syntax.MYSQL))
                .isEqualTo("`order` + 1");
    }

    @Test
    void sqlite_and_mysql_find_names_in_any_letter_case() {
        assertThat(Expressions.renameColumn("Size + \"SIZE\" + [size] + `size`", "", "size", "x", Syntax.SQLITE))
                .isEqualTo("x + x + x + x");
        assertThat(Expressions.renameColumn("Size + \"SIZE\" + `size`", "", "size", "x", Syntax.MYSQL))
                .isEqualTo("x + \"SIZE\" + x");
        assertThat(Expressions.renameColumn("CASE WHEN a THEN \"end\" END", "", "end", "x", Syntax.SQLITE))
                .isEqualTo("CASE WHEN a THEN x END");
    }

    @Test
    void mentioned_names_are_told_by_role() {
        assertThat(Expressions.identifiers(
                        "lower(t.Name) = \"Other\"::citext AND s.f(1) IS NOT NULL", Syntax.POSTGRESQL))
                .containsExactly(
                        new Mention(List.of("lower"), Mention.Role.CALL),
                        new Mention(List.of("t", "name"), Mention.Role.NAME),
                        new Mention(List.of("Other"), Mention.Role.NAME),
                        new Mention(List.of("citext"), Mention.Role.TYPE),
                        new Mention(List.of("s", "f"), Mention.Role.CALL));
    }

    @Test
    void a_mentioned_column_is_what_a_rename_would_touch() {
        assertThat(Expressions.mentionsColumn("t.a > b", "t", "a", Syntax.POSTGRESQL))
                .isTrue();
        assertThat(Expressions.mentionsColumn("t.a > b", "u", "a", Syntax.POSTGRESQL))
                .isFalse();
        assertThat(Expressions.mentionsColumn("a(b) > 'a'", "t", "a", Syntax.POSTGRESQL))
                .isFalse();
    }

    @Test
    void a_fingerprint_ignores_layout_and_keeps_meaning() {
        String written =
                "\uFEFFCREATE  TABLE Users (\r\n  \"Id\" int, -- the key\r\n  /* old */ name text DEFAULT 'A  b');";
        assertThat(Expressions.fingerprintText(written, Syntax.POSTGRESQL))
                .isEqualTo("create table users ( \"Id\" int , name text default 'A  b' ) ;");
    }

    @Test
    void a_fingerprint_keeps_directives() {
        assertThat(Expressions.fingerprintText("--  decant:  transaction   none\nVACUUM;", Syntax.POSTGRESQL))
                .isEqualTo("-- decant: transaction none\nvacuum ;");
    }
}
