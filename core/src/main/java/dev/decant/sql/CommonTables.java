package dev.decant.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a query gives to queries inside of it: {@code WITH name (columns) AS (SELECT ...)}. */
public final class CommonTables {
    private static final List<String> BEGINNINGS =
            List.of("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE");

    private final List<Token> tokens;

    private CommonTables(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Those of a text, folded and without quotes. */
    public static Set<String> in(String text, Syntax syntax) {
        CommonTables tables = new CommonTables(Lexer.code(text, syntax));
        Set<String> names = new HashSet<>();
        for (int at = 1; at < tables.tokens.size(); at++) {
            if (tables.isNamed(at)) {
                names.add(tables.tokens.get(at).nameIn(syntax));
            }
        }
        return names;
    }

    private boolean isNamed(int at) {
        boolean begins = isWord(at - 1, "WITH") || isWord(at - 1, "RECURSIVE") || isSign(at - 1, ",");
        return begins && tokens.get(at).isName() && isQuery(behindColumns(at + 1));
    }

    private int behindColumns(int at) {
        if (!isSign(at, "(")) {
            return at;
        }
        int end = at + 1;
        while (end < tokens.size() && !isSign(end, ")")) {
            end++;
        }
        return end + 1;
    }

    /** {@code AS (SELECT}, {@code AS NOT MATERIALIZED (SELECT}; what calls a function says of its columns {@code AS (name type)}. */
    private boolean isQuery(int at) {
        int open = at + 1;
        if (isWord(open, "NOT")) {
            open++;
        }
        if (isWord(open, "MATERIALIZED")) {
            open++;
        }
        int first = open + 1;
        return isWord(at, "AS")
                && isSign(open, "(")
                && (isSign(first, "(") || BEGINNINGS.stream().anyMatch(word -> isWord(first, word)));
    }

    private boolean isWord(int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }

    private boolean isSign(int at, String sign) {
        return at < tokens.size() && tokens.get(at).isSign(sign);
    }
}
