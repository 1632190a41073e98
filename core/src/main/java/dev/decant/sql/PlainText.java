package dev.decant.sql;

import java.util.List;

/** Where words, numbers and operators end. */
final class PlainText {
    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?`";
    /** An operator of several characters may end in + or - only when it has one of these: the manual's 4.1.3. */
    private static final String SIGN_KEEPERS = "~!@#%^&|?`";

    /** A longer operator is an error to the server (NAMEDATALEN); the cap keeps a megabyte of signs linear. */
    private static final int LONGEST_OPERATOR = 64;

    private static final List<String> FIXED_OPERATORS =
            List.of("<=>", "->>", "->", "||", "&&", "<<", ">>", "<=", ">=", "<>", "!=", "==");

    private PlainText() {}

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isWordStart(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || character >= 0x80;
    }

    static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '$';
    }

    static boolean isBlank(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    static int endOfWord(String text, int start, int limit) {
        int at = start;
        while (at < limit && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int endOfBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int endOfDecimals(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a number begins here; {@code .1} is none where it may be a name behind its qualifier. */
    static boolean startsNumber(String text, int at, boolean mayBeName) {
        if (isDigit(text.charAt(at))) {
            return true;
        }
        boolean fraction = text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        return fraction && !mayBeName;
    }

    /** Whether a parameter or a variable begins here; {@code $1} aside, which looks like a dollar quote. */
    static boolean startsParameter(String text, int at, Syntax syntax) {
        boolean named = at + 1 < text.length() && isWordPart(text.charAt(at + 1));
        return switch (text.charAt(at)) {
            case '?' -> syntax.has(Feature.QUESTION_PARAMETERS);
            case ':' -> named && syntax.has(Feature.NAMED_PARAMETERS);
            case '@' ->
                syntax.has(Feature.AT_VARIABLES) && (named || text.startsWith("@@", at))
                        || syntax.has(Feature.NAMED_PARAMETERS) && named;
            default -> false;
        };
    }

    /** The end of a number: {@code 1}, {@code 1_000}, {@code 1.5}, {@code 1.}, {@code .5}, {@code 1e-3}, {@code 0xFF}. */
    static int endOfNumber(String text, int start, int limit) {
        if (isRadix(text, start, limit)) {
            return endOfDigits(text, start + 2, limit, true);
        }
        int at = endOfDigits(text, start, limit, false);
        // in 1..2 the dots are an operator of PL/pgSQL
        if (at < limit && text.charAt(at) == '.' && !text.startsWith("..", at)) {
            at = endOfDigits(text, at + 1, limit, false);
        }
        return endOfExponent(text, at, limit);
    }

    private static boolean isRadix(String text, int start, int limit) {
        boolean prefix =
                start + 2 < limit && text.charAt(start) == '0' && "xXoObB".indexOf(text.charAt(start + 1)) >= 0;
        return prefix && isRadixDigit(text.charAt(start + 2), true);
    }

    private static int endOfDigits(String text, int start, int limit, boolean letters) {
        int at = start;
        while (at < limit && isRadixDigit(text.charAt(at), letters)) {
            at++;
        }
        return at;
    }

    private static boolean isRadixDigit(char character, boolean letters) {
        return isDigit(character)
                || character == '_'
                || letters && Character.digit(character, 16) >= 0 && character < 0x80;
    }

    private static int endOfExponent(String text, int at, int limit) {
        if (at >= limit || "eE".indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int digits = at + 1 < limit && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        boolean exponent = digits < limit && isDigit(text.charAt(digits));
        return exponent ? endOfDigits(text, digits, limit, false) : at;
    }

    static boolean isOperator(char character, Syntax syntax) {
        boolean known = OPERATOR_CHARACTERS.indexOf(character) >= 0;
        return known && (syntax.has(Feature.CUSTOM_OPERATORS) || "?`".indexOf(character) < 0);
    }

    static int endOfOperator(String text, int start, int limit, Syntax syntax) {
        return syntax.has(Feature.CUSTOM_OPERATORS)
                ? endOfCustomOperator(text, start, limit)
                : endOfFixedOperator(text, start, limit);
    }

    private static int endOfFixedOperator(String text, int start, int limit) {
        for (String operator : FIXED_OPERATORS) {
            if (text.startsWith(operator, start) && start + operator.length() <= limit) {
                return start + operator.length();
            }
        }
        return start + 1;
    }

    private static int endOfCustomOperator(String text, int start, int limit) {
        int at = start;
        int stop = Math.min(limit, start + LONGEST_OPERATOR);
        boolean keepsSign = false;
        while (at < stop
                && OPERATOR_CHARACTERS.indexOf(text.charAt(at)) >= 0
                && !text.startsWith("--", at)
                && !text.startsWith("/*", at)) {
            keepsSign |= SIGN_KEEPERS.indexOf(text.charAt(at)) >= 0;
            at++;
        }
        while (!keepsSign && at > start + 1 && "+-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
