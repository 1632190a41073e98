package dev.decant.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<String> KEYS = List.of("dialect", "schema", "out", "database", "environment", "lint");

    @Test
    void a_word_with_a_typing_error_finds_what_was_meant() {
        assertThat(Suggestions.nearest("dialekt", KEYS)).hasValue("dialect");
        assertThat(Suggestions.nearest("shcema", KEYS)).hasValue("schema");
        assertThat(Suggestions.nearest("databse", KEYS)).hasValue("database");
        assertThat(Suggestions.nearest("lnit", KEYS)).hasValue("lint");
        assertThat(Suggestions.nearest("uot", KEYS)).hasValue("out");
    }

    @Test
    void case_and_the_kind_of_dash_do_not_matter() {
        assertThat(Suggestions.nearest("Print_Policy", List.of("print-policy"))).hasValue("print-policy");
    }

    @Test
    void a_word_that_resembles_nothing_finds_nothing() {
        assertThat(Suggestions.nearest("banana", KEYS)).isEmpty();
        assertThat(Suggestions.nearest("", KEYS)).isEmpty();
        assertThat(Suggestions.nearest("x", List.of())).isEmpty();
    }

    @Test
    void of_two_equally_near_words_the_first_is_taken() {
        assertThat(Suggestions.nearest("bat", List.of("cat", "hat"))).hasValue("cat");
    }

    @Test
    void swapping_two_neighbours_is_one_step() {
        assertThat(Suggestions.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void advice_names_the_nearest_word_or_lists_them_all() {
        assertThat(Suggestions.advice("scheme", KEYS)).isEqualTo("did you mean \"schema\"?");
        assertThat(Suggestions.advice("banana", List.of("a", "b"))).isEqualTo("known are: a, b");
        assertThat(Suggestions.advice("banana", List.of())).isEqualTo("there are none");
    }

    @Test
    void a_long_list_is_cut() {
        List<String> many = Collections.nCopies(14, "word");
        assertThat(Suggestions.advice("banana", many)).endsWith("word, and 2 more");
    }

    @Test
    void the_distance_is_the_same_both_ways() {
        List<String> words = List.of("", "a", "ab", "ba", "abc", "acb", "decant", "decnat", "tnaced");
        IntStream.range(0, words.size())
                .forEach(i -> words.forEach(other -> assertThat(Suggestions.distance(words.get(i), other))
                        .isEqualTo(Suggestions.distance(other, words.get(i)))));
    }
}
