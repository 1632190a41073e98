package dev.decant.postgresql.table;

import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether two expressions differ in nothing but where the server writes that a string is a string: in a list of values it moves the casts from
 * the list to the values when a dump is restored. A cast of anything but a value makes a difference: the same column may have another type.
 */
public final class PostgresqlLikeness {
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "character", "char");

    private PostgresqlLikeness() {}

    public static boolean alike(Expression one, Expression other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    /** The words without casts of values to strings and without parentheses around single values. */
    private static List<String> bare(Expression expression) {
        List<Token> tokens = Lexer.code(expression.sql(), PostgresqlText.SYNTAX);
        List<String> words = new ArrayList<>();
        int behindCast = -1;
        for (int i = 0; i < tokens.size(); i++) {
            int cast = lengthOfCast(tokens, i);
            if (cast > 0 && (i == behindCast || isBehindValue(tokens, i))) {
                behindCast = i + cast;
                i += cast - 1;
            } else {
                add(words, tokens.get(i));
            }
        }
        return words;
    }

    private static void add(List<String> words, Token token) {
        words.add(token.text());
        int size = words.size();
        boolean wrapped = size > 2 && token.isSign(")") && words.get(size - 3).equals("(");
        boolean call = size > 3 && words.get(size - 4).matches("[\\w\"$]+") && !isKeyword(words.get(size - 4));
        if (wrapped && !call) {
            words.remove(size - 1);
            words.remove(size - 3);
        }
        unwrapList(words);
    }

    private static boolean isKeyword(String word) {
        return Set.of("AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "BETWEEN").contains(word);
    }

    /** {@code ((ARRAY[...]))} becomes {@code (ARRAY[...])}, which is what follows ANY. */
    private static void unwrapList(List<String> words) {
        int size = words.size();
        if (size < 4 || !words.get(size - 1).equals(")") || !words.get(size - 2).equals(")")) {
            return;
        }
        int inner = opening(words, size - 2);
        if (inner > 0 && words.get(inner - 1).equals("(") && opening(words, size - 1) == inner - 1) {
            words.remove(size - 1);
            words.remove(inner);
        }
    }

    private static int opening(List<String> words, int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += words.get(i).equals(")") ? 1 : words.get(i).equals("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what ends before a place is a string, or a list of strings, be they cast or not. */
    private static boolean isBehindValue(List<Token> tokens, int end) {
        int start = start(tokens, end - 1);
        List<Token> value = start < 0 ? List.of() : tokens.subList(start, end);
        boolean called = start > 0
                && tokens.get(start).isSign("(")
                && tokens.get(start - 1).isName();
        return !called && value.stream().anyMatch(PostgresqlLikeness::isString) && isConstant(value);
    }

    /** Where the value starts whose last token stands at a place. */
    private static int start(List<Token> tokens, int last) {
        int depth = 0;
        for (int i = last; i >= 0; i--) {
            Token token = tokens.get(i);
            depth += token.isSign(")") || token.isSign("]") ? 1 : token.isSign("(") || token.isSign("[") ? -1 : 0;
            if (depth == 0) {
                return token.isSign("[") && i > 0 && tokens.get(i - 1).isWord("ARRAY") ? i - 1 : i;
            }
        }
        return -1;
    }

    private static boolean isString(Token token) {
        return token.kind() == Token.Kind.STRING;
    }

    /** Whether there are strings, lists and casts to strings only. */
    private static boolean isConstant(List<Token> value) {
        for (int i = 0; i < value.size(); i++) {
            Token token = value.get(i);
            int cast = lengthOfCast(value, i);
            boolean sign = Stream.of("(", ")", "[", "]", ",").anyMatch(token::isSign);
            if (cast == 0 && !sign && !isString(token) && !token.isWord("ARRAY")) {
                return false;
            }
            i += Math.max(cast - 1, 0);
        }
        return true;
    }

    /** How many tokens a cast to a string, or to a list of strings, has that begins here; none when there is none. */
    private static int lengthOfCast(List<Token> tokens, int start) {
        if (!tokens.get(start).isSign("::") || start + 1 == tokens.size()) {
            return 0;
        }
        Token type = tokens.get(start + 1);
        if (STRINGS.stream().noneMatch(type::isWord)) {
            return 0;
        }
        int end = start + 2;
        if (end < tokens.size() && tokens.get(end).isWord("varying")) {
            end++;
        }
        while (end + 1 < tokens.size()
                && tokens.get(end).isSign("[")
                && tokens.get(end + 1).isSign("]")) {
            end += 2;
        }
        return end - start;
    }
}
