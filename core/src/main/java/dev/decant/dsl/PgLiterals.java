package dev.decant.dsl;

import dev.decant.sql.Syntax;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of Java as literals of PostgreSQL. */
final class PgLiterals {
    private PgLiterals() {}

    /** The literal: a number, true or false as they are, everything else in quotes. */
    static String literal(Object value) {
        return switch (value) {
            case Boolean bool -> bool.toString();
            case Float number when !Float.isFinite(number) -> quoted(value);
            case Double number when !Double.isFinite(number) -> quoted(value);
            case BigDecimal number -> number.toPlainString();
            case Byte number -> number.toString();
            case Short number -> number.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            case Float number -> number.toString();
            case Double number -> number.toString();
            default -> quoted(value);
        };
    }

    private static String quoted(Object value) {
        return Syntax.POSTGRESQL.literal(text(value));
    }

    /** What the server reads as the value: the input form of its type. */
    private static String text(Object value) {
        return switch (value) {
            case Enum<?> constant -> EnumDeclaration.labelOf(constant);
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case float[] vector -> vector(vector);
            case List<?> list -> array(list);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String vector(float[] numbers) {
        StringBuilder text = new StringBuilder("[");
        for (float number : numbers) {
            text.append(text.length() == 1 ? "" : ",").append(number);
        }
        return text.append(']').toString();
    }

    /** The input form of an array: the manual's chapter 8.15.6. */
    private static String array(List<?> list) {
        return list.stream().map(PgLiterals::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        String text = text(value);
        boolean plain = text.chars().allMatch(PgLiterals::isPlain) && !text.isEmpty() && !text.equalsIgnoreCase("null");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.' || character == '-';
    }
}
