package dev.decant.postgresql.sql;

import dev.decant.model.Expression;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How rows are divided, and which rows a partition holds, in the server's spelling: pg_get_partkeydef and pg_get_expr. */
public final class PostgresqlBounds {
    private static final Set<String> WORDS = Set.of(
            "RANGE",
            "LIST",
            "HASH",
            "FOR",
            "VALUES",
            "IN",
            "FROM",
            "TO",
            "WITH",
            "DEFAULT",
            "MINVALUE",
            "MAXVALUE",
            "NULL");

    private PostgresqlBounds() {}

    /** {@code RANGE (created_at)}. */
    public static Expression partitioning(Expression given) {
        int open = given.sql().indexOf('(');
        if (open < 0) {
            return given;
        }
        String keys = PostgresqlExpressions.canonical(
                        new Expression("x" + given.sql().substring(open)))
                .sql()
                .substring(1);
        return new Expression(given.sql().substring(0, open).strip().toUpperCase(Locale.ROOT) + " " + keys);
    }

    /** {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')}, {@code DEFAULT}. */
    public static Expression bound(Expression given) {
        List<Token> tokens = Lexer.code(given.sql(), PostgresqlText.SYNTAX);
        String text = tokens.stream().map(PostgresqlBounds::spelled).collect(Collectors.joining(" "));
        String tight = text.replace("( ", "(").replace(" )", ")").replace(" ,", ",");
        // The server quotes negative numbers: get_const_expr in ruleutils.c.
        return new Expression(tight.replaceAll("(?<=[(,] ?)- ([0-9.]+)", "'-$1'"));
    }

    private static String spelled(Token token) {
        String upper = token.text().toUpperCase(Locale.ROOT);
        if (token.kind() == Token.Kind.WORD) {
            return WORDS.contains(upper) ? upper : token.text().toLowerCase(Locale.ROOT);
        }
        return token.text();
    }
}
