package dev.decant.sql;

import dev.decant.failure.Suggestions;
import java.util.List;
import java.util.Optional;

/**
 * A line {@code -- decant: KEY VALUE} in a script: a word to Decant in a comment that no server sees.
 *
 * @param key what is set, in lower case
 * @param value what it is set to; may be empty
 * @param line where it stands, from 1
 * @param column where it begins in that line, from 1
 */
public record Directive(String key, String value, int line, int column) {
    private static final String MARK = "decant:";

    /** Checks that there is a key. */
    public Directive {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a directive needs a key");
        }
    }

    /** What follows {@code -- decant:}, white space folded; nothing when the token is no directive. */
    static Optional<String> textOf(Token token) {
        if (token.kind() != Token.Kind.COMMENT || !token.text().startsWith("--")) {
            return Optional.empty();
        }
        String comment = token.text().substring(2).strip();
        boolean marked = comment.regionMatches(true, 0, MARK, 0, MARK.length());
        return marked
                ? Optional.of(comment.substring(MARK.length()).strip().replaceAll("\\s+", " "))
                : Optional.empty();
    }

    /** The directive that the token is, if it is one. */
    static Optional<Directive> of(Token token, DirectiveKeys keys) {
        return textOf(token).map(text -> parse(text, token, keys));
    }

    private static Directive parse(String text, Token token, DirectiveKeys keys) {
        String[] parts = text.split(" ", 2);
        String key = Folding.lower(parts[0]);
        Directive directive = new Directive(
                key.isEmpty() ? "?" : key, parts.length == 2 ? parts[1] : "", token.line(), token.column());
        if (key.isEmpty()) {
            throw directive.problem(SqlProblem.MALFORMED_DIRECTIVE);
        }
        if (!keys.all().contains(key)) {
            throw new SqlSyntaxException(
                    SqlProblem.UNKNOWN_DIRECTIVE,
                    token.line(),
                    token.column(),
                    "there is no directive \"" + parts[0] + "\"",
                    Suggestions.advice(key, List.copyOf(keys.all())));
        }
        return directive;
    }

    SqlSyntaxException problem(SqlProblem problem) {
        return new SqlSyntaxException(problem, line, column);
    }
}
