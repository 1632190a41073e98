package dev.decant.sql;

/** Where comments begin and end. */
final class CommentText {
    private CommentText() {}

    /** Whether a comment that ends with its line begins here. */
    static boolean startsLine(String text, int at, Syntax syntax) {
        if (text.charAt(at) == '#') {
            return syntax.has(Feature.HASH_COMMENTS);
        }
        if (!text.startsWith("--", at)) {
            return false;
        }
        boolean anyFollows = !syntax.has(Feature.DASH_COMMENT_NEEDS_BLANK) || at + 2 == text.length();
        return anyFollows || text.charAt(at + 2) <= ' ';
    }

    /** The end of a line comment: the offset of the line end, which is not part of it. */
    static int endOfLine(String text, int start, Syntax syntax) {
        boolean returns = syntax.has(Feature.CARRIAGE_RETURN_ENDS_COMMENT);
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n') {
            boolean pair = text.startsWith("\r\n", at);
            if (pair || returns && text.charAt(at) == '\r') {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The offset after a block comment, or {@link QuotedText#UNTERMINATED}. */
    static int endOfBlock(String text, int start, Syntax syntax) {
        boolean nested = syntax.has(Feature.NESTED_COMMENTS);
        int depth = 1;
        int at = start + 2;
        while (at + 1 < text.length() && depth > 0) {
            if (text.charAt(at) == '*' && text.charAt(at + 1) == '/') {
                depth--;
                at += 2;
            } else if (nested && text.charAt(at) == '/' && text.charAt(at + 1) == '*') {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
        return depth == 0 ? at : endOfOpen(text, syntax);
    }

    private static int endOfOpen(String text, Syntax syntax) {
        return syntax.has(Feature.OPEN_COMMENT_ENDS_WITH_TEXT) ? text.length() : QuotedText.UNTERMINATED;
    }

    /** Whether the server obeys the block comment that begins here. */
    static boolean isConditional(String text, int start, Syntax syntax) {
        return syntax.has(Feature.CONDITIONAL_COMMENTS)
                && (text.startsWith("/*!", start) || text.startsWith("/*+", start) || text.startsWith("/*M!", start));
    }
}
