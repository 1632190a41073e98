package dev.decant.postgresql.view;

import dev.decant.postgresql.sql.PostgresqlExtract;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a query in lines: a clause a line, an element of a list a line, the branches of a CASE below each other.
 *
 * <p>Only white space changes, so that the query of the server and the same query of a file are one text.
 */
final class PostgresqlQueryLayout {
    private static final int INDENT = 4;
    private static final Set<String> CLAUSES = Set.of(
            "SELECT", "FROM", "WHERE", "HAVING", "LIMIT", "OFFSET", "FETCH", "WINDOW", "UNION", "INTERSECT", "EXCEPT");
    private static final Set<String> JOINS = Set.of("JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL");

    /** What the innermost parenthesis or CASE holds. */
    private enum Kind {
        QUERY,
        JOINS,
        CASE,
        OTHER
    }

    private record Frame(Kind kind, int base) {}

    private final List<Token> tokens;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int lineIndent;
    private boolean inFrom;

    private PostgresqlQueryLayout(List<Token> tokens) {
        this.tokens = tokens;
        frames.push(new Frame(Kind.QUERY, 0));
    }

    static String of(String query) {
        List<Token> code = Lexer.code(query, PostgresqlText.SYNTAX).stream()
                .filter(token -> token.kind() != Token.Kind.TERMINATOR)
                .toList();
        return new PostgresqlQueryLayout(code).written();
    }

    private String written() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSign(")") && frames.size() > 1 && frame().kind() != Kind.CASE) {
                frames.pop();
            }
            before(i);
            text.append(PostgresqlExtract.spelled(tokens, i));
            after(i);
        }
        return text.toString();
    }

    private Frame frame() {
        return frames.element();
    }

    /** The white space before a token. */
    private void before(int i) {
        int indent = newLineBefore(i);
        if (i == 0) {
            return;
        }
        if (indent >= 0) {
            lineIndent = indent;
            text.append('\n').append(" ".repeat(indent));
        } else if (isApart(i)) {
            boolean continued = isString(i) && isString(i - 1);
            text.append(continued ? "\n" : " ");
        }
    }

    private boolean isString(int i) {
        return tokens.get(i).kind() == Token.Kind.STRING;
    }

    /** Whether white space stood there, and is more than taste. */
    private boolean isApart(int i) {
        boolean tight = tokens.get(i - 1).isSign("(")
                || tokens.get(i).isSign(")")
                || tokens.get(i).isSign(",");
        boolean apart = tokens.get(i).start() > tokens.get(i - 1).end();
        return !tight && (apart || tokens.get(i - 1).isSign(","));
    }

    /** How far the new line that begins here is indented; less than nothing when none does. */
    private int newLineBefore(int i) {
        int base = frame().base();
        return switch (frame().kind()) {
            case QUERY -> inQuery(i, base);
            case JOINS -> isJoin(i) ? base + INDENT : -1;
            case CASE -> isBranch(i) ? base + INDENT : word(i, "END") ? base : -1;
            case OTHER -> -1;
        };
    }

    private int inQuery(int i, int base) {
        if (i == 0 || tokens.get(i - 1).isSign("(")) {
            return -1;
        }
        if (isClause(tokens, i)) {
            return base;
        }
        return tokens.get(i - 1).isSign(",") || inFrom && isJoin(i) ? base + INDENT : -1;
    }

    private boolean isBranch(int i) {
        return word(i, "WHEN") || word(i, "ELSE");
    }

    private void after(int i) {
        Token token = tokens.get(i);
        if (frame().kind() == Kind.QUERY && isClause(tokens, i)) {
            inFrom = token.isWord("FROM");
        }
        if (token.isSign("(")) {
            frames.push(opened(i));
        } else if (word(i, "CASE") && !named(tokens, i)) {
            frames.push(new Frame(Kind.CASE, lineIndent));
        } else if (frame().kind() == Kind.CASE && word(i, "END")) {
            frames.pop();
        }
    }

    private Frame opened(int i) {
        if (word(i + 1, "SELECT") || word(i + 1, "WITH")) {
            return new Frame(Kind.QUERY, lineIndent + INDENT);
        }
        boolean joins = frame().kind() == Kind.JOINS || frame().kind() == Kind.QUERY && inFrom;
        boolean first = i > 0
                && (word(i - 1, "FROM")
                        || word(i - 1, "JOIN")
                        || tokens.get(i - 1).isSign(",")
                        || tokens.get(i - 1).isSign("("));
        return new Frame(joins && first ? Kind.JOINS : Kind.OTHER, frame().base());
    }

    /** Whether a clause of a query begins here, as far as the words tell. */
    static boolean isClause(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.kind() != Token.Kind.WORD || named(tokens, i)) {
            return false;
        }
        String word = token.text().toUpperCase(Locale.ROOT);
        if (word.equals("GROUP") || word.equals("ORDER")) {
            return i + 1 < tokens.size() && tokens.get(i + 1).isWord("BY");
        }
        boolean compares = word.equals("FROM") && i > 0 && tokens.get(i - 1).isWord("DISTINCT");
        return CLAUSES.contains(word) && !compares;
    }

    /** Whether the word is a name by its place: behind a dot or AS. */
    private static boolean named(List<Token> tokens, int i) {
        return i > 0 && (tokens.get(i - 1).isSign(".") || tokens.get(i - 1).isWord("AS"));
    }

    private boolean isJoin(int i) {
        Token token = tokens.get(i);
        boolean join = token.kind() == Token.Kind.WORD
                && JOINS.contains(token.text().toUpperCase(Locale.ROOT))
                && !named(tokens, i);
        boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSign("(") && !token.isWord("JOIN");
        return join && !call && !continuesJoin(i);
    }

    private boolean continuesJoin(int i) {
        return i > 0
                && (word(i - 1, "OUTER")
                        || JOINS.stream().filter(word -> !word.equals("JOIN")).anyMatch(word -> word(i - 1, word)));
    }

    private boolean word(int i, String word) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord(word);
    }
}
