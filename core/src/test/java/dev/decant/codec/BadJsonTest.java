package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadJsonTest {
    private static final String COLUMN = "\"name\": \"url\", \"type\": \"text\"";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "DCT-201 m.json: the file is empty"),
                Arguments.of("[\n  {\"add column\": {", "DCT-201 m.json:2:19: the file ends in the middle of a value"),
                Arguments.of("[] []", "DCT-201 m.json:1:4: there is something after the end of the value"),
                Arguments.of("[\n}", "DCT-201 m.json:2:1: this is not JSON: unexpected close marker '}'"),
                Arguments.of("[{\"a\": 1, \"a\": 2}]", "DCT-201 m.json:1:14: this is not JSON: duplicate"),
                Arguments.of("[null]", "DCT-204 m.json:1:2: null means nothing here"),
                Arguments.of("[1.5]", "DCT-204 m.json:1:2: a number with a fraction means nothing here"),
                Arguments.of("[99999999999999999999]", "DCT-204 m.json:1:2: this number is too large"),
                Arguments.of("{}", "DCT-204 m.json:1:1: here should be a list, not an object"),
                Arguments.of("[1]", "DCT-204 m.json:1:2: here should be an object, not the number 1"),
                Arguments.of("[{}]", "DCT-204 m.json:1:2: a change has one field, which says what happens"),
                Arguments.of(
                        "[{\"ad column\": {}}]",
                        "DCT-204 m.json:1:16: there is no change \"ad column\"; did you mean \"add column\"?"),
                Arguments.of(
                        "[{\"add column\": {\"tabel\": \"t\"}}]",
                        "DCT-204 m.json:1:27: there is no field \"tabel\" here; did you mean \"table\"?"),
                Arguments.of(
                        "[{\"add column\": {\"table\": \"t\"}}]",
                        "DCT-204 m.json:1:17: the field \"column\" is missing; add it"),
                Arguments.of(column("\"name\": \"url\""), "DCT-204 m.json:1:42: the field \"type\" is missing"),
                Arguments.of(column("\"type\": \"text\""), "DCT-204 m.json:1:42: the name of a column cannot be empty"),
                Arguments.of(
                        column(COLUMN + ", \"nullable\": 1"),
                        "DCT-204 m.json:1:86: here should be true or false, not the number 1"),
                Arguments.of(
                        column(COLUMN + ", \"default\": \" \""), "DCT-204 m.json:1:85: an expression cannot be empty"),
                Arguments.of(
                        column(COLUMN + ", \"default\": \"1\", \"serial\": {}"),
                        "DCT-204 m.json:1:42: a column is filled in one way, not in several: default, serial"),
                Arguments.of(
                        column(COLUMN + ", \"identity\": {\"generated\": \"allways\"}"),
                        "DCT-204 m.json:1:100: the text \"allways\" means nothing here; did you mean \"always\"?"),
                Arguments.of(
                        "[{\"add constraint\": {\"table\": \"t\", \"constraint\": {\"kind\": \"primary\"}}}]",
                        "DCT-204 m.json:1:59: there is no kind \"primary\" here; known are:"),
                Arguments.of(
                        "[{\"add index\": {\"table\": \"t\", \"index\": {\"name\": \"i\", \"keys\": [{}]}}}]",
                        "DCT-204 m.json:1:63: the key of an index is a column or an expression"));
    }

    private static String column(String fields) {
        return "[{\"add column\": {\"table\": \"t\", \"column\": {" + fields + "}}}]";
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_wrong_is_said_with_its_place(String text, String message) {
        assertThatThrownBy(() -> ChangeCodec.read(JsonReader.read(text, "m.json")))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void every_file_that_was_cut_off_says_so() {
        String text = JsonWriter.write(ChangeCodec.write(Samples.changes())).strip();
        for (int length = 1; length < text.length(); length += 7) {
            String half = text.substring(0, length);
            assertThatThrownBy(() -> JsonReader.read(half, "m.json"))
                    .isInstanceOf(DecantException.class)
                    .hasMessageContaining("m.json:");
        }
    }

    @Test
    void two_tables_of_one_name_are_refused() {
        String text = "{\"objects\": [], \"tables\": [{\"name\": \"t\"}, {\"name\": \"t\"}]}";
        assertThatThrownBy(() -> SchemaCodec.read(JsonReader.read(text, "s.json")))
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-204 s.json:1:1: there is already a table t; remove one of them");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(ChangeCodec.read(JsonReader.read("\uFEFF[]", "m.json"))).isEqualTo(List.of());
    }
}
