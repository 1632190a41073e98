package dev.decant.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a statement begins: {@code CREATE UNIQUE? INDEX CONCURRENTLY}.
 *
 * <p>A word or sign stands for itself, {@code A|B} for either, {@code A?} for itself or nothing, {@code ()?} for
 * anything in parentheses or nothing, {@code ...} for any tokens or none, and {@code $} for the end of the statement.
 * Whatever follows the pattern does not matter. Names in quotes are never words.
 */
public final class StatementPattern {
    private final List<Part> parts;

    private StatementPattern(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {}

    /** One of these words or signs, in upper case, or nothing where it may be missing. */
    private record Word(Set<String> words, boolean optional) implements Part {
        static Word of(String text) {
            boolean optional = text.endsWith("?");
            String words = optional ? text.substring(0, text.length() - 1) : text;
            return new Word(Set.of(words.split("\\|")), optional);
        }
    }

    private enum Sign implements Part {
        GAP,
        END,
        OPTIONS
    }

    /** Reads a pattern whose parts are separated by blanks. */
    public static StatementPattern of(String pattern) {
        return new StatementPattern(
                Arrays.stream(pattern.split(" ")).map(StatementPattern::part).toList());
    }

    private static Part part(String text) {
        return switch (text) {
            case "..." -> Sign.GAP;
            case "$" -> Sign.END;
            case "()?" -> Sign.OPTIONS;
            default -> Word.of(text);
        };
    }

    /** Whether a statement begins this way. */
    boolean matches(Beginning code) {
        return matches(0, code, 0);
    }

    private boolean matches(int part, Beginning code, int at) {
        if (part == parts.size()) {
            return true;
        }
        return switch (parts.get(part)) {
            case Sign.GAP -> matchesAfterGap(part + 1, code, at);
            case Sign.END -> !code.reaches(at);
            case Sign.OPTIONS -> matches(part + 1, code, endOfOptions(code, at));
            case Word word -> matchesWord(word, part, code, at);
        };
    }

    private boolean matchesWord(Word word, int part, Beginning code, int at) {
        boolean here = code.reaches(at) && isOneOf(code.get(at), word.words());
        return here && matches(part + 1, code, at + 1) || word.optional() && matches(part + 1, code, at);
    }

    private boolean matchesAfterGap(int part, Beginning code, int at) {
        int start = at;
        while (!matches(part, code, start)) {
            if (!code.reaches(start)) {
                return false;
            }
            start++;
        }
        return true;
    }

    private static boolean isOneOf(Token token, Set<String> words) {
        return switch (token.kind()) {
            case WORD, OPERATOR, PUNCTUATION -> words.contains(token.text().toUpperCase(Locale.ROOT));
            case QUOTED_NAME, STRING, NUMBER, TERMINATOR, PARAMETER -> false;
            case COMMENT, CONDITIONAL_COMMENT, WHITESPACE, CLIENT_COMMAND, OTHER -> false;
        };
    }

    private static int endOfOptions(Beginning code, int at) {
        if (!code.reaches(at) || !code.get(at).isSign("(")) {
            return at;
        }
        int end = at;
        while (code.reaches(end) && !code.get(end).isSign(")")) {
            end++;
        }
        return code.reaches(end) ? end + 1 : end;
    }
}
