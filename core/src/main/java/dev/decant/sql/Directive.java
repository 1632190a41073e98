package dev.decant.sql;

import java.util.Optional;

/**
 * A line {@code -- decant: KEY VALUE} in a script: a word to Decant in a comment that no server sees.
 *
 * @param key what is set
 * @param value what it is set to; may be empty
 * @param line where it stands, from 1
 * @param column where it begins in that line, from 1
 */
public record Directive(String key, String value, int line, int column) {
    private static final String MARK = "decant:";

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
        return marked ? Optional.of(comment.substring(MARK.length()).strip().replaceAll("\\s+", " ")) : Optional.empty();
    }
}
