package dev.decant.postgresql.table;

import dev.decant.model.DataType;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.Optional;
import java.util.Set;

/**
 * What values lose on their way to another type where the server does not refuse them: what no way back returns.
 *
 * <p>From the manual's chapter 8 on what each type holds, and from the casts of chapters 9 and 10 as the server makes them. Types are
 * canonical.
 */
final class PostgresqlLosses {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Of a second: chapter 8.5. */
    private static final int MICROSECONDS = 6;

    /** The decimal digits that every {@code real} and {@code double precision} keeps: chapter 8.1.3. */
    private static final int REAL_DIGITS = 6;

    private static final int DOUBLE_DIGITS = 15;

    /** The digits that the integer types need at most. */
    private static final int INTEGER_DIGITS = 10;

    private static final int BIGINT_DIGITS = 19;
    private static final int SMALLINT_DIGITS = 5;

    private static final Set<String> TIMES = Set.of(
            PostgresqlTypes.TIME,
            PostgresqlTypes.TIMETZ,
            PostgresqlTypes.TIMESTAMP,
            PostgresqlTypes.TIMESTAMPTZ,
            "interval");

    private PostgresqlLosses() {}

    /** What is lost, as the end of a sentence; empty when every value can come back. */
    static Optional<String> of(DataType before, DataType after) {
        if (before.dimensions() > 0 && after.dimensions() == 0) {
            return Optional.of("all elements that the expression leaves out");
        }
        boolean listed = before.dimensions() == 0 && after.dimensions() > 0;
        if (listed && Set.of("json", "jsonb").contains(PostgresqlTypes.nameOf(before))) {
            return Optional.of("that they are no lists, for documents come back as lists of documents");
        }
        return ofValues(before.element(), after.element());
    }

    private static Optional<String> ofValues(DataType before, DataType after) {
        String from = PostgresqlTypes.nameOf(before);
        String to = PostgresqlTypes.nameOf(after);
        return switch (to) {
            case "boolean" -> when(PostgresqlTypes.isNumber(before), "all but whether they are zero");
            case "smallint", "integer", "bigint" -> toInteger(before);
            case "numeric" -> toNumeric(before, after);
            case "real" -> toFloating(before, REAL_DIGITS, after);
            case "double precision" -> toFloating(before, DOUBLE_DIGITS, after);
            case "money" -> when(fractionDigits(before) > 2, "fractions beyond those of " + after);
            case "date" -> toDate(before);
            case PostgresqlTypes.TIME, PostgresqlTypes.TIMETZ -> toTime(before, after);
            case PostgresqlTypes.TIMESTAMP, PostgresqlTypes.TIMESTAMPTZ, "interval" -> toMoment(before, after);
            case "character varying", "character", "bpchar", "text" -> toString(before, after);
            case "name" -> when(PostgresqlTypes.isString(before), "what is beyond their 63rd byte");
            case "\"char\"" -> when(PostgresqlTypes.isString(before), "all but their first byte");
            case "bit", "bit varying" -> toBits(before, after);
            case "jsonb" ->
                when(
                        from.equals("json") || PostgresqlTypes.isString(before),
                        "white space, the order of keys, and all but the last of equal keys");
            case "cidr" -> when(from.equals("inet"), "the part of the address behind the netmask");
            case "halfvec" -> when(!from.equals(to), "digits beyond the precision of " + after);
            default -> toShape(from, to);
        };
    }

    private static Optional<String> toInteger(DataType before) {
        return switch (PostgresqlTypes.nameOf(before)) {
            case "interval" -> Optional.of("fractions of a second, and how many of their days were months");
            case PostgresqlTypes.TIMESTAMP, PostgresqlTypes.TIMESTAMPTZ -> Optional.of("fractions of a second");
            default ->
                PostgresqlTypes.isString(before)
                        ? Optional.of("leading zeros and signs")
                        : when(fractionDigits(before) > 0, "their fractions");
        };
    }

    private static Optional<String> toNumeric(DataType before, DataType after) {
        int kept = fractionDigits(after);
        boolean rounded = fractionDigits(before) > kept;
        return switch (PostgresqlTypes.nameOf(before)) {
            // The server takes no more than these for certain: numeric_in of the digits that FLT_DIG and DBL_DIG tell.
            case "real", "double precision" ->
                Optional.of("digits beyond the precision of " + (kept == UNLIMITED ? before : after));
            case "interval" -> Optional.of("how many of their days were months");
            default ->
                PostgresqlTypes.isString(before)
                        ? Optional.of("leading zeros and signs" + (kept == UNLIMITED ? "" : ", and further digits"))
                        : when(rounded, "digits beyond the precision of " + after);
        };
    }

    private static Optional<String> toFloating(DataType before, int kept, DataType after) {
        String from = PostgresqlTypes.nameOf(before);
        String further = "digits beyond the precision of " + after;
        return switch (from) {
            case "real" -> Optional.empty();
            case "double precision" -> when(!from.equals(PostgresqlTypes.nameOf(after)), further);
            case "smallint", "integer", "bigint", "numeric" -> when(digits(before) > kept, further);
            case "interval" -> Optional.of("how many of their days were months, and " + further);
            case "jsonb", "boolean" -> when(from.equals("jsonb"), further);
            default -> Optional.of(further);
        };
    }

    private static Optional<String> toDate(DataType before) {
        return when(
                !Set.of("date", "boolean").contains(PostgresqlTypes.nameOf(before)),
                PostgresqlTypes.isString(before) ? "the time of day where they have one" : "the time of day");
    }

    private static Optional<String> toTime(DataType before, DataType after) {
        return switch (PostgresqlTypes.nameOf(before)) {
            case PostgresqlTypes.TIMESTAMP, PostgresqlTypes.TIMESTAMPTZ, "date" -> Optional.of("the date");
            case "interval" -> Optional.of("days, months and years");
            case PostgresqlTypes.TIMETZ ->
                PostgresqlTypes.nameOf(after).equals(PostgresqlTypes.TIMETZ)
                        ? seconds(before, after)
                        : Optional.of("the time zone");
            default ->
                PostgresqlTypes.isString(before) ? Optional.of("the date where they have one") : seconds(before, after);
        };
    }

    private static Optional<String> toMoment(DataType before, DataType after) {
        if (PostgresqlTypes.nameOf(before).equals(PostgresqlTypes.TIMETZ)) {
            return Optional.of("the time zone");
        }
        boolean zoned = PostgresqlTypes.isString(before);
        return zoned && !PostgresqlTypes.nameOf(after).equals("interval")
                ? Optional.of("the time zone where they have one")
                : seconds(before, after);
    }

    private static Optional<String> seconds(DataType before, DataType after) {
        return when(secondDigits(before) > secondDigits(after), "fractions of a second");
    }

    /** Trailing spaces are all that may be cut off in silence: chapter 8.3. */
    private static Optional<String> toString(DataType before, DataType after) {
        boolean padded = PostgresqlTypes.nameOf(before).equals("character")
                || PostgresqlTypes.nameOf(before).equals("bpchar");
        boolean pads = PostgresqlTypes.nameOf(after).equals("character")
                || PostgresqlTypes.nameOf(after).equals("bpchar");
        boolean shorter = !after.arguments().isEmpty()
                && (before.arguments().isEmpty() || argument(after, 0) < argument(before, 0));
        return when(
                PostgresqlTypes.isString(before) && !padded && (pads || shorter),
                pads ? "trailing spaces" : "spaces at the end that do not fit " + after);
    }

    private static Optional<String> toBits(DataType before, DataType after) {
        return switch (PostgresqlTypes.nameOf(before)) {
            case "integer", "bigint" -> {
                int needed = PostgresqlTypes.nameOf(before).equals("integer") ? Integer.SIZE : Long.SIZE;
                yield when(argument(after, 0) < needed, "all but their lowest bits");
            }
            case "bit" -> when(bits(after) < bits(before), "all but their first bits");
            default ->
                when(PostgresqlTypes.isString(before) && !after.arguments().isEmpty(), "what does not fit " + after);
        };
    }

    /** How many bits a value of the type has, which is one unless the type says otherwise: chapter 8.10. */
    private static int bits(DataType type) {
        return type.arguments().isEmpty() ? usualBits(type) : argument(type, 0);
    }

    private static int usualBits(DataType type) {
        return PostgresqlTypes.nameOf(type).equals("bit") ? 1 : UNLIMITED;
    }

    private static Optional<String> toShape(String from, String to) {
        return switch (from + " > " + to) {
            case "box > circle", "polygon > circle", "polygon > box", "circle > box", "circle > polygon" ->
                Optional.of("their shape");
            case "box > point", "circle > point", "polygon > point", "lseg > point" ->
                Optional.of("all but their centre");
            default -> Optional.empty();
        };
    }

    /** How many digits behind the point a value of the type may have. */
    private static int fractionDigits(DataType type) {
        return switch (PostgresqlTypes.nameOf(type)) {
            case "numeric" -> type.arguments().isEmpty() ? UNLIMITED : argument(type, 1);
            case "real", "double precision", "jsonb", "text", "character varying", "character", "bpchar" -> UNLIMITED;
            case "money" -> 2;
            case PostgresqlTypes.TIMESTAMP, PostgresqlTypes.TIMESTAMPTZ, "interval" -> secondDigits(type);
            default -> 0;
        };
    }

    /** How many decimal digits a value of the type may have. */
    private static int digits(DataType type) {
        return switch (PostgresqlTypes.nameOf(type)) {
            case "smallint" -> SMALLINT_DIGITS;
            case "integer" -> INTEGER_DIGITS;
            case "bigint" -> BIGINT_DIGITS;
            case "numeric" -> type.arguments().isEmpty() ? UNLIMITED : Math.max(argument(type, 0), argument(type, 1));
            default -> UNLIMITED;
        };
    }

    /** How many digits of a second a value of the type may have; a number counts seconds. */
    private static int secondDigits(DataType type) {
        if (TIMES.contains(PostgresqlTypes.nameOf(type))) {
            return type.arguments().isEmpty() ? MICROSECONDS : argument(type, 0);
        }
        return PostgresqlTypes.isString(type) ? MICROSECONDS : fractionDigits(type);
    }

    private static int argument(DataType type, int at) {
        return at < type.arguments().size() && type.arguments().get(at).matches("-?[0-9]+")
                ? Integer.parseInt(type.arguments().get(at))
                : 0;
    }

    private static Optional<String> when(boolean lost, String what) {
        return lost ? Optional.of(what) : Optional.empty();
    }
}
