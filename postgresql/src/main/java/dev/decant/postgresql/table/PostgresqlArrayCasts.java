package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * Keeps arrays that the server prints with a cast behind them what they are when they are read again.
 *
 * <p>A list of values of a column that is {@code varchar} is printed as {@code (ARRAY['a'::character varying])::text[]}. Read again, the cast
 * would move to each element (transformArrayExpr in src/backend/parser/parse_expr.c) and be printed there, so that a schema would differ
 * from the one that it was made from. A cast to the type that the array has already keeps the two apart.
 */
public final class PostgresqlArrayCasts {
    private PostgresqlArrayCasts() {}

    public static List<Statement> kept(List<Statement> statements) {
        return statements.stream().map(PostgresqlArrayCasts::kept).toList();
    }

    private static Statement kept(Statement statement) {
        String sql = kept(statement.sql());
        return sql.equals(statement.sql())
                ? statement
                : new Statement(
                        sql, statement.serves(), statement.explanation(), statement.hazards(), statement.setting());
    }

    public static String kept(String sql) {
        if (!sql.contains("])::")) {
            return sql;
        }
        List<Token> tokens = Lexer.code(sql, PostgresqlText.SYNTAX);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i - 1).isSign("(")
                    && tokens.get(i).isWord("ARRAY")
                    && tokens.get(i + 1).isSign("[")) {
                int close = close(tokens, i + 1);
                Optional<String> element =
                        isCast(tokens, close) ? element(sql, tokens, i + 2, close) : Optional.empty();
                if (element.isPresent()) {
                    int end = tokens.get(close).end();
                    text.append(sql, from, end)
                            .append("::")
                            .append(element.get())
                            .append("[]");
                    from = end;
                }
            }
        }
        return text.append(sql, from, sql.length()).toString();
    }

    /** Where the bracket that opens there is closed. */
    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static int step(Token token) {
        return token.isSign("[") || token.isSign("(") ? 1 : token.isSign("]") || token.isSign(")") ? -1 : 0;
    }

    private static boolean isCast(List<Token> tokens, int close) {
        return close + 2 < tokens.size()
                && tokens.get(close + 1).isSign(")")
                && tokens.get(close + 2).isSign("::");
    }

    private static boolean isType(List<Token> tokens) {
        return tokens.stream()
                .noneMatch(token -> token.kind() == Token.Kind.OPERATOR
                        || token.kind() == Token.Kind.STRING
                        || token.isWord("COLLATE"));
    }

    /** The type that one of the elements is cast to as a whole. */
    private static Optional<String> element(String sql, List<Token> tokens, int start, int close) {
        int depth = 0;
        int cast = -1;
        for (int i = start; i <= close; i++) {
            boolean ends = depth == 0 && (i == close || tokens.get(i).isSign(","));
            if (ends && cast >= 0 && isType(tokens.subList(cast + 1, i))) {
                return Optional.of(sql.substring(
                        tokens.get(cast + 1).start(), tokens.get(i - 1).end()));
            }
            cast = depth == 0 && tokens.get(i).isSign("::") ? i : ends ? -1 : cast;
            depth += step(tokens.get(i));
        }
        return Optional.empty();
    }
}
