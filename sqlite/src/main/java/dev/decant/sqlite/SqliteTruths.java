package dev.decant.sqlite;

import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import dev.decant.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Whether a query says true or false. SQLite has no type for that, a comparison gives 0 or 1 like any number (datatype3.html, section 2.1), so that the text of what
 * is selected has to tell: {@code SELECT count(*) = 0 FROM t} says it, {@code SELECT count(*) FROM t} gives a number.
 */
final class SqliteTruths {
    /** What gives 0 or 1 where it stands outside of all parentheses: lang_expr.html. */
    private static final Set<String> SIGNS = Set.of("=", "==", "<", "<=", ">", ">=", "<>", "!=");

    private static final Set<String> WORDS = Set.of(
            "AND", "OR", "NOT", "IS", "IN", "LIKE", "GLOB", "MATCH", "REGEXP", "BETWEEN", "ISNULL", "NOTNULL", "EXISTS",
            "TRUE", "FALSE");

    private static final Set<String> BEHIND = Set.of(
            "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT", "AS");

    private SqliteTruths() {}

    /** Whether the query says so of its one column. */
    static boolean isSaidBy(String query) {
        List<Token> tokens = Lexer.code(query, Syntax.SQLITE);
        int select = find(tokens, 0, Set.of("SELECT"));
        int end = find(tokens, select + 1, BEHIND);
        return select < tokens.size() && isTruth(tokens.subList(select + 1, end));
    }

    /** Where one of these words stands outside of parentheses; the end when none does. */
    private static int find(List<Token> tokens, int from, Set<String> words) {
        int depth = 0;
        for (int place = from; place < tokens.size(); place++) {
            depth += depth(tokens.get(place));
            if (depth == 0 && isOneOf(tokens.get(place), words)) {
                return place;
            }
        }
        return tokens.size();
    }

    private static boolean isTruth(List<Token> expression) {
        if (isInParentheses(expression)) {
            return isTruth(expression.subList(1, expression.size() - 1));
        }
        int depth = 0;
        int cases = 0;
        for (Token token : expression) {
            depth += depth(token);
            cases += token.isWord("CASE") ? 1 : token.isWord("END") ? -1 : 0;
            if (depth == 0 && cases == 0 && (isOneOf(token, WORDS) || isSign(token))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first parenthesis is closed by the last one, and nothing else is around. */
    private static boolean isInParentheses(List<Token> expression) {
        int depth = 0;
        for (int place = 0; place < expression.size(); place++) {
            depth += depth(expression.get(place));
            if (depth == 0) {
                return place > 0 && place == expression.size() - 1;
            }
        }
        return false;
    }

    private static int depth(Token token) {
        return token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
    }

    private static boolean isOneOf(Token token, Set<String> words) {
        return token.kind() == Kind.WORD && words.stream().anyMatch(token::isWord);
    }

    private static boolean isSign(Token token) {
        return SIGNS.stream().anyMatch(token::isSign);
    }
}
