package dev.decant.postgresql.table;

import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether two expressions differ in nothing but where the server writes that a string is a string: in a list of values it moves the casts from
 * the list to the values when a dump is restored.
 */
public final class PostgresqlLikeness {
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "character", "char");

    private PostgresqlLikeness() {}

    public static boolean alike(Expression one, Expression other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    /** The words without casts to strings and without parentheses around single values. */
    private static List<String> bare(Expression expression) {
        List<Token> tokens = Lexer.code(expression.sql(), PostgresqlText.SYNTAX);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int cast = lengthOfCast(tokens, i);
            if (cast > 0) {
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
