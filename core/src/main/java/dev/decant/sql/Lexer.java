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
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How far a token may look ahead of its own end, tags of dollar quotes included. */
    private static final int AHEAD = 4096;

    private final Passage passage;
    private final Delimiter delimiter;
    private final Syntax syntax;
    private final boolean obeysDelimiter;
    private final Preceding preceding;

    /** Where the token ends in what is there of the text. */
    private int end;

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
        this.passage = new Passage(pieces);
        this.delimiter = new Delimiter(passage);
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
        while (passage.lacks(passage.at() + AHEAD)) {
            passage.read();
        }
        return passage.at() < passage.text().length();
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the text has no more tokens");
        }
        Kind kind = scan();
        while (passage.lacks(end + AHEAD)) {
            passage.read();
            kind = scan();
        }
        Token token = new Token(kind, text().substring(at(), end), passage.offset(), passage.line(), passage.column());
        passage.advance(end);
        preceding.remember(token);
        return token;
    }

    private String text() {
        return passage.text();
    }

    private int at() {
        return passage.at();
    }

    /** The line where the next token begins, from 1. */
    int line() {
        return passage.line();
    }

    /** From now on everything from a place of the whole text on is kept, for {@link #between}. */
    void keepFrom(int start) {
        passage.keepFrom(start);
    }

    /** What is kept: the text from a place to another. */
    String between(int from, int to) {
        return passage.between(from, to);
    }

    /** Keeps nothing any more. */
    void keepNothing() {
        passage.keepNothing();
    }

    private Kind scan() {
        end = at() + 1;
        char first = text().charAt(at());
        if (delimiter.startsHere()) {
            end = at() + delimiter.length();
            return Kind.TERMINATOR;
        }
        if (PlainText.isBlank(first) || first == BYTE_ORDER_MARK && passage.offset() == 0) {
            end = PlainText.endOfBlanks(text(), at() + 1);
            return Kind.WHITESPACE;
        }
        if (CommentText.startsLine(text(), at(), syntax)) {
            end = CommentText.endOfLine(text(), at(), syntax);
            return Kind.COMMENT;
        }
        if (text().startsWith("/*", at())) {
            end = terminated(CommentText.endOfBlock(text(), at(), syntax), SqlProblem.UNTERMINATED_COMMENT);
            return CommentText.isConditional(text(), at(), syntax) ? Kind.CONDITIONAL_COMMENT : Kind.COMMENT;
        }
        return scanCode(first);
    }

    private Kind scanCode(char first) {
        int quote = at() + QuotedText.prefixLength(text(), at(), syntax);
        if (QuotedText.opens(text().charAt(quote), syntax)) {
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
        if (PlainText.startsNumber(text(), at(), preceding.followsName() && syntax.has(Feature.DIGIT_NAMES))) {
            return scanNumber();
        }
        return PlainText.startsParameter(text(), at(), syntax) ? scanParameter() : scanSign(first);
    }

    private Kind scanQuoted(char first, int open) {
        char quote = text().charAt(open);
        boolean string = quote == '\'' || quote == '"' && syntax.has(Feature.DOUBLE_QUOTED_STRINGS);
        if (!string) {
            int close = quote == '[' ? text().indexOf(']', open) + 1 : QuotedText.endOfDoubled(text(), open, quote);
            end = terminated(close == 0 ? QuotedText.UNTERMINATED : close, SqlProblem.UNTERMINATED_NAME);
            return Kind.QUOTED_NAME;
        }
        boolean continued = open == at() && preceding.goesOnWithEscapes();
        boolean escapes = syntax.has(Feature.BACKSLASH_ESCAPES) || first == 'E' || first == 'e' || continued;
        int close =
                escapes ? QuotedText.endOfEscaped(text(), open, quote) : QuotedText.endOfDoubled(text(), open, quote);
        end = terminated(close, SqlProblem.UNTERMINATED_STRING);
        return Kind.STRING;
    }

    private Kind scanDollar() {
        int tag = syntax.has(Feature.DOLLAR_QUOTES) ? QuotedText.dollarTagLength(text(), at()) : 0;
        if (tag > 0) {
            end = terminated(QuotedText.endOfDollarQuoted(text(), at(), tag), SqlProblem.UNTERMINATED_DOLLAR_QUOTE);
            return Kind.STRING;
        }
        int after = PlainText.endOfWord(text(), at() + 1, delimiter.limit());
        boolean numbered = syntax.has(Feature.NUMBERED_PARAMETERS)
                && after > at() + 1
                && PlainText.isDigit(text().charAt(at() + 1));
        if (numbered) {
            end = PlainText.endOfDecimals(text(), at() + 1);
            return Kind.PARAMETER;
        }
        boolean named = syntax.has(Feature.NAMED_PARAMETERS) && after > at() + 1;
        boolean word = syntax.has(Feature.DIGIT_NAMES);
        end = named || word ? after : end;
        return named ? Kind.PARAMETER : word ? Kind.WORD : Kind.OTHER;
    }

    private Kind scanClientCommand() {
        end = CommentText.endOfLine(text(), at(), syntax);
        return Kind.CLIENT_COMMAND;
    }

    private Kind scanWord() {
        end = PlainText.endOfWord(text(), at(), delimiter.limit());
        boolean command = preceding.beginsStatement()
                && obeysDelimiter
                && text().substring(at(), end).equalsIgnoreCase("DELIMITER");
        if (!command) {
            return Kind.WORD;
        }
        int argument = end;
        scanClientCommand();
        delimiter.change(text().substring(argument, end).strip());
        return Kind.CLIENT_COMMAND;
    }

    private Kind scanNumber() {
        end = PlainText.endOfNumber(text(), at(), delimiter.limit());
        int wordEnd = PlainText.endOfWord(text(), at(), delimiter.limit());
        if (syntax.has(Feature.DIGIT_NAMES) && wordEnd > end) {
            end = wordEnd;
            return Kind.WORD;
        }
        return Kind.NUMBER;
    }

    private Kind scanParameter() {
        if (text().charAt(at()) == '?') {
            end = PlainText.endOfDecimals(text(), at() + 1);
        } else {
            int name = text().startsWith("@@", at()) ? at() + 2 : at() + 1;
            end = PlainText.endOfWord(text(), name, delimiter.limit());
        }
        return Kind.PARAMETER;
    }

    private Kind scanSign(char first) {
        if (text().startsWith("::", at()) || text().startsWith(":=", at()) || text().startsWith("..", at())) {
            end = at() + 2;
            return Kind.OPERATOR;
        }
        if (first == ';') {
            return delimiter.isSemicolon() ? Kind.TERMINATOR : Kind.PUNCTUATION;
        }
        if (",.()[]{}:".indexOf(first) >= 0) {
            return Kind.PUNCTUATION;
        }
        if (PlainText.isOperator(first, syntax)) {
            end = PlainText.endOfOperator(text(), at(), delimiter.limit(), syntax);
            return Kind.OPERATOR;
        }
        return Kind.OTHER;
    }

    /** The end of something that must have one, which may be in what is not read yet. */
    private int terminated(int offset, SqlProblem problem) {
        if (offset != QuotedText.UNTERMINATED) {
            return offset;
        }
        if (passage.goesOn()) {
            return text().length();
        }
        throw new SqlSyntaxException(problem, passage.line(), passage.column());
    }
}
