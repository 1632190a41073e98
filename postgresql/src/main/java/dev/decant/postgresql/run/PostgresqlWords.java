package dev.decant.postgresql.run;

import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Optional;

/** The words of one statement, taken from left to right. */
final class PostgresqlWords {
    private final List<Token> code;
    private int at;

    PostgresqlWords(String sql) {
        code = Lexer.code(sql, Syntax.POSTGRESQL);
    }

    /** Takes these keywords if they come next, all of them; says whether they did. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= code.size() || !code.get(at + i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Takes one of these keywords if it comes next; says which, in upper case. */
    Optional<String> takeOneOf(String... words) {
        for (String word : words) {
            if (take(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Takes what stands in parentheses, if they come next; says whether it holds a keyword. */
    boolean takeOptionsWith(String word) {
        if (at >= code.size() || !code.get(at).isSign("(")) {
            return false;
        }
        boolean found = false;
        while (at < code.size() && !code.get(at).isSign(")")) {
            found |= code.get(at++).isWord(word);
        }
        at = Math.min(at + 1, code.size());
        return found;
    }

    /** Takes a name as it is written, with its parts and quotes; nothing when none comes next. */
    Optional<String> takeName() {
        StringBuilder name = new StringBuilder();
        while (at < code.size() && code.get(at).isName()) {
            name.append(code.get(at++).text());
            if (at >= code.size() || !code.get(at).isSign(".")) {
                return Optional.of(name.toString());
            }
            name.append(code.get(at++).text());
        }
        return Optional.empty();
    }

    /** The next name as the server stores it, which stands for itself without its quotes. */
    Optional<String> takeStoredName() {
        boolean here = at < code.size() && code.get(at).isName();
        return here ? Optional.of(code.get(at++).nameIn(Syntax.POSTGRESQL)) : Optional.empty();
    }

    /** Whether a keyword stands among what is left. */
    boolean has(String word) {
        return code.stream().skip(at).anyMatch(token -> token.isWord(word));
    }
}
