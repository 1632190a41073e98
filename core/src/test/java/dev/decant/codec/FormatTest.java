package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    private final Format third = new Format(
            "the letter",
            List.of(
                    old -> Json.object().put("greeting", old.required("hello")).build(),
                    old -> Json.object()
                            .put("greetings", Json.list(List.of(old.required("greeting"))))
                            .build()));

    @Test
    void a_file_of_an_older_format_is_brought_to_that_of_today() {
        Json.Fields letter = third.upgraded(JsonReader.read("{\"format\": 1, \"hello\": \"world\"}", "letter.json"));
        assertThat(JsonWriter.line(letter)).isEqualTo("{\"greetings\": [\"world\"]}");
    }

    @Test
    void what_an_upgrade_keeps_still_knows_its_place() {
        Json.Fields letter = third.upgraded(JsonReader.read("{\"format\": 2, \"greeting\": \"hi\"}", "letter.json"));
        assertThat(letter.required("greetings").asItems().getFirst().place()).hasToString("letter.json:1:27");
    }

    @Test
    void a_file_of_a_newer_format_is_refused() {
        assertThatThrownBy(() -> third.upgraded(JsonReader.read("{\"format\": 4}", "letter.json")))
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-202 letter.json:1:12: the letter is in format 4, this Decant knows formats up to 3;"
                        + " use the Decant that wrote it, or a newer one");
    }

    @Test
    void a_file_without_a_format_is_refused() {
        assertThatThrownBy(() -> third.upgraded(JsonReader.read("{}", "letter.json")))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("the field \"format\" is missing");
    }

    @Test
    void there_never_was_a_format_zero() {
        assertThatThrownBy(() -> third.upgraded(JsonReader.read("{\"format\": 0}", "letter.json")))
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("there never was a format 0");
    }
}
