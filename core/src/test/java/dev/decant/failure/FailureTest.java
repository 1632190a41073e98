package dev.decant.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final Failure PLAIN = Failure.of("DCT-203", "changed after it ran");

    @Test
    void the_message_is_one_sentence_of_code_place_fact_and_advice() {
        assertThat(PLAIN.at("a/up.sql").next("restore the file").message())
                .isEqualTo("DCT-203 a/up.sql: changed after it ran; restore the file");
    }

    @Test
    void place_and_advice_may_be_missing() {
        assertThat(PLAIN.message()).isEqualTo("DCT-203 changed after it ran");
        assertThat(PLAIN.at(" ").next("").message()).isEqualTo("DCT-203 changed after it ran");
    }

    @Test
    void a_failure_without_a_proper_code_or_fact_cannot_be_made() {
        assertThatThrownBy(() -> Failure.of("203", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Failure.of("DCT-203", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_exception_carries_everything_that_the_failure_says() {
        IllegalStateException cause = new IllegalStateException("deeper");
        DecantException exception = PLAIN.at("up.sql").next("restore it").exception(cause);

        assertThat(exception)
                .hasMessage("DCT-203 up.sql: changed after it ran; restore it")
                .hasCause(cause);
        assertThat(exception.code()).isEqualTo("DCT-203");
        assertThat(exception.what()).isEqualTo("changed after it ran");
        assertThat(exception.where()).hasValue("up.sql");
        assertThat(exception.next()).hasValue("restore it");
    }

    @Test
    void several_failures_are_one_exception_with_a_line_each() {
        DecantException exception = new DecantException(List.of(PLAIN, Failure.of("DCT-204", "is missing")));

        assertThat(exception).hasMessage("DCT-203 changed after it ran\nDCT-204 is missing");
        assertThat(exception.failures()).hasSize(2);
        assertThatThrownBy(() -> new DecantException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
