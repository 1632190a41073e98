package dev.decant.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    private enum Level {
        @Label("it's high")
        HIGH
    }

    @Test
    void numbers_and_truth_stand_as_they_are_in_postgresql() {
        assertThat(PgLiterals.literal(true)).isEqualTo("true");
        assertThat(PgLiterals.literal((short) -3)).isEqualTo("-3");
        assertThat(PgLiterals.literal(42)).isEqualTo("42");
        assertThat(PgLiterals.literal(1L << 40)).isEqualTo("1099511627776");
        assertThat(PgLiterals.literal(BigInteger.TEN)).isEqualTo("10");
        assertThat(PgLiterals.literal(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(PgLiterals.literal(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(PgLiterals.literal(0.5)).isEqualTo("0.5");
        assertThat(PgLiterals.literal(Double.NaN)).isEqualTo("'NaN'");
        assertThat(PgLiterals.literal(Float.NEGATIVE_INFINITY)).isEqualTo("'-Infinity'");
    }

    @Test
    void everything_else_stands_in_quotes_in_postgresql() {
        assertThat(PgLiterals.literal("it's")).isEqualTo("'it''s'");
        assertThat(PgLiterals.literal("a\\b")).isEqualTo("'a\\b'");
        assertThat(PgLiterals.literal(Level.HIGH)).isEqualTo("'it''s high'");
        assertThat(PgLiterals.literal(LocalDate.of(2026, 11, 22))).isEqualTo("'2026-11-22'");
        assertThat(PgLiterals.literal(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC)))
                .isEqualTo("'2026-01-02T03:04:05Z'");
        assertThat(PgLiterals.literal(Duration.ofMinutes(90))).isEqualTo("'PT1H30M'");
        assertThat(PgLiterals.literal(new UUID(0, 1))).isEqualTo("'00000000-0000-0000-0000-000000000001'");
        assertThat(PgLiterals.literal(new byte[] {0, -1})).isEqualTo("'\\x00ff'");
        assertThat(PgLiterals.literal(new float[] {1, 0.5f})).isEqualTo("'[1.0,0.5]'");
    }

    @Test
    void lists_are_arrays_in_postgresql() {
        assertThat(PgLiterals.literal(List.of())).isEqualTo("'{}'");
        assertThat(PgLiterals.literal(List.of(1, 2))).isEqualTo("'{1,2}'");
        assertThat(PgLiterals.literal(List.of(List.of("a"), List.of("b c")))).isEqualTo("'{{a},{\"b c\"}}'");
        assertThat(PgLiterals.literal(List.of("", "null", "x\"y\\z", "it's")))
                .isEqualTo("'{\"\",\"null\",\"x\\\"y\\\\z\",\"it''s\"}'");
        assertThat(PgLiterals.literal(Arrays.asList(1, null))).isEqualTo("'{1,NULL}'");
    }

    @Test
    void values_are_written_as_sqlite_reads_them() {
        assertThat(SqliteLiterals.literal(true)).isEqualTo("1");
        assertThat(SqliteLiterals.literal(false)).isEqualTo("0");
        assertThat(SqliteLiterals.literal(5L)).isEqualTo("5");
        assertThat(SqliteLiterals.literal(0.5)).isEqualTo("0.5");
        assertThat(SqliteLiterals.literal(new byte[] {10})).isEqualTo("x'0a'");
        assertThat(SqliteLiterals.literal("it's")).isEqualTo("'it''s'");
        assertThat(SqliteLiterals.literal(Level.HIGH)).isEqualTo("'it''s high'");
    }
}
