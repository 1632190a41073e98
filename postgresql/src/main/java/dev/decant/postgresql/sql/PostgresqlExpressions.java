package dev.decant.postgresql.sql;

import dev.decant.model.Expression;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in one spelling: spaces, letter case and quotes as the server prints them, no parentheses around the whole, no comments.
 *
 * <p>What the server does beyond that to an expression that it stores (casts written out, IN turned into ANY) is not imitated.
 */
public final class PostgresqlExpressions {
    private static final Syntax SYNTAX = PostgresqlText.SYNTAX;

    /** Words that are written like functions, and that the server prints in capitals: ruleutils.c. */
    private static final Set<String> CAPITAL_CALLS =
            Set.of("coalesce", "greatest", "least", "nullif", "extract", "xmlelement", "xmlforest", "grouping");

    private static final List<String> QUERIES = List.of("SELECT", "VALUES", "WITH", "TABLE");

    private PostgresqlExpressions() {}

    /** The one spelling; a query that is all of the expression keeps its parentheses, without which it is none. */
    public static Expression canonical(Expression expression) {
        List<Token> inside = unwrapped(Lexer.code(expression.sql(), SYNTAX));
        String text = write(flat(inside));
        return new Expression(QUERIES.stream().anyMatch(inside.getFirst()::isWord) ? "(" + text + ")" : text);
    }

    /** The tokens with one pair of empty brackets where several tell the dimensions of an array, which are no part of its type. */
    private static List<Token> flat(List<Token> tokens) {
        List<Token> flat = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 1 && isEmptyPair(tokens, i) && isEmptyPair(tokens, i - 2)) {
                i++;
            } else {
                flat.add(tokens.get(i));
            }
        }
        return flat;
    }

    private static boolean isEmptyPair(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).isSign("[")
                && tokens.get(at + 1).isSign("]");
    }

    /** The tokens without parentheses that stand around all of them. */
    static List<Token> unwrapped(List<Token> tokens) {
        List<Token> inside = tokens;
        while (isWrapped(inside)) {
            inside = inside.subList(1, inside.size() - 1);
        }
        return inside;
    }

    private static boolean isWrapped(List<Token> tokens) {
        if (tokens.size() < 3 || !tokens.getFirst().isSign("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            depth += tokens.get(i).isSign("(") ? 1 : tokens.get(i).isSign(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return tokens.getLast().isSign(")");
    }

    /** Whether the expression is a call of one function and nothing else. */
    public static boolean isCall(Expression expression) {
        List<Token> tokens = Lexer.code(expression.sql(), SYNTAX);
        boolean named = tokens.getFirst().isName() && !isReserved(tokens.getFirst());
        int open = 1;
        while (named && open + 1 < tokens.size() && tokens.get(open).isSign(".")) {
            open += 2;
        }
        return named
                && open + 1 < tokens.size()
                && (tokens.size() == open + 2
                        ? tokens.get(open).isSign("(") && tokens.getLast().isSign(")")
                        : isWrapped(tokens.subList(open, tokens.size())));
    }

    static String write(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        boolean sign = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? null : tokens.get(i - 1);
            text.append(sign && token.kind() != Token.Kind.OPERATOR ? "" : gap(before, token));
            text.append(
                    PostgresqlExtract.isField(tokens, i)
                            ? PostgresqlExtract.spelled(tokens, i)
                            : spelled(token, before, i + 1 < tokens.size() ? tokens.get(i + 1) : null));
            sign = token.kind() == Token.Kind.OPERATOR && !token.isSign("::") && startsOperand(before);
        }
        return text.toString();
    }

    /** Whether an operator behind this token stands before its only operand, as a minus sign does. */
    private static boolean startsOperand(@Nullable Token before) {
        return before == null
                || before.kind() == Token.Kind.OPERATOR
                || before.isSign("(")
                || before.isSign("[")
                || before.isSign(",")
                || isReserved(before);
    }

    private static String gap(@Nullable Token before, Token token) {
        if (before == null
                || isOneOf(before, "(", "[", ".", "::", ":")
                || isOneOf(token, ")", "]", ",", ".", "::", ":")) {
            return "";
        }
        if (token.isSign("[")) {
            return "";
        }
        if (token.isSign("(")) {
            return before.isName() && !isReserved(before) ? "" : " ";
        }
        boolean continued = before.kind() == Token.Kind.STRING && token.kind() == Token.Kind.STRING;
        return continued ? "\n" : " ";
    }

    private static boolean isOneOf(Token token, String... signs) {
        for (String sign : signs) {
            if (token.isSign(sign)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReserved(Token token) {
        return token.kind() == Token.Kind.WORD && SYNTAX.keywords().isReserved(token.text());
    }

    private static String spelled(Token token, @Nullable Token before, @Nullable Token next) {
        return switch (token.kind()) {
            case WORD -> word(token, before, next);
            case QUOTED_NAME -> SYNTAX.name(token.nameIn(SYNTAX));
            case STRING, NUMBER, OPERATOR, PUNCTUATION, TERMINATOR, PARAMETER -> token.text();
            case COMMENT, CONDITIONAL_COMMENT, WHITESPACE, CLIENT_COMMAND, OTHER -> token.text();
        };
    }

    /** A place in the phrase {@code AT TIME ZONE}, whose words are not reserved. */
    private static boolean isInPhrase(Token token, @Nullable Token before, @Nullable Token next) {
        return token.isWord("AT") && next != null && next.isWord("TIME")
                || token.isWord("TIME") && before != null && before.isWord("AT")
                || token.isWord("ZONE") && before != null && before.isWord("TIME");
    }

    private static String word(Token token, @Nullable Token before, @Nullable Token next) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return lower;
        }
        boolean call = next != null && next.isSign("(") && CAPITAL_CALLS.contains(lower);
        return call || isReserved(token) || isInPhrase(token, before, next)
                ? lower.toUpperCase(Locale.ROOT)
                : SYNTAX.folding().fold(token.text());
    }
}
