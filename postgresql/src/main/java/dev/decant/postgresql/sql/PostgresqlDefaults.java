package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Defaults in one spelling: a literal stands without the casts that say what the column says already. */
public final class PostgresqlDefaults {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Set<String> TRUE = Set.of("'t'", "'true'", "'yes'", "'on'", "'1'");
    private static final Set<String> FALSE = Set.of("'f'", "'false'", "'no'", "'off'", "'0'");

    private PostgresqlDefaults() {}

    /**
     * The default of a column of a canonical type; nothing when it is null, which the server forgets too. One that is cast for a column
     * of a length or for a domain is kept, as the server keeps it.
     */
    public static Fill canonical(Expression value, DataType column) {
        List<Token> tokens = PostgresqlExpressions.unwrapped(Lexer.code(value.sql(), PostgresqlText.SYNTAX));
        Optional<String> number =
                PostgresqlTypes.isNumber(column) ? PostgresqlNumerals.canonical(tokens, column) : Optional.empty();
        if (number.isPresent()) {
            return new Fill.Default(new Expression(number.get()));
        }
        Optional<List<Token>> literal = literal(tokens, column);
        String text = PostgresqlExpressions.write(literal.orElse(tokens));
        if (literal.isPresent() && text.equals("NULL")) {
            return tokens.size() == 1 || isNullOf(tokens, column)
                    ? Fill.NOTHING
                    : new Fill.Default(new Expression(PostgresqlExpressions.write(tokens)));
        }
        return new Fill.Default(new Expression(literal.isPresent() ? spelled(text, column) : text));
    }

    /** Whether null is cast to just the type of the column, one without a length; what was cast to another, the server keeps. */
    private static boolean isNullOf(List<Token> tokens, DataType column) {
        boolean plain = column.arguments().isEmpty() && !column.isDeclared();
        return plain
                && type(PostgresqlExpressions.write(tokens.subList(lastCast(tokens) + 1, tokens.size())))
                        .filter(cast ->
                                printed(cast).equals(printed(column)) && cast.dimensions() == column.dimensions())
                        .isPresent();
    }

    /** The literal that the tokens are, redundant casts aside; empty when they are something else. */
    private static Optional<List<Token>> literal(List<Token> tokens, DataType column) {
        if (isLiteral(tokens)) {
            return Optional.of(tokens);
        }
        int cast = lastCast(tokens);
        if (cast < 1) {
            return Optional.empty();
        }
        List<Token> value = PostgresqlExpressions.unwrapped(tokens.subList(0, cast));
        Optional<List<Token>> literal =
                PostgresqlTypes.isNumber(column) && !isLiteral(value) ? Optional.empty() : literal(value, column);
        return literal.filter(inner -> isRedundant(inner, tokens.subList(cast + 1, tokens.size()), column));
    }

    private static boolean isLiteral(List<Token> tokens) {
        boolean signed = tokens.size() == 2
                && tokens.getFirst().isSign("-")
                && tokens.getLast().kind() == Token.Kind.NUMBER;
        return signed || tokens.size() == 1 && isLiteral(tokens.getFirst());
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.isWord("TRUE")
                || token.isWord("FALSE")
                || token.isWord("NULL");
    }

    /** Where the last cast stands that is in no parentheses; -1 for none. */
    static int lastCast(List<Token> tokens) {
        int depth = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            depth += token.isSign(")") ? 1 : token.isSign("(") ? -1 : 0;
            if (depth == 0 && token.isSign("::")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRedundant(List<Token> literal, List<Token> cast, DataType column) {
        String value = PostgresqlExpressions.write(literal);
        boolean number = literal.getLast().kind() == Token.Kind.NUMBER;
        boolean converted = number && !PostgresqlTypes.isNumber(column);
        return value.equals("NULL")
                || !converted
                        && type(PostgresqlExpressions.write(cast))
                                .filter(type -> isRedundant(value, type, column))
                                .isPresent();
    }

    private static boolean isRedundant(String value, DataType cast, DataType column) {
        boolean fits =
                cast.arguments().isEmpty() || cast.arguments().equals(column.arguments()) && keepsArguments(cast);
        if (!fits) {
            return false;
        }
        if (PostgresqlTypes.isNumber(cast) && PostgresqlTypes.isNumber(column)) {
            return !PostgresqlTypes.isInteger(cast) || !value.contains(".");
        }
        boolean sameName = printed(cast).equals(printed(column));
        return sameName && cast.dimensions() == column.dimensions();
    }

    /**
     * Whether a constant of a type is of a length of its own; that of any other is cast to the length in a second step, which the server keeps
     * when it was asked for (coerce_type in parse_coerce.c).
     */
    private static boolean keepsArguments(DataType type) {
        return PostgresqlTypes.nameOf(type).startsWith("interval");
    }

    /** The name of a type as the server prints it in a cast. */
    private static String printed(DataType type) {
        String name = type.name().local();
        return name.equals("character") ? "bpchar" : name;
    }

    /** The type of a cast. One that is quoted, as the server prints {@code "bit"}, has no length, where the bare word has that of 1. */
    static Optional<DataType> type(String text) {
        try {
            DataType type = PostgresqlTypes.canonical(DataType.parse(text));
            return Optional.of(text.startsWith("\"") ? new DataType(type.name(), List.of(), type.dimensions()) : type);
        } catch (IllegalArgumentException noType) {
            return Optional.empty();
        }
    }

    private static String spelled(String literal, DataType column) {
        if (PostgresqlTypes.isNumber(column) && literal.startsWith("'")) {
            String inside = literal.substring(1, literal.length() - 1);
            return NUMBER.matcher(inside).matches() ? inside : literal;
        }
        if (PostgresqlTypes.nameOf(column).equals("boolean") && column.dimensions() == 0) {
            return TRUE.contains(literal) ? "true" : FALSE.contains(literal) ? "false" : literal;
        }
        return literal;
    }
}
