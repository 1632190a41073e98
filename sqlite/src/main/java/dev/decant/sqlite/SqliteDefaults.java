package dev.decant.sqlite;

import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import dev.decant.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Defaults of columns: lang_createtable.html, section 3.2. */
final class SqliteDefaults {
    private static final Set<String> CLOCK = Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");
    private static final Set<String> TRUTH = Set.of("TRUE", "FALSE");
    private static final Set<Kind> CONSTANTS = Set.of(Kind.NUMBER, Kind.STRING);

    private SqliteDefaults() {}

    /** The default in its one spelling: NULL is none, and a lone name is a string, as SQLite takes it. */
    static Fill canonical(Expression value) {
        List<Token> tokens = SqliteExpressions.withoutOuterParentheses(Lexer.code(value.sql(), Syntax.SQLITE));
        Token first = tokens.getFirst();
        if (tokens.size() == 1 && first.isWord("NULL")) {
            return Fill.NOTHING;
        }
        if (tokens.size() == 1 && first.isName() && !isKnownWord(first)) {
            return new Fill.Default(new Expression(Syntax.SQLITE.literal(first.nameIn(Syntax.SQLITE))));
        }
        return new Fill.Default(SqliteExpressions.canonical(value, NameScope.NOTHING));
    }

    private static boolean isKnownWord(Token token) {
        String word = SqliteNames.upper(token.text());
        return token.kind() == Kind.WORD && (CLOCK.contains(word) || TRUTH.contains(word));
    }

    /** The default in SQL: an expression that is more than a literal stands in parentheses. */
    static String sql(Expression value) {
        return isConstant(value) || CLOCK.contains(value.sql()) ? value.sql() : "(" + value + ")";
    }

    /** Whether a column with this default can be added to a table with rows: lang_altertable.html, section 5. */
    static boolean isConstant(Expression value) {
        List<Token> tokens = Lexer.code(value.sql(), Syntax.SQLITE);
        Token last = tokens.getLast();
        boolean signed = tokens.size() == 2
                && last.kind() == Kind.NUMBER
                && (tokens.getFirst().isSign("-") || tokens.getFirst().isSign("+"));
        boolean alone = tokens.size() == 1 && (CONSTANTS.contains(last.kind()) || TRUTH.contains(last.text()));
        return signed || alone;
    }
}
