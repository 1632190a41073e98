package dev.decant.postgresql.view;

import dev.decant.model.Expression;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query that begins with {@code VALUES} with names for its columns. The server shows it as a SELECT from the values, which is another
 * query when it is read again: {@code CREATE VIEW v (a, b) AS VALUES ...} makes the one that was meant. So it does with values behind UNION
 * and the like, which need no names.
 *
 * @param names the names of the columns, in their order
 * @param query the query as it was meant
 */
record PostgresqlValues(List<String> names, String query) {
    private static final String ALIAS = "\"*VALUES*\"";
    private static final List<String> OPERATIONS = List.of("UNION", "INTERSECT", "EXCEPT");
    private static final List<String> ENDS = List.of("ORDER", "LIMIT", "OFFSET", "FETCH");

    PostgresqlValues {
        names = List.copyOf(names);
    }

    /** The values that a query which the server shows begins with, if it does so. */
    static Optional<PostgresqlValues> of(Expression query) {
        return query.sql().contains(ALIAS) ? new Reading(query.sql()).values() : Optional.empty();
    }

    /** A query that the server shows as it was meant, apart from the names of columns. */
    static String meant(Expression query) {
        return query.sql().contains(ALIAS) ? new Reading(query.sql()).meant() : query.sql();
    }

    /**
     * A SELECT from values.
     *
     * @param values the values
     * @param to the token behind it
     */
    private record Selected(List<String> names, String values, int to) {}

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
            return first().map(selected -> new PostgresqlValues(selected.names(), meant()));
        }

        private Optional<Selected> first() {
            return selected(0).filter(selected -> selected.to() == tokens.size() || isOneOf(OPERATIONS, selected.to()));
        }

        String meant() {
            StringBuilder meant = new StringBuilder();
            int written = 0;
            for (int i = 0; i < tokens.size(); i++) {
                Optional<Selected> found = i == 0 ? first() : isBehindOperation(i) ? further(i) : Optional.empty();
                if (found.isPresent()) {
                    meant.append(text, written, tokens.get(i).start())
                            .append(found.get().values());
                    written = tokens.get(found.get().to() - 1).end();
                }
            }
            return meant.append(text.substring(written)).toString();
        }

        private boolean isBehindOperation(int i) {
            return isOneOf(OPERATIONS, i - 1) || i > 1 && is(i - 1, "ALL") && isOneOf(OPERATIONS, i - 2);
        }

        /** What stands behind an operation, up to another one or to the end of all that it joins. */
        private Optional<Selected> further(int i) {
            return selected(i)
                    .filter(selected -> selected.to() == tokens.size()
                            || tokens.get(selected.to()).isSign(")")
                            || isOneOf(OPERATIONS, selected.to())
                            || isOneOf(ENDS, selected.to()));
        }

        private boolean isOneOf(List<String> words, int i) {
            return words.stream().anyMatch(word -> is(i, word));
        }

        private Optional<Selected> selected(int from) {
            at = from;
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
                            && end + 1 < tokens.size()
                            && tokens.get(end + 1).text().equals(ALIAS)
                    ? Optional.of(new Selected(
                            names,
                            text.substring(
                                            tokens.get(start).start(),
                                            tokens.get(end).start())
                                    .strip(),
                            end + 2))
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
