package dev.decant.sqlite;

import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import dev.decant.sql.Token.Kind;
import java.util.List;

/**
 * A column or an expression as it stands in the parentheses of a key or an index.
 *
 * @param subject what is sorted, as SQL
 * @param collation in which order; empty for the column's own
 * @param descending whether downwards
 */
record KeyColumn(String subject, String collation, boolean descending) {
    /** Reads {@code email COLLATE NOCASE DESC}. */
    static KeyColumn parse(String text) {
        List<Token> tokens = Lexer.code(text, Syntax.SQLITE);
        boolean descending = tokens.getLast().isWord("DESC");
        if (descending || tokens.getLast().isWord("ASC")) {
            tokens = tokens.subList(0, tokens.size() - 1);
        }
        boolean collated = tokens.size() > 2 && tokens.get(tokens.size() - 2).isWord("COLLATE");
        String collation = collated ? SqliteNames.upper(name(tokens.getLast())) : "";
        List<Token> subject = collated ? tokens.subList(0, tokens.size() - 2) : tokens;
        return new KeyColumn(
                text.substring(subject.getFirst().start(), subject.getLast().end()), collation, descending);
    }

    /** The subject as the name of a column; a string is taken for one where it stands alone. */
    String column() {
        return new TokenReader(subject).name();
    }

    /** Whether the subject is one name and nothing else. */
    boolean isName() {
        List<Token> tokens = Lexer.code(subject, Syntax.SQLITE);
        return tokens.size() == 1
                && (tokens.getFirst().isName() || tokens.getFirst().kind() == Kind.STRING);
    }

    /** What follows the subject, as SQL. */
    String order() {
        String collate = collation.isEmpty() ? "" : "COLLATE " + Syntax.SQLITE.name(collation);
        return (collate + (descending ? " DESC" : "")).strip();
    }

    private static String name(Token token) {
        return token.isName() ? token.nameIn(Syntax.SQLITE) : token.text();
    }
}
