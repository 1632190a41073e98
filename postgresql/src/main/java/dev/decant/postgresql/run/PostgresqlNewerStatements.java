package dev.decant.postgresql.run;

import dev.decant.database.NewerStatements;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said of things that older servers have too, but in words that they do not know. What they cannot have at all they refuse themselves
 * when the schema is built.
 */
public final class PostgresqlNewerStatements implements NewerStatements {
    /** The manual's page of ALTER TABLE for PostgreSQL 15 is the first that has it; so is that of ALTER MATERIALIZED VIEW. */
    private static final int SETS_ACCESS_METHOD = 15;

    @Override
    public int known() {
        return SETS_ACCESS_METHOD;
    }

    @Override
    public Optional<String> lacking(String sql, int version) {
        return version < SETS_ACCESS_METHOD && setsAccessMethod(sql)
                ? Optional.of("SET ACCESS METHOD, which is new in PostgreSQL " + SETS_ACCESS_METHOD + ": "
                        + sql.strip().lines().findFirst().orElse(""))
                : Optional.empty();
    }

    private static boolean setsAccessMethod(String sql) {
        if (!sql.toUpperCase(Locale.ROOT).contains("METHOD")) {
            return false;
        }
        List<Token> tokens = Lexer.code(sql, PostgresqlText.SYNTAX);
        for (int i = 1; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("SET")
                    && tokens.get(i + 1).isWord("ACCESS")
                    && tokens.get(i + 2).isWord("METHOD")) {
                return tokens.getFirst().isWord("ALTER");
            }
        }
        return false;
    }
}
