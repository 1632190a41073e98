package dev.decant.postgresql.graveyard;

import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads off what a statement makes or drops: the manual's pages of DROP TABLE, ALTER TABLE, CREATE TABLE, DROP TYPE, CREATE TYPE and the like. */
final class PostgresqlSubjectReader {
    private static final Set<String> BASES =
            Set.of("TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "SEQUENCE");
    private static final Pattern DROPPING = Pattern.compile("(?i)\\bdrop\\b");
    private static final PostgresqlSubject NOTHING = new PostgresqlSubject.Nothing();

    private final String sql;
    private final List<Token> code;
    private int at;

    private PostgresqlSubjectReader(String sql) {
        this.sql = sql;
        this.code = Lexer.code(sql, PostgresqlText.SYNTAX).stream()
                .filter(token -> token.kind() != Token.Kind.TERMINATOR)
                .toList();
    }

    /** What a statement drops. */
    static PostgresqlSubject dropped(String sql) {
        return new PostgresqlSubjectReader(sql).dropped();
    }

    /** Whether a statement drops something with all that rests on it. */
    static boolean cascades(String sql) {
        List<Token> code = new PostgresqlSubjectReader(sql).code;
        return !code.isEmpty()
                && code.getFirst().isWord("DROP")
                && code.getLast().isWord("CASCADE");
    }

    /** Whether a statement is a block of code in which there is talk of dropping, so that only trying it tells what it drops. */
    static boolean mayDropInside(String sql) {
        List<Token> code = new PostgresqlSubjectReader(sql).code;
        return !code.isEmpty()
                && code.getFirst().isWord("DO")
                && code.stream()
                        .anyMatch(token -> token.kind() == Token.Kind.STRING
                                && DROPPING.matcher(token.text()).find());
    }

    /** What a statement makes. */
    static PostgresqlSubject made(String sql) {
        return new PostgresqlSubjectReader(sql).made();
    }

    private PostgresqlSubject dropped() {
        if (words("ALTER", "TABLE")) {
            return altered(false);
        }
        if (!words("DROP")) {
            return NOTHING;
        }
        if (words("TABLE")) {
            return droppedTables();
        }
        Optional<String> kind = base();
        words("IF", "EXISTS");
        return kind.isEmpty() ? NOTHING : base(kind.get());
    }

    private PostgresqlSubject droppedTables() {
        words("IF", "EXISTS");
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (sign(","));
        return new PostgresqlSubject.Tables(names);
    }

    private PostgresqlSubject made() {
        if (words("ALTER", "TABLE")) {
            return altered(true);
        }
        if (!words("CREATE")) {
            return NOTHING;
        }
        words("OR", "REPLACE");
        if (words("TABLE") || words("UNLOGGED", "TABLE")) {
            words("IF", "NOT", "EXISTS");
            return new PostgresqlSubject.Tables(List.of(name()));
        }
        Optional<String> kind = base();
        words("IF", "NOT", "EXISTS");
        return kind.isEmpty() ? NOTHING : base(kind.get());
    }

    private Optional<String> base() {
        Optional<String> kind = code.stream()
                .skip(at)
                .findFirst()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .filter(BASES::contains);
        kind.ifPresent(word -> at++);
        return kind;
    }

    /** A list of several is left to the server. */
    private PostgresqlSubject base(String kind) {
        int start = at;
        String name = name();
        if (at < code.size() && code.get(at).isSign("(")) {
            skipParentheses();
        }
        String identity = at == start
                ? name
                : sql.substring(code.get(start).start(), code.get(at - 1).end());
        return at < code.size() && code.get(at).isSign(",")
                ? NOTHING
                : new PostgresqlSubject.Foundation(kind, name, identity);
    }

    private PostgresqlSubject altered(boolean added) {
        words("IF", "EXISTS");
        words("ONLY");
        String table = name();
        sign("*");
        List<String> columns = new ArrayList<>();
        do {
            column(added).ifPresent(columns::add);
            skipAction();
        } while (sign(","));
        return columns.isEmpty() ? NOTHING : new PostgresqlSubject.Columns(table, columns);
    }

    /** Behind DROP or ADD stands a column, unless it is a constraint. */
    private Optional<String> column(boolean added) {
        if (!words(added ? "ADD" : "DROP")) {
            return Optional.empty();
        }
        if (words("COLUMN")) {
            words("IF", "EXISTS");
            words("IF", "NOT", "EXISTS");
            return Optional.of(name());
        }
        return isConstraint() ? Optional.empty() : Optional.of(name());
    }

    private boolean isConstraint() {
        return List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "NOT").stream()
                .anyMatch(word -> at < code.size() && code.get(at).isWord(word));
    }

    private void skipAction() {
        while (at < code.size() && !code.get(at).isSign(",")) {
            if (code.get(at).isSign("(")) {
                skipParentheses();
            } else {
                at++;
            }
        }
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            depth += code.get(at).isSign("(") ? 1 : 0;
            depth -= code.get(at).isSign(")") ? 1 : 0;
            at++;
        } while (depth > 0 && at < code.size());
    }

    /** A name as it stands there, with its schema where it has one. */
    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < code.size() && code.get(at).isName()) {
            name.append(code.get(at++).text());
            if (!sign(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    private boolean words(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= code.size() || !code.get(at + i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private boolean sign(String sign) {
        boolean there = at < code.size() && code.get(at).isSign(sign);
        at += there ? 1 : 0;
        return there;
    }
}
