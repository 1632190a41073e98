package dev.decant.sql;

import dev.decant.sql.Token.Kind;

/** What the tokens before tell of how the next one is read. */
final class Preceding {
    private final Syntax syntax;
    private boolean beginsStatement = true;
    private boolean followsName;
    private Continuation continuation = Continuation.NONE;

    /** Whether a plain quote would go on with an {@code E'...'} string: it does after a line break (manual 4.1.2.1). */
    private enum Continuation {
        NONE,
        AFTER_STRING,
        AFTER_LINE_BREAK
    }

    Preceding(Syntax syntax) {
        this.syntax = syntax;
    }

    /** Whether a statement begins with the next token of code. */
    boolean beginsStatement() {
        return beginsStatement;
    }

    /** Whether the last token of code was a name. */
    boolean followsName() {
        return followsName;
    }

    /** Whether a plain quote goes on with a string that knows escapes. */
    boolean goesOnWithEscapes() {
        return continuation == Continuation.AFTER_LINE_BREAK;
    }

    void remember(Token token) {
        if (token.isCode()) {
            beginsStatement = token.kind() == Kind.TERMINATOR || token.kind() == Kind.CLIENT_COMMAND;
            followsName = token.isName();
        }
        boolean breaks = token.kind() == Kind.WHITESPACE
                && (token.text().indexOf('\n') >= 0 || token.text().indexOf('\r') >= 0);
        boolean passes = token.kind() == Kind.WHITESPACE
                || token.kind() == Kind.COMMENT && !token.text().startsWith("/*");
        if (breaks && continuation == Continuation.AFTER_STRING) {
            continuation = Continuation.AFTER_LINE_BREAK;
        } else if (!passes) {
            continuation = escapes(token) ? Continuation.AFTER_STRING : Continuation.NONE;
        }
    }

    private boolean escapes(Token token) {
        boolean continued = goesOnWithEscapes() && token.text().charAt(0) == '\'';
        boolean prefixed = token.text().charAt(0) == 'E' || token.text().charAt(0) == 'e';
        return token.kind() == Kind.STRING && syntax.has(Feature.ESCAPE_STRINGS) && (continued || prefixed);
    }
}
