package dev.decant.sql;

/** Where quoted things end, and what they say inside their quotes. */
final class QuotedText {
    /** Says that the text ended first. */
    static final int UNTERMINATED = -1;

    private QuotedText() {}

    /** The length of the letters that belong to the quote after them: {@code E'}, {@code U&"}, {@code X'}. */
    static int prefixLength(String text, int at, Syntax syntax) {
        char first = text.charAt(at);
        boolean unicode = (first == 'U' || first == 'u') && syntax.has(Feature.UNICODE_QUOTES);
        if (unicode && (text.startsWith("&'", at + 1) || text.startsWith("&\"", at + 1))) {
            return 2;
        }
        boolean prefix = switch (first) {
            case 'E', 'e' -> syntax.has(Feature.ESCAPE_STRINGS);
            case 'B', 'b' -> syntax.has(Feature.BIT_STRINGS);
            case 'X', 'x' -> syntax.has(Feature.HEX_STRINGS);
            case 'N', 'n' -> syntax.has(Feature.NATIONAL_STRINGS);
            default -> false;
        };
        return prefix && text.startsWith("'", at + 1) ? 1 : 0;
    }

    /** Whether a string or a quoted name begins with this character. */
    static boolean opens(char character, Syntax syntax) {
        return switch (character) {
            case '\'', '"' -> true;
            case '`' -> syntax.has(Feature.BACKTICK_NAMES);
            case '[' -> syntax.has(Feature.BRACKET_NAMES);
            default -> false;
        };
    }

    /** The offset after the quote that closes what opens at {@code open}; a doubled quote does not close. */
    static int endOfDoubled(String text, int open, char quote) {
        int at = text.indexOf(quote, open + 1);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == quote) {
            at = text.indexOf(quote, at + 2);
        }
        return at < 0 ? UNTERMINATED : at + 1;
    }

    /** As {@link #endOfDoubled}, where a backslash takes the next character's meaning away as well. */
    static int endOfEscaped(String text, int open, char quote) {
        int at = open + 1;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '\\') {
                at += 2;
            } else if (character != quote) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return UNTERMINATED;
    }

    /** The length of the tag {@code $...$} that begins at {@code start}, or 0 when none does. */
    static int dollarTagLength(String text, int start) {
        int at = start + 1;
        while (at < text.length() && isTagCharacter(text.charAt(at), at == start + 1)) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '$' ? at + 1 - start : 0;
    }

    /** The offset after the closing tag of the dollar-quoted string that begins at {@code start}. */
    static int endOfDollarQuoted(String text, int start, int tagLength) {
        String tag = text.substring(start, start + tagLength);
        int at = text.indexOf(tag, start + tagLength);
        return at < 0 ? UNTERMINATED : at + tagLength;
    }

    /** What a quoted name says: quotes taken off, doubled quotes single, {@code U&} escapes resolved. */
    static String unquote(String text) {
        if (text.startsWith("[")) {
            return text.substring(1, text.length() - 1);
        }
        boolean unicode = text.charAt(0) == 'U' || text.charAt(0) == 'u';
        String quoted = unicode ? text.substring(2) : text;
        String quote = quoted.substring(0, 1);
        String inside = quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
        return unicode ? resolveUnicode(inside) : inside;
    }

    private static String resolveUnicode(String text) {
        StringBuilder resolved = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int digits = text.charAt(at) == '\\' ? escapeDigits(text, at) : 0;
            if (digits == 0) {
                boolean doubled = text.startsWith("\\\\", at);
                resolved.append(text.charAt(at));
                at += doubled ? 2 : 1;
            } else {
                int from = at + (digits == 6 ? 2 : 1);
                resolved.appendCodePoint(Integer.parseInt(text, from, from + digits, 16));
                at = from + digits;
            }
        }
        return resolved.toString();
    }

    /** 4 for {@code \0061}, 6 for {@code \+000061}, 0 for anything else. */
    private static int escapeDigits(String text, int backslash) {
        if (isHex(text, backslash + 1, 4)) {
            return 4;
        }
        boolean six = text.startsWith("\\+", backslash)
                && isHex(text, backslash + 2, 6)
                && Integer.parseInt(text, backslash + 2, backslash + 8, 16) <= Character.MAX_CODE_POINT;
        return six ? 6 : 0;
    }

    private static boolean isHex(String text, int from, int length) {
        if (from + length > text.length()) {
            return false;
        }
        for (int at = from; at < from + length; at++) {
            char character = text.charAt(at);
            if (character > 'f' || Character.digit(character, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTagCharacter(char character, boolean first) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || character >= 0x80
                || !first && character >= '0' && character <= '9';
    }
}
