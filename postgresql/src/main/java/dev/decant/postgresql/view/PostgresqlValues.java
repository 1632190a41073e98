package dev.decant.postgresql.view;

import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query that is nothing but {@code VALUES} with names for its columns. The server shows it as a SELECT from the values, which is another
 * query when it is read again: {@code CREATE VIEW v (a, b) AS VALUES ...} makes the one that was meant.
 *
 * @param names the names of the columns, in their order
 * @param query the values
 */
record PostgresqlValues(List<String> names, String query) {
    private static final String ALIAS = "\"*VALUES*\"";

    PostgresqlValues {
        names = List.copyOf(names);
    }

    /** The values behind a query that the server shows, if it is such a one. */
    static Optional<PostgresqlValues> of(Expression query) {
        return query.sql().contains(ALIAS) ? new Reading(query.sql()).values() : Optional.empty();
    }

    /** Goes over the tokens of a query from the first to the last. */
    private static final class Reading {
        private final String text;
        private final List<Token> tokens;
        private int at;

        Reading(String text) {
            this.text = text;
            this.tokens = Lexer.code(text, PostgresqlText.SYNTAX);
        }

        Optional<PostgresqlValues> values() {
            if (!word("SELECT")) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            do {
                if (!item(names)) {
                    return Optional.empty();
                }
            } while (sign(","));
            int start = at + 2;
            boolean whole = word("FROM") && sign("(") && is(at, "VALUES") && count(start + 1) == names.size();
            int end = whole ? closing() : -1;
            return end > 0
                            && end + 2 == tokens.size()
                            && tokens.get(end + 1).text().equals(ALIAS)
                    ? Optional.of(new PostgresqlValues(
                            names,
                            text.substring(
                                            tokens.get(start).start(),
                                            tokens.get(end).start())
                                    .strip()))
                    : Optional.empty();
        }

        /** {@code "*VALUES*".column1 AS a}; since PostgreSQL 18 without what stands before the point. */
        private boolean item(List<String> names) {
            if (at < tokens.size() && tokens.get(at).text().equals(ALIAS)) {
                at++;
                if (!sign(".")) {
                    return false;
                }
            }
            boolean column = at + 2 < tokens.size()
                    && tokens.get(at).text().equals("column" + (names.size() + 1))
                    && is(at + 1, "AS")
                    && tokens.get(at + 2).isName();
            if (column) {
                names.add(tokens.get(at + 2).nameIn(PostgresqlText.SYNTAX));
                at += 3;
            }
            return column;
        }

        /** How many values stand in the first row, which begins at a token. */
        private int count(int row) {
            int depth = 0;
            int count = 1;
            for (int i = row; i < tokens.size(); i++) {
                depth += step(tokens.get(i));
                if (depth == 0) {
                    return count;
                }
                count += depth == 1 && tokens.get(i).isSign(",") ? 1 : 0;
            }
            return -1;
        }

        /** Where the parenthesis around the values ends. */
        private int closing() {
            int depth = 1;
            for (int i = at; i < tokens.size(); i++) {
                depth += step(tokens.get(i));
                if (depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        private static int step(Token token) {
            return token.isSign("(") || token.isSign("[") ? 1 : token.isSign(")") || token.isSign("]") ? -1 : 0;
        }

        private boolean is(int i, String word) {
            return i < tokens.size() && tokens.get(i).isWord(word);
        }

        private boolean word(String word) {
            boolean here = is(at, word);
            at += here ? 1 : 0;
            return here;
        }

        private boolean sign(String sign) {
            boolean here = at < tokens.size() && tokens.get(at).isSign(sign);
            at += here ? 1 : 0;
            return here;
        }
    }
}
