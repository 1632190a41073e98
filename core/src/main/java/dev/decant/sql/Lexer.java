package dev.decant.sql;

import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Takes SQL apart into tokens, one at a time, in one pass.
 *
 * <p>Every character belongs to exactly one token, so that the tokens put together are the text again. A quote or
 * comment that never ends is a {@link SqlSyntaxException}; nothing else is.
 */
public final class Lexer implements Iterator<Token> {
    private static final String SEMICOLON = ";";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How far a token may look ahead of its own end, tags of dollar quotes included. */
    private static final int AHEAD = 4096;

    private final Iterator<String> pieces;
    private final Syntax syntax;
    private final boolean obeysDelimiter;
    private final Preceding preceding;
    /** What is read and still needed of the text. */
    private String text = "";
    /** Where that begins in the whole text. */
    private int base;
    /** What somebody still wants to have of the text, from here on. */
    private int wanted = Integer.MAX_VALUE;

    private int at;
    private int end;
    private int line = 1;
    private int column = 1;
    private String delimiter = SEMICOLON;
    private int nextDelimiter = -1;

    /** Reads any SQL: an expression, a statement, several. */
    public Lexer(String text, Syntax syntax) {
        this(List.of(text).iterator(), syntax);
    }

    /**
     * Reads a text that comes in pieces, which are put together no further than one token needs.
     *
     * @param pieces the text, cut anywhere
     */
    public Lexer(Iterator<String> pieces, Syntax syntax) {
        this(pieces, syntax, false);
    }

    private Lexer(Iterator<String> pieces, Syntax syntax, boolean obeysDelimiter) {
        this.pieces = pieces;
        this.syntax = syntax;
        this.obeysDelimiter = obeysDelimiter;
        this.preceding = new Preceding(syntax);
    }

    /** Reads a script that comes in one piece. */
    static Lexer ofScript(String text, Syntax syntax) {
        return ofScript(List.of(text).iterator(), syntax);
    }

    /** Reads a script, where a line DELIMITER tells what ends a statement from there on, if the dialect has that. */
    static Lexer ofScript(Iterator<String> pieces, Syntax syntax) {
        return new Lexer(pieces, syntax, syntax.has(Feature.DELIMITER_COMMAND));
    }

    /** All tokens of the text. */
    public static List<Token> tokens(String text, Syntax syntax) {
        List<Token> tokens = new ArrayList<>();
        new Lexer(text, syntax).forEachRemaining(tokens::add);
        return tokens;
    }

    /** The tokens of the text without white space and comments. */
    public static List<Token> code(String text, Syntax syntax) {
        List<Token> tokens = tokens(text, syntax);
        tokens.removeIf(token -> !token.isCode());
        return tokens;
    }

    @Override
    public boolean hasNext() {
        while (at + AHEAD > text.length() && pieces.hasNext()) {
            read();
        }
        return at < text.length();
    }

    /** Reads half as much more as there is already, so that a long statement is put together in few steps. */
    private void read() {
        int from = Math.min(at, wanted - base);
        String rest = text.substring(from);
        text = "";
        text = rest + more(rest.length() / 2);
        base += from;
        at -= from;
        nextDelimiter = -1;
    }

    private String more(int enough) {
        String first = pieces.next();
        if (first.length() >= enough) {
            return first;
        }
        StringBuilder more = new StringBuilder(enough + first.length()).append(first);
        while (more.length() < enough && pieces.hasNext()) {
            more.append(pieces.next());
        }
        return more.toString();
    }

    /** From now on everything from a place of the whole text on is kept, for {@link #between}. */
    void keepFrom(int start) {
        wanted = start;
    }

    /** What is kept: the text from a place to another. */
    String between(int from, int to) {
        return text.substring(from - base, to - base);
    }

    /** Keeps nothing any more. */
    void keepNothing() {
        wanted = Integer.MAX_VALUE;
        if (at > text.length() / 2) {
            text = text.substring(at);
            base += at;
            at = 0;
            nextDelimiter = -1;
        }
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the text has no more tokens");
        }
        end = at + 1;
        Kind kind = scan();
        while (end + AHEAD > text.length() && pieces.hasNext()) {
            read();
            end = at + 1;
            kind = scan();
        }
        Token token = new Token(kind, text.substring(at, end), base + at, line, column);
        advance();
        preceding.remember(token);
        return token;
    }

    /** The line where the next token begins, from 1. */
    int line() {
        return line;
    }

    private void advance() {
        int afterBreak = at;
        for (int index = at; index < end; index++) {
            char character = text.charAt(index);
            if (character == '\n' || character == '\r' && !text.startsWith("\r\n", index)) {
                line++;
                column = 1;
                afterBreak = index + 1;
            }
        }
        column += text.codePointCount(afterBreak, end);
        at = end;
    }

    private Kind scan() {
        char first = text.charAt(at);
        if (startsDelimiter()) {
            end = at + delimiter.length();
            return Kind.TERMINATOR;
        }
        if (PlainText.isBlank(first) || first == BYTE_ORDER_MARK && base + at == 0) {
            end = PlainText.endOfBlanks(text, at + 1);
            return Kind.WHITESPACE;
        }
        if (CommentText.startsLine(text, at, syntax)) {
            end = CommentText.endOfLine(text, at, syntax);
            return Kind.COMMENT;
        }
        if (text.startsWith("/*", at)) {
            end = terminated(CommentText.endOfBlock(text, at, syntax), SqlProblem.UNTERMINATED_COMMENT);
            return CommentText.isConditional(text, at, syntax) ? Kind.CONDITIONAL_COMMENT : Kind.COMMENT;
        }
        return scanCode(first);
    }

    private Kind scanCode(char first) {
        int quote = at + QuotedText.prefixLength(text, at, syntax);
        if (QuotedText.opens(text.charAt(quote), syntax)) {
            return scanQuoted(first, quote);
        }
        if (first == '$') {
            return scanDollar();
        }
        if (first == '\\' && syntax.has(Feature.BACKSLASH_COMMANDS)) {
            return scanClientCommand();
        }
        if (PlainText.isWordStart(first)) {
            return scanWord();
        }
        if (PlainText.startsNumber(text, at, preceding.followsName() && syntax.has(Feature.DIGIT_NAMES))) {
            return scanNumber();
        }
        return PlainText.startsParameter(text, at, syntax) ? scanParameter() : scanSign(first);
    }

    private Kind scanQuoted(char first, int open) {
        char quote = text.charAt(open);
        boolean string = quote == '\'' || quote == '"' && syntax.has(Feature.DOUBLE_QUOTED_STRINGS);
        if (!string) {
            int close = quote == '[' ? text.indexOf(']', open) + 1 : QuotedText.endOfDoubled(text, open, quote);
            end = terminated(close == 0 ? QuotedText.UNTERMINATED : close, SqlProblem.UNTERMINATED_NAME);
            return Kind.QUOTED_NAME;
        }
        boolean continued = open == at && preceding.goesOnWithEscapes();
        boolean escapes = syntax.has(Feature.BACKSLASH_ESCAPES) || first == 'E' || first == 'e' || continued;
        int close = escapes ? QuotedText.endOfEscaped(text, open, quote) : QuotedText.endOfDoubled(text, open, quote);
        end = terminated(close, SqlProblem.UNTERMINATED_STRING);
        return Kind.STRING;
    }

    private Kind scanDollar() {
        int tag = syntax.has(Feature.DOLLAR_QUOTES) ? QuotedText.dollarTagLength(text, at) : 0;
        if (tag > 0) {
            end = terminated(QuotedText.endOfDollarQuoted(text, at, tag), SqlProblem.UNTERMINATED_DOLLAR_QUOTE);
            return Kind.STRING;
        }
        int after = PlainText.endOfWord(text, at + 1, limit());
        boolean numbered =
                syntax.has(Feature.NUMBERED_PARAMETERS) && after > at + 1 && PlainText.isDigit(text.charAt(at + 1));
        if (numbered) {
            end = PlainText.endOfDecimals(text, at + 1);
            return Kind.PARAMETER;
        }
        boolean named = syntax.has(Feature.NAMED_PARAMETERS) && after > at + 1;
        boolean word = syntax.has(Feature.DIGIT_NAMES);
        end = named || word ? after : end;
        return named ? Kind.PARAMETER : word ? Kind.WORD : Kind.OTHER;
    }

    private Kind scanClientCommand() {
        end = CommentText.endOfLine(text, at, syntax);
        return Kind.CLIENT_COMMAND;
    }

    private Kind scanWord() {
        end = PlainText.endOfWord(text, at, limit());
        boolean command = preceding.beginsStatement()
                && obeysDelimiter
                && text.substring(at, end).equalsIgnoreCase("DELIMITER");
        if (!command) {
            return Kind.WORD;
        }
        int argument = end;
        scanClientCommand();
        changeDelimiter(text.substring(argument, end).strip());
        return Kind.CLIENT_COMMAND;
    }

    private void changeDelimiter(String argument) {
        if (argument.isEmpty()) {
            throw new SqlSyntaxException(
                    SqlProblem.CLIENT_COMMAND,
                    line,
                    column,
                    "DELIMITER names no delimiter",
                    "write what ends a statement from here on, as in DELIMITER //");
        }
        delimiter = argument.split("\\s", 2)[0];
        nextDelimiter = -1;
    }

    private Kind scanNumber() {
        end = PlainText.endOfNumber(text, at, limit());
        int wordEnd = PlainText.endOfWord(text, at, limit());
        if (syntax.has(Feature.DIGIT_NAMES) && wordEnd > end) {
            end = wordEnd;
            return Kind.WORD;
        }
        return Kind.NUMBER;
    }

    private Kind scanParameter() {
        if (text.charAt(at) == '?') {
            end = PlainText.endOfDecimals(text, at + 1);
        } else {
            int name = text.startsWith("@@", at) ? at + 2 : at + 1;
            end = PlainText.endOfWord(text, name, limit());
        }
        return Kind.PARAMETER;
    }

    private Kind scanSign(char first) {
        if (text.startsWith("::", at) || text.startsWith(":=", at) || text.startsWith("..", at)) {
            end = at + 2;
            return Kind.OPERATOR;
        }
        if (first == ';') {
            return delimiter.equals(SEMICOLON) ? Kind.TERMINATOR : Kind.PUNCTUATION;
        }
        if (",.()[]{}:".indexOf(first) >= 0) {
            return Kind.PUNCTUATION;
        }
        if (PlainText.isOperator(first, syntax)) {
            end = PlainText.endOfOperator(text, at, limit(), syntax);
            return Kind.OPERATOR;
        }
        return Kind.OTHER;
    }

    private boolean startsDelimiter() {
        return !delimiter.equals(SEMICOLON) && text.startsWith(delimiter, at);
    }

    /** Where a word or an operator must end at the latest: the next delimiter, which may be made of their characters. */
    private int limit() {
        if (delimiter.equals(SEMICOLON)) {
            return text.length();
        }
        if (nextDelimiter < at) {
            int found = text.indexOf(delimiter, at);
            nextDelimiter = found < 0 ? text.length() : found;
        }
        return nextDelimiter;
    }

    /** The end of something that must have one, which may be in what is not read yet. */
    private int terminated(int offset, SqlProblem problem) {
        if (offset != QuotedText.UNTERMINATED) {
            return offset;
        }
        if (pieces.hasNext()) {
            return text.length();
        }
        throw new SqlSyntaxException(problem, line, column);
    }
}
