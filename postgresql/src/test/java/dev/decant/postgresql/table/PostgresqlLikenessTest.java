package dev.decant.postgresql.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresqlLikenessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                (kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]) | kind::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])
                kind = 'a'::text | kind = 'a'
                kind = 'a'::character varying::text | kind = ('a'::character varying)::text
                """)
    void casts_between_strings_make_no_difference(String one, String other) {
        assertThat(PostgresqlLikeness.alike(new Expression(one), new Expression(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                kind = 'a' | kind = 'b'
                (a + b) * c | a + b * c
                a::integer | a
                length((c)::text) | length(c)
                lower('a')::text | lower('a')
                lower(kind) | kind
                not (a) | a
                """)
    void anything_else_does(String one, String other) {
        assertThat(PostgresqlLikeness.alike(new Expression(one), new Expression(other)))
                .isFalse();
    }
}
