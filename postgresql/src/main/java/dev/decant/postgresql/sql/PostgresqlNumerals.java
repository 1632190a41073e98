package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import dev.decant.sql.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as defaults: the server keeps of which type a number was written, and prints it by that, {@code 2} or {@code '2'::bigint} or
 * {@code (2)::bigint}, whatever the type of the column is (get_const_expr in ruleutils.c).
 */
final class PostgresqlNumerals {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int LARGEST_BITS_OF_INTEGER = 31;
    private static final int LARGEST_BITS_OF_BIGINT = 63;

    private PostgresqlNumerals() {}

    /** The number in the spelling that tells it from those of other types; nothing when the tokens are no number. */
    static Optional<String> canonical(List<Token> tokens, DataType column) {
        int cast = PostgresqlDefaults.lastCast(tokens);
        if (cast < 1) {
            return constant(tokens, DataType.of(PostgresqlTypes.nameOf(column)));
        }
        List<Token> inner = PostgresqlExpressions.unwrapped(tokens.subList(0, cast));
        return PostgresqlDefaults.type(PostgresqlExpressions.write(tokens.subList(cast + 1, tokens.size())))
                .filter(PostgresqlTypes::isNumber)
                .flatMap(type -> !isQuoted(inner)
                        ? converted(inner, type)
                        : type.arguments().isEmpty() ? constant(inner, type) : Optional.empty());
    }

    /** A number in quotes is of the type that it is cast to, or else of the column's. */
    private static Optional<String> constant(List<Token> tokens, DataType type) {
        if (!isQuoted(tokens)) {
            return number(PostgresqlExpressions.write(tokens));
        }
        String text = tokens.getFirst().text();
        return number(text.substring(1, text.length() - 1)).map(number -> {
            String printed =
                    isFloat(type) ? new BigDecimal(number).stripTrailingZeros().toPlainString() : number;
            return typeOf(number).equals(PostgresqlTypes.nameOf(type)) ? number : "'" + printed + "'::" + type;
        });
    }

    /** A number without quotes is of a type of its own first. */
    private static Optional<String> converted(List<Token> tokens, DataType type) {
        return number(PostgresqlExpressions.write(tokens))
                .map(number -> number.startsWith("-") || typeOf(number).equals(type.toString())
                        ? number
                        : "(" + number + ")::" + type);
    }

    private static boolean isQuoted(List<Token> tokens) {
        return tokens.size() == 1 && tokens.getFirst().kind() == Token.Kind.STRING;
    }

    private static boolean isFloat(DataType type) {
        return PostgresqlTypes.nameOf(type).equals("real")
                || PostgresqlTypes.nameOf(type).equals("double precision");
    }

    private static Optional<String> number(String text) {
        return Optional.of(text).filter(number -> NUMBER.matcher(number).matches());
    }

    /** The type of a number that stands by itself: the first of these that it fits in. */
    private static String typeOf(String number) {
        if (number.contains(".")) {
            return "numeric";
        }
        int bits = new BigInteger(number).bitLength();
        return bits <= LARGEST_BITS_OF_INTEGER ? "integer" : bits <= LARGEST_BITS_OF_BIGINT ? "bigint" : "numeric";
    }
}
