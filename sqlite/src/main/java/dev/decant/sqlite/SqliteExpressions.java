package dev.decant.sqlite;

import dev.decant.model.Expression;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import dev.decant.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * The canonical text of an expression: SQLite keeps what was typed, so two spellings of the same thing have to be made equal here.
 *
 * <p>Comments and outer parentheses are gone, tokens stand one space apart where SQL wants one, keywords are in upper case and functions
 * in lower case, columns are spelled as their table spells them and never qualified by it. A name is in double quotes when it needs them.
 */
final class SqliteExpressions {
    private static final Set<String> COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");
    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE");

    private final List<Token> tokens;
    private final NameScope scope;
    private final CanonicalText text = new CanonicalText();
    private int at;
    private int typeDepth = -1;
    private int depth;

    private SqliteExpressions(String text, NameScope scope) {
        this.tokens = withoutOuterParentheses(Lexer.code(text, Syntax.SQLITE));
        this.scope = scope;
    }

    /** The canonical text of an expression over a row of the table. */
    static Expression canonical(Expression expression, NameScope scope) {
        return new Expression(canonical(expression.sql(), scope));
    }

    /** The canonical text of an expression over a row of the table. */
    static String canonical(String text, NameScope scope) {
        return new SqliteExpressions(text, scope).write();
    }

    /** A name as it stands in an expression. */
    static String name(String name) {
        return Syntax.SQLITE.name(name);
    }

    /** The tokens without the parentheses around all of them. */
    static List<Token> withoutOuterParentheses(List<Token> tokens) {
        List<Token> inside = tokens;
        while (inside.size() > 2 && inside.getFirst().isSign("(") && closing(inside) == inside.size() - 1) {
            inside = inside.subList(1, inside.size() - 1);
        }
        return inside;
    }

    private static int closing(List<Token> tokens) {
        int open = 0;
        for (int index = 0; index < tokens.size(); index++) {
            open += tokens.get(index).isSign("(") ? 1 : tokens.get(index).isSign(")") ? -1 : 0;
            if (open == 0) {
                return index;
            }
        }
        return -1;
    }

    private String write() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case WORD -> word(token);
                case QUOTED_NAME -> quotedName(token);
                case STRING -> text.value(literal(token.text()));
                case OPERATOR -> text.operator(operator(token.text()));
                case PUNCTUATION -> punctuation(token);
                case NUMBER, TERMINATOR, PARAMETER, COMMENT, CONDITIONAL_COMMENT -> text.value(token.text());
                case WHITESPACE, CLIENT_COMMAND, OTHER -> text.value(token.text());
            }
            at++;
        }
        return text.toString();
    }

    private void word(Token token) {
        String name = token.text();
        if (isWord(at - 1, "COLLATE")) {
            text.value(collation(name));
        } else if (typeDepth == depth) {
            text.value(SqliteNames.upper(name));
        } else if (Syntax.SQLITE.keywords().isReserved(name)) {
            keyword(name);
        } else if (!writeOwnName(name)) {
            other(name);
        }
    }

    private void keyword(String word) {
        if (word.equalsIgnoreCase("AS")) {
            typeDepth = depth;
        }
        if (word.equalsIgnoreCase("CAST")) {
            text.function("CAST");
        } else {
            text.keyword(SqliteNames.upper(word));
        }
    }

    private void quotedName(Token token) {
        String name = token.nameIn(Syntax.SQLITE);
        if (isWord(at - 1, "COLLATE")) {
            text.value(collation(name));
        } else if (typeDepth == depth) {
            text.value(SqliteNames.upper(name));
        } else if (!writeOwnName(name)) {
            boolean meansString = token.text().startsWith("\"") && !isSign(at + 1, "(") && !isSign(at + 1, ".");
            if (meansString) {
                text.value(Syntax.SQLITE.literal(name));
            } else {
                other(name);
            }
        }
    }

    /** Writes a column, or passes over the table's name before its dot. */
    private boolean writeOwnName(String name) {
        if (isSign(at + 1, ".") && scope.isTable(name)) {
            at++;
            return true;
        }
        if (isSign(at + 1, "(") || !scope.knows(name)) {
            return false;
        }
        text.value(name(scope.column(name).orElse(SqliteNames.key(name))));
        return true;
    }

    private void other(String name) {
        if (isSign(at + 1, "(")) {
            text.function(Syntax.SQLITE.name(SqliteNames.key(name)));
        } else if (CONSTANTS.contains(SqliteNames.upper(name)) && tokens.get(at).kind() == Kind.WORD) {
            text.value(SqliteNames.upper(name));
        } else {
            text.value(name(name));
        }
    }

    private void punctuation(Token token) {
        switch (token.text()) {
            case "(" -> {
                depth++;
                text.open();
            }
            case ")" -> {
                depth--;
                if (typeDepth > depth) {
                    typeDepth = -1;
                }
                text.close();
            }
            case "," -> text.comma();
            case "." -> text.dot();
            default -> text.operator(token.text());
        }
    }

    private static String collation(String name) {
        String upper = SqliteNames.upper(name);
        return COLLATIONS.contains(upper) ? upper : name(name);
    }

    private static String operator(String sign) {
        return switch (sign) {
            case "==" -> "=";
            case "!=" -> "<>";
            default -> sign;
        };
    }

    private static String literal(String string) {
        return string.startsWith("'") ? string : SqliteNames.upper(string);
    }

    private boolean isSign(int index, String sign) {
        return index < tokens.size() && tokens.get(index).isSign(sign);
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && tokens.get(index).isWord(word);
    }
}
