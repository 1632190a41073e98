package dev.decant.dsl;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** PostgreSQL's types of numbers, and those that count rows up. */
abstract sealed class PgNumberTypes extends PgTypes permits PgTextTypes {
    PgNumberTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Whole numbers of two bytes. */
    protected final PgColumn<Short> smallint() {
        return column("smallint");
    }

    /** Whole numbers of four bytes. */
    protected final PgColumn<Integer> integer() {
        return column("integer");
    }

    /** Whole numbers of eight bytes. */
    protected final PgColumn<Long> bigint() {
        return column("bigint");
    }

    /** A {@code smallint} that counts the rows up. */
    protected final PgSerial<Short> smallserial() {
        return smallserial(numbers -> numbers);
    }

    /** A {@code smallint} that counts the rows up in a way of its own. */
    protected final PgSerial<Short> smallserial(UnaryOperator<Numbers> numbers) {
        return counting("smallint", IntegerRange.SMALLINT, numbers);
    }

    /** A {@code integer} that counts the rows up. */
    protected final PgSerial<Integer> serial() {
        return serial(numbers -> numbers);
    }

    /** A {@code integer} that counts the rows up in a way of its own. */
    protected final PgSerial<Integer> serial(UnaryOperator<Numbers> numbers) {
        return counting("integer", IntegerRange.INTEGER, numbers);
    }

    /** A {@code bigint} that counts the rows up. */
    protected final PgSerial<Long> bigserial() {
        return bigserial(numbers -> numbers);
    }

    /** A {@code bigint} that counts the rows up in a way of its own. */
    protected final PgSerial<Long> bigserial(UnaryOperator<Numbers> numbers) {
        return counting("bigint", IntegerRange.BIGINT, numbers);
    }

    /** Exact numbers of any size. */
    protected final PgColumn<BigDecimal> numeric() {
        return column("numeric");
    }

    /** Exact whole numbers of so many digits. */
    protected final PgColumn<BigDecimal> numeric(int precision) {
        return column("numeric", positive(precision), 0);
    }

    /** Exact numbers of so many digits, some of them behind the point. */
    protected final PgColumn<BigDecimal> numeric(int precision, int scale) {
        return column("numeric", positive(precision), scale);
    }

    /** Floating-point numbers of four bytes. */
    protected final PgColumn<Float> real() {
        return column("real");
    }

    /** Floating-point numbers of eight bytes. */
    protected final PgColumn<Double> doublePrecision() {
        return column("double precision");
    }

    /** Amounts in the currency of the database. */
    protected final PgColumn<String> money() {
        return column("money");
    }
}
