package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, String> VARIABLES = Map.of("HOST", "db", "EMPTY", "", "_A1", "x");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain                        | plain
            ${HOST}                      | db
            a-${HOST}-${HOST}-z          | a-db-db-z
            ${_A1}                       | x
            ${MISSING:-other}            | other
            ${EMPTY:-other}              | other
            ${HOST:-other}               | db
            <${MISSING:-}>               | <>
            <${EMPTY}>                   | <>
            ${MISSING:-${HOST}}          | db
            ${MISSING:-${NONE:-deep}}!   | deep!
            ${MISSING:-a:-b}             | a:-b
            ${MISSING:-jdbc:x://h:1/d}   | jdbc:x://h:1/d
            $${HOST}                     | ${HOST}
            $$${HOST}                    | $${HOST}
            ${MISSING:-$${HOST}          | ${HOST
            $HOST                        | $HOST
            $$                           | $$
            100%$                        | 100%$
            {HOST}                       | {HOST}
            a}b                          | a}b
            """)
    void variables_are_filled_in(String text, String filled) {
        assertThat(Template.parse(text).fill(TemplateTest::find)).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${1A}", "${A", "${A:-b", "${A:-${B}", "${A-b}", "${A:?b}", "${A B}", "${ A}"})
    void a_variable_that_is_not_well_formed_is_refused(String text) {
        assertThatThrownBy(() -> Template.parse(text)).isInstanceOfSatisfying(DecantException.class, failure -> {
            assertThat(failure.code()).isEqualTo("DCT-107");
            assertThat(failure.next())
                    .hasValue("write ${NAME}, ${NAME:-default}, or $${ for the characters themselves");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${MISSING}             | MISSING
            ${HOST}${ONE}${TWO}    | ONE
            ${MISSING:-${DEEP}}    | DEEP
            """)
    void the_first_variable_without_a_value_is_found(String text, String unset) {
        assertThat(Template.parse(text).firstUnset(TemplateTest::find)).hasValue(unset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "${HOST}", "${EMPTY}", "${MISSING:-}", "${MISSING:-x}", "${HOST:-${DEEP}}"})
    void a_template_that_can_be_filled_in_misses_no_variable(String text) {
        assertThat(Template.parse(text).firstUnset(TemplateTest::find)).isEmpty();
    }

    @Test
    void a_template_prints_nothing_of_its_text() {
        assertThat(Template.parse("hunter2${X:-hunter2}")).hasToString("a template");
        assertThat(Template.literal("hunter2")).hasToString("a constant");
    }

    private static Optional<String> find(String name) {
        return Optional.ofNullable(VARIABLES.get(name));
    }
}
