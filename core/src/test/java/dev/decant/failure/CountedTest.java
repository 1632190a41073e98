package dev.decant.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void one_is_told_from_none_and_from_several() {
        assertThat(Counted.of(0, "row")).isEqualTo("0 rows");
        assertThat(Counted.of(1, "row")).isEqualTo("1 row");
        assertThat(Counted.of(2, "row")).isEqualTo("2 rows");
        assertThat(new Counted("row of t has none", "rows of t have none").behind(1))
                .isEqualTo("1 row of t has none");
    }
}
