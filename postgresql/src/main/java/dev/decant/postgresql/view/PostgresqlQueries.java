package dev.decant.postgresql.view;

import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queries of views: in one layout, whoever wrote them, and what can be told of them without a server. */
final class PostgresqlQueries {
    private static final Syntax SYNTAX = PostgresqlText.SYNTAX;

    private PostgresqlQueries() {}

    /** The query without comments and a semicolon, in the layout that depends on its tokens only. */
    static Expression canonical(Expression query) {
        return new Expression(PostgresqlQueryLayout.of(query.sql()));
    }

    /** The names of its columns, where each of them is written down; what the server makes up is not guessed. */
    static Optional<List<String>> columnNames(Expression query) {
        List<Token> tokens = Lexer.code(query.sql(), SYNTAX);
        int at = startOfItems(tokens);
        if (at < 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (List<Token> item : items(tokens.subList(at, tokens.size()))) {
            Optional<String> name = name(item);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(names);
    }

    /** Behind the first SELECT that stands in no parentheses. */
    private static int startOfItems(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0 && tokens.get(i).isWord("SELECT")) {
                boolean distinct = i + 1 < tokens.size() && tokens.get(i + 1).isWord("DISTINCT");
                boolean on =
                        distinct && i + 2 < tokens.size() && tokens.get(i + 2).isWord("ON");
                return on ? -1 : distinct ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    private static List<List<Token>> items(List<Token> tokens) {
        List<List<Token>> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int i = 0;
        for (; i < tokens.size() && !(depth == 0 && PostgresqlQueryLayout.isClause(tokens, i)); i++) {
            depth += step(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSign(",")) {
                items.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        items.add(tokens.subList(start, i));
        return items;
    }

    private static int step(Token token) {
        return token.isSign("(") || token.isSign("[") ? 1 : token.isSign(")") || token.isSign("]") ? -1 : 0;
    }

    /** The name behind AS, or that of a column that is shown as it is. */
    private static Optional<String> name(List<Token> item) {
        if (item.isEmpty() || !item.getLast().isName()) {
            return Optional.empty();
        }
        boolean named = item.size() > 2 && item.get(item.size() - 2).isWord("AS");
        return named || isPath(item) ? Optional.of(item.getLast().nameIn(SYNTAX)) : Optional.empty();
    }

    private static boolean isPath(List<Token> item) {
        for (int i = 0; i < item.size(); i++) {
            boolean name = item.get(i).isName()
                    && !SYNTAX.keywords().isReserved(item.get(i).text());
            if (i % 2 == 0 ? !name : !item.get(i).isSign(".")) {
                return false;
            }
        }
        return true;
    }
}
