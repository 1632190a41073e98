package dev.decant.sql;

/**
 * One piece of SQL text; the tokens of a text, put together, are the text.
 *
 * @param text the characters as they stand in the source, quotes included
 * @param start where it begins in the source, in UTF-16 characters from 0
 * @param line the line where it begins, from 1
 * @param column the place in that line where it begins, in code points from 1
 */
public record Token(Kind kind, String text, int start, int line, int column) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or an unquoted name. */
        WORD,
        /** A name in quotes. */
        QUOTED_NAME,
        /** A string, with its prefix and quotes; a dollar-quoted body too. */
        STRING,
        /** A number without its sign. */
        NUMBER,
        /** An operator, {@code ::} and {@code :=} included. */
        OPERATOR,
        /** A comma, a dot, a parenthesis, a bracket, a lone colon. */
        PUNCTUATION,
        /** What ends a statement: a semicolon, or in a script what a DELIMITER line set in its stead. */
        TERMINATOR,
        /** A parameter or a session variable. */
        PARAMETER,
        /** A comment that the server ignores; the end of its line is not part of it. */
        COMMENT,
        /** Text in a comment's clothes that the server obeys. */
        CONDITIONAL_COMMENT,
        /** Blanks and line ends. */
        WHITESPACE,
        /** A command to a client program, to the end of its line. */
        CLIENT_COMMAND,
        /** A character that fits nowhere; the server will say so. */
        OTHER
    }

    /** Where the next token begins. */
    public int end() {
        return start + text.length();
    }

    /** Whether the server makes anything of it: neither white space nor a comment. */
    public boolean isCode() {
        return kind != Kind.WHITESPACE && kind != Kind.COMMENT;
    }

    /** Whether it is this keyword, in any letter case. */
    public boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is exactly this operator or punctuation. */
    public boolean isSign(String sign) {
        return (kind == Kind.OPERATOR || kind == Kind.PUNCTUATION) && text.equals(sign);
    }

    /** Whether it can be a name or a part of one. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The name that it stands for: folded when unquoted, without its quotes when quoted. */
    public String nameIn(Syntax syntax) {
        return switch (kind) {
            case WORD -> syntax.folding().fold(text);
            case QUOTED_NAME -> QuotedText.unquote(text);
            case STRING, NUMBER, OPERATOR, PUNCTUATION, TERMINATOR, PARAMETER -> throw notName();
            case COMMENT, CONDITIONAL_COMMENT, WHITESPACE, CLIENT_COMMAND, OTHER -> throw notName();
        };
    }

    private IllegalStateException notName() {
        return new IllegalStateException("no name: " + text);
    }
}
