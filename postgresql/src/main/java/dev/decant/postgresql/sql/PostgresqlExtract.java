package dev.decant.postgresql.sql;

import dev.decant.sql.Token;
import java.util.List;
import java.util.Locale;

/**
 * What {@code EXTRACT} takes out of a time. The server keeps it as a text and shows it like a name (get_func_sql_syntax in
 * src/backend/utils/adt/ruleutils.c): {@code 'YEAR'} comes back as {@code YEAR}, quoted or not, and all of them mean {@code year}.
 */
public final class PostgresqlExtract {
    private PostgresqlExtract() {}

    /** The text of a token: in the one spelling where it is such a field, else as it stands. */
    public static String spelled(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return isField(tokens, i) ? field(token) : token.text();
    }

    /** Whether the token says what is taken. */
    static boolean isField(List<Token> tokens, int i) {
        return i > 1
                && i + 1 < tokens.size()
                && tokens.get(i - 2).isWord("EXTRACT")
                && tokens.get(i - 1).isSign("(")
                && tokens.get(i + 1).isWord("FROM");
    }

    private static String field(Token token) {
        String text = token.text();
        boolean plain = token.kind() == Token.Kind.WORD || text.matches("(['\"])[A-Za-z_]+\\1");
        return plain ? text.replaceAll("['\"]", "").toLowerCase(Locale.ROOT) : text;
    }
}
