package dev.decant.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    @ParameterizedTest
    @CsvSource({
        "id, id",
        "createdAt, created_at",
        "userID, user_id",
        "userIDs, user_i_ds",
        "OAuth2Token, o_auth2_token",
        "HTTPServer2Go, http_server2_go",
        "HTTPServer, http_server",
        "URL, url",
        "aB, a_b",
        "ABTest, ab_test",
        "X, x",
        "sha256Hash, sha256_hash",
        "md5, md5",
        "address2, address2",
        "vector3D, vector3_d",
        "x509Certificate, x509_certificate",
        "refresh_token, refresh_token",
        "user_ID, user_id",
        "User_Name, user_name",
        "default_, default",
        "class_, class",
        "_, _",
        "_hidden, _hidden",
        "straßeNr, straße_nr",
        "ÄnderungsDatum, änderungs_datum",
        "ContentSetItems, content_set_items",
    })
    void a_java_name_becomes_snake_case(String javaName, String expected) {
        assertThat(Naming.snakeCase(javaName)).isEqualTo(expected);
    }

    @Test
    void a_name_that_fits_is_left_as_it_is() {
        assertThat(FreeNames.choose(List.of("users", "email", "key"), 63, Set.of()::contains))
                .isEqualTo("users_email_key");
    }

    @Test
    void a_name_that_is_taken_gets_the_next_number() {
        Set<String> taken = Set.of("t_a_idx", "t_a_idx1");
        assertThat(FreeNames.choose(List.of("t", "a", "idx"), 63, taken::contains))
                .isEqualTo("t_a_idx2");
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_end() {
        String name = FreeNames.choose(List.of("ü".repeat(40), "é".repeat(40), "fkey"), 63, Set.of()::contains);

        assertThat(name).matches("ü+_[0-9a-f]{8}_fkey");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(62, 63);
    }

    @Test
    void two_long_names_that_begin_alike_stay_apart() {
        String start = "x".repeat(70);
        assertThat(FreeNames.choose(List.of(start, "a", "key"), 63, Set.of()::contains))
                .isNotEqualTo(FreeNames.choose(List.of(start, "b", "key"), 63, Set.of()::contains));
    }

    @Test
    void a_chosen_name_is_free_and_fits_whatever_the_words_are() {
        Random random = new Random(20261122);
        for (int round = 0; round < 1_000; round++) {
            List<String> words = List.of(word(random), word(random), "key");
            String usual = FreeNames.choose(words, 63, Set.of()::contains);
            String other = FreeNames.choose(words, 63, Set.of(usual)::contains);

            assertThat(List.of(usual, other))
                    .doesNotHaveDuplicates()
                    .allSatisfy(name ->
                            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63));
            assertThat(FreeNames.choose(words, 63, Set.of()::contains)).isEqualTo(usual);
        }
    }

    private static String word(Random random) {
        String letters = "abcxyz_éß漢😀";
        int[] all = letters.codePoints().toArray();
        StringBuilder word = new StringBuilder("w");
        random.ints(random.nextInt(60), 0, all.length).forEach(at -> word.appendCodePoint(all[at]));
        return word.toString();
    }
}
