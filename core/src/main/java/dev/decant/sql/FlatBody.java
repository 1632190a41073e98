package dev.decant.sql;

import dev.decant.sql.Token.Kind;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A body of statements without blocks inside: it ends at the END that follows a semicolon.
 *
 * <p>That rule needs no count of CASE ... END, and takes no harm from columns named like keywords: each statement of
 * the body ends with a semicolon, and none begins with END. SQLite's own {@code sqlite3_complete} goes by it.
 */
final class FlatBody implements Body {
    private final BiPredicate<Token, Token> opens;
    private boolean create;
    private boolean open;
    private boolean empty;
    private @Nullable Token previous;

    private FlatBody(BiPredicate<Token, Token> opens) {
        this.opens = opens;
    }

    /** {@code CREATE FUNCTION ... BEGIN ATOMIC ...; END}: PostgreSQL. */
    static FlatBody atomic() {
        return new FlatBody((previous, token) -> previous.isWord("BEGIN") && token.isWord("ATOMIC"));
    }

    /** {@code CREATE TRIGGER ... BEGIN ...; END}: SQLite, where nothing but the end of the body ends the statement. */
    static FlatBody trigger() {
        return new FlatBody((previous, token) -> token.isWord("TRIGGER")
                && (previous.isWord("CREATE") || previous.isWord("TEMP") || previous.isWord("TEMPORARY")));
    }

    @Override
    public void read(Token token, int depth) {
        Token before = previous;
        previous = token;
        if (before == null) {
            create = token.isWord("CREATE");
        } else if (open) {
            boolean ends = empty || before.kind() == Kind.TERMINATOR;
            open = !(ends && token.isWord("END"));
            empty = false;
        } else if (create && depth == 0 && opens.test(before, token)) {
            open = true;
            empty = true;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
