package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DotEnvTest {
    private static final List<String> PIECES = List.of(
            "a", "Z", "0", " ", "  ", "\t", "\n", "'", "\"", "`", "\\", "\\n", "$", "${", "}", "#", " # ", "=", "é",
            "😀", "$$");

    static List<Arguments> values() {
        return List.of(
                Arguments.of("A=b", "b"),
                Arguments.of("A=", ""),
                Arguments.of("A=   ", ""),
                Arguments.of("A = b", "b"),
                Arguments.of("  A=b  ", "b"),
                Arguments.of("export A=b", "b"),
                Arguments.of("export\tA=b", "b"),
                Arguments.of("A=b c", "b c"),
                Arguments.of("A=b=c", "b=c"),
                Arguments.of("A=b # comment", "b"),
                Arguments.of("A=b#c", "b#c"),
                Arguments.of("A=# comment", ""),
                Arguments.of("A= # comment", ""),
                Arguments.of("A=it's", "it's"),
                Arguments.of("A=a\\nb", "a\\nb"),
                Arguments.of("A=\"b # c\" # d", "b # c"),
                Arguments.of("A='b # c'# d", "b # c"),
                Arguments.of("A=`b \"'\"`", "b \"'\""),
                Arguments.of("A=\"\"", ""),
                Arguments.of("A=''", ""),
                Arguments.of("A=\"a\\nb\\tc\\rd\"", "a\nb\tc\rd"),
                Arguments.of("A=\"say \\\"hi\\\"\"", "say \"hi\""),
                Arguments.of("A=\"C:\\\\x\\y\"", "C:\\x\\y"),
                Arguments.of("A=\"two\nlines\"", "two\nlines"),
                Arguments.of("A='two\r\nlines'\r\n", "two\nlines"),
                Arguments.of("A=\"one \\\nline\"", "one line"),
                Arguments.of("A='a\\nb'", "a\\nb"),
                Arguments.of("A=b\r\n", "b"),
                Arguments.of("A=b\rB=c", "b"),
                Arguments.of("\uFEFFA=b", "b"),
                Arguments.of("# A=x\n\n\nA=b", "b"),
                Arguments.of("A=x\nA=b", "b"),
                Arguments.of("B\nexport C\nA=b", "b"),
                Arguments.of("B=x\nA=<${B}>", "<x>"),
                Arguments.of("A=<${B}>\nB=x", "<x>"),
                Arguments.of("B=x\nA=\"<${B}>\"", "<x>"),
                Arguments.of("B=x\nA='<${B}>'", "<${B}>"),
                Arguments.of("B=x\nA=\"<\\${B}>\"", "<${B}>"),
                Arguments.of("A=${NONE:-b}", "b"),
                Arguments.of("A=${A:-b}", "b"),
                Arguments.of("A=${PROCESS}", "of the process"),
                Arguments.of("A=$B", "$B"),
                Arguments.of("A=\"\\$B\"", "$B"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_read_as_a_shell_would(String text, String value) {
        assertThat(variables(text).find("A")).hasValue(value);
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of(
                        "A=b\n=c",
                        "DCT-108 .env:2: a line does not start with the name of a variable; write NAME=value"),
                Arguments.of(
                        "1A=b", "DCT-108 .env:1: a line does not start with the name of a variable; write NAME=value"),
                Arguments.of("A: b", "DCT-108 .env:1: the name of a variable is not followed by =; write NAME=value"),
                Arguments.of("A=\"b", "DCT-108 .env:1: a value is not closed by \"; add the \""),
                Arguments.of("\n\nA='b", "DCT-108 .env:3: a value is not closed by '; add the '"),
                Arguments.of(
                        "A='it's'",
                        "DCT-108 .env:1: a quoted value is followed by more text; write a # before a comment, or escape the quote"),
                Arguments.of(
                        "A: b\nB=c\nC: d",
                        "DCT-108 .env:1: the name of a variable is not followed by =; write NAME=value\n"
                                + "DCT-108 .env:3: the name of a variable is not followed by =; write NAME=value"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_line_that_cannot_be_understood_is_named(String text, String message) {
        assertThatThrownBy(() -> DotEnv.parse(".env", text))
                .isInstanceOf(DecantException.class)
                .hasMessage(message);
    }

    @Test
    void a_variable_of_the_process_comes_first() {
        assertThat(variables("PROCESS=other").find("PROCESS")).hasValue("of the process");
    }

    @Test
    void a_variable_that_needs_a_missing_one_is_named_with_its_line() {
        assertThatThrownBy(() -> variables("\nA=${NONE}").find("A"))
                .hasMessage(
                        "DCT-106 .env:2: A needs the variable NONE, which is not set; set it, or write ${NONE:-default}");
    }

    @Test
    void variables_that_need_each_other_have_no_value() {
        assertThatThrownBy(() -> variables("A=${B}\nB=${A}").find("A"))
                .hasMessageStartingWith("DCT-106 .env:2: B needs the variable A, which is not set");
    }

    @Test
    void a_malformed_variable_matters_only_to_who_needs_it() {
        Variables variables = variables("A=pass${word\nB=fine");

        assertThat(variables.find("B")).hasValue("fine");
        assertThatThrownBy(() -> variables.find("A")).hasMessageStartingWith("DCT-107 .env:1: ");
    }

    @Test
    void what_was_written_is_read_again() {
        Randomness random = new Randomness(DotEnvTest.class);
        for (int i = 0; i < 5_000; i++) {
            Map<String, String> wanted = new LinkedHashMap<>();
            StringBuilder file = new StringBuilder();
            for (int j = random.upTo(5); j >= 0; j--) {
                String name = "V" + random.upTo(3);
                String value = random.text(PIECES, 0, 12);
                wanted.put(name, value);
                file.append(written(name, value, random)).append(random.oneIn(4) ? " # it's \"so\"\n" : "\n");
            }
            Variables read = new Variables(Map.of(), ".env", DotEnv.parse(".env", file.toString()));
            wanted.forEach((name, value) -> assertThat(read.find(name))
                    .as("%s of %s with seed %d", name, file, random.seed())
                    .isEqualTo(Optional.of(value)));
        }
    }

    private static String written(String name, String value, Randomness random) {
        String start = (random.oneIn(3) ? "export " : "") + name + (random.oneIn(4) ? " = " : "=");
        boolean bare = value.matches("[aZ0é😀]*");
        if (bare && random.oneIn(2)) {
            return start + value;
        }
        if (!value.contains("'") && random.oneIn(2)) {
            return start + "'" + value + "'";
        }
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${");
        return start + "\"" + (random.oneIn(2) ? escaped.replace("\n", "\\n") : escaped) + "\"";
    }

    private static Variables variables(String text) {
        return new Variables(Map.of("PROCESS", "of the process"), ".env", DotEnv.parse(".env", text));
    }
}
