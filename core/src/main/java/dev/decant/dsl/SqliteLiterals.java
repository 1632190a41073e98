package dev.decant.dsl;

import dev.decant.sql.Syntax;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/** Values of Java as literals of SQLite. */
final class SqliteLiterals {
    private SqliteLiterals() {}

    /** The literal: numbers as they are, true and false as one and zero, everything else in quotes. */
    static String literal(Object value) {
        return switch (value) {
            case Boolean bool -> bool ? "1" : "0";
            case byte[] bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'";
            case BigDecimal number -> number.toPlainString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            case Double number when Double.isFinite(number) -> number.toString();
            case Enum<?> constant -> Syntax.SQLITE.literal(EnumDeclaration.labelOf(constant));
            default -> Syntax.SQLITE.literal(value.toString());
        };
    }
}
