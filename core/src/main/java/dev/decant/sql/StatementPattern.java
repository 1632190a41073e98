package dev.decant.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a statement begins: {@code CREATE UNIQUE? INDEX CONCURRENTLY}.
 *
 * <p>A word or sign stands for itself, {@code A|B} for either, {@code A?} for itself or nothing, {@code ()?} for
 * anything in parentheses or nothing, {@code ...} for any tokens or none, and {@code $} for the end of the statement.
 * Whatever follows the pattern does not matter. Names in quotes are never words.
 */
public final class StatementPattern {
    private static final String GAP = "...";
    private static final String END = "$";
    private static final String OPTIONS = "()?";

    private final List<String> parts;

    private StatementPattern(List<String> parts) {
        this.parts = parts;
    }

    /** Reads a pattern whose parts are separated by blanks. */
    public static StatementPattern of(String pattern) {
        return new StatementPattern(Arrays.asList(pattern.split(" ")));
    }

    /** Whether a statement begins this way. */
    boolean matches(Beginning code) {
        return matches(0, code, 0);
    }

    private boolean matches(int part, Beginning code, int at) {
        if (part == parts.size()) {
            return true;
        }
        String expected = parts.get(part);
        return switch (expected) {
            case GAP -> matchesAfterGap(part + 1, code, at);
            case END -> !code.reaches(at);
            case OPTIONS -> matches(part + 1, code, endOfOptions(code, at));
            default -> matchesWord(expected, part, code, at);
        };
    }

    private boolean matchesWord(String expected, int part, Beginning code, int at) {
        boolean optional = expected.endsWith("?");
        String words = optional ? expected.substring(0, expected.length() - 1) : expected;
        boolean here = code.reaches(at) && isOneOf(code.get(at), words);
        return here && matches(part + 1, code, at + 1) || optional && matches(part + 1, code, at);
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

    private static boolean isOneOf(Token token, String words) {
        return switch (token.kind()) {
            case WORD, OPERATOR, PUNCTUATION ->
                Arrays.asList(words.split("\\|")).contains(token.text().toUpperCase(Locale.ROOT));
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
