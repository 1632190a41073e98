package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'old'                                     | 'new'",
                "'old'::public.mood                        | 'new'::public.mood",
                "'older'                                   | 'older'",
                "'{old, \"o,k\",\"old\",NULL,{older}}'::mood[] | '{new, \"o,k\",new,NULL,{older}}'::mood[]",
                "ARRAY['it''s'::mood, 'old'::mood]         | ARRAY['it''s'::mood, 'new'::mood]",
                "ARRAY[lower('old')::mood, 'old']          | ARRAY[lower('old')::mood, 'new']",
                "lower('old')::mood                        | lower('old')::mood",
                "concat('a', 'old')                        | concat('a', 'old')",
            })
    void a_label_is_renamed_where_it_is_a_value(String before, String after) {
        assertThat(Labels.renamed(before, "old", "new", Syntax.POSTGRESQL)).isEqualTo(after);
    }

    @Test
    void a_label_that_needs_quotes_gets_them() {
        assertThat(Labels.renamed("'{old}'", "old", "it's, \"new\" \\", Syntax.POSTGRESQL))
                .isEqualTo("'{\"it''s, \\\"new\\\" \\\\\"}'");
        assertThat(Labels.renamed("'{old}'", "old", "null", Syntax.POSTGRESQL)).isEqualTo("'{\"null\"}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                   | ~~",
                "{a,b c , \"d,e\"}      | a;b c;d,e",
                "{{a,NULL},{\"null\",\"\"}} | a;null;",
                "{\"q\\\"\\\\\"}            | q\"\\",
            })
    void the_elements_of_an_array_are_read(String text, String elements) {
        List<String> expected = elements.isEmpty() ? List.of() : Arrays.asList(elements.split(";", -1));
        assertThat(new ArrayText(text).elements()).isEqualTo(expected);
    }
}
