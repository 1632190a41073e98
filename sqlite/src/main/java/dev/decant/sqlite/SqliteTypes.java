package dev.decant.sqlite;

import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Types: free text in SQLite, kept in upper case, with the collation behind it as in {@code TEXT COLLATE NOCASE}.
 *
 * <p>A column without a type is one of type BLOB, which has the same affinity (datatype3.html, section 3.1).
 */
final class SqliteTypes {
    /** The type of row numbers. */
    static final String INTEGER = "INTEGER";

    private static final Set<String> STRICT = Set.of("INT", INTEGER, "REAL", "TEXT", "BLOB", "ANY");
    private static final Pattern COLLATED = Pattern.compile("(.*?) COLLATE (.+)");

    private SqliteTypes() {}

    /** How a column treats the values put into it: datatype3.html, section 3. */
    private enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC
    }

    /** The one spelling of a type. */
    static DataType canonical(DataType type) {
        if (type.isDeclared()) {
            return type;
        }
        String words = Lexer.code(type.name().local(), Syntax.SQLITE).stream()
                .map(SqliteTypes::word)
                .collect(Collectors.joining(" "));
        return new DataType(ObjectName.of(withUsualOrder(words)), type.arguments(), type.dimensions());
    }

    private static String word(Token token) {
        return SqliteNames.upper(token.isName() ? token.nameIn(Syntax.SQLITE) : token.text());
    }

    /** BINARY is the collation of a column that names none. */
    private static String withUsualOrder(String words) {
        return words.endsWith(" COLLATE BINARY")
                ? words.substring(0, words.length() - " COLLATE BINARY".length())
                : words;
    }

    /** The type as it was declared, from its parts. */
    static DataType of(String words, List<String> arguments, String collation) {
        String name = words.isEmpty() ? "BLOB" : words;
        return canonical(new DataType(
                ObjectName.of(collation.isEmpty() ? name : name + " COLLATE " + Syntax.SQLITE.name(collation)),
                arguments,
                0));
    }

    /** The words of a type, without arguments and collation. */
    static String words(DataType type) {
        Matcher collated = COLLATED.matcher(type.name().local());
        return collated.matches() ? collated.group(1) : type.name().local();
    }

    /** The collation of a type; empty for the usual one. */
    static String collation(DataType type) {
        Matcher collated = COLLATED.matcher(type.name().local());
        return collated.matches() ? collated.group(2) : "";
    }

    /** The type in SQL, without its collation. */
    static String sql(DataType type) {
        String words = List.of(words(type).split(" ")).stream()
                .map(word -> Syntax.SQLITE.keywords().isReserved(word)
                        ? Syntax.SQLITE.quoted(word)
                        : Syntax.SQLITE.name(word))
                .collect(Collectors.joining(" "));
        return type.arguments().isEmpty() ? words : words + "(" + String.join(",", type.arguments()) + ")";
    }

    /** Refuses a type that SQLite cannot keep. */
    static void requireStorable(String where, Column column, boolean strict) {
        DataType type = column.type();
        if (type.isDeclared() || type.dimensions() > 0) {
            throw new UnsupportedChangeException(
                    where, "SQLite has no type " + type, "give the column a type such as TEXT, INTEGER, REAL or BLOB");
        }
        if (strict && !(STRICT.contains(words(type)) && type.arguments().isEmpty())) {
            throw new UnsupportedChangeException(
                    where,
                    "a strict table has no type " + type,
                    "use INT, INTEGER, REAL, TEXT, BLOB or ANY, or make the table not strict");
        }
    }

    /** Whether the column can be another spelling of the row number: its type is INTEGER, in this spelling. */
    static boolean isRowNumber(DataType type) {
        return words(type).equals(INTEGER) && type.arguments().isEmpty();
    }

    /**
     * How values become values of another type: nothing is lost. Numbers and texts are left to the new affinity, which changes a value
     * only when it can change it back; bytes become text and text becomes bytes.
     */
    static Expression converted(Column column, DataType after) {
        String name = SqliteExpressions.name(column.name());
        Affinity from = affinity(column.type());
        Affinity to = affinity(after);
        boolean bytes = from == Affinity.BLOB || to == Affinity.BLOB;
        if (from == to
                || !bytes
                || words(column.type()).equals("ANY")
                || words(after).equals("ANY")) {
            return new Expression(name);
        }
        return new Expression("CAST(" + name + " AS " + (to == Affinity.BLOB ? "BLOB" : "TEXT") + ")");
    }

    /** Whether values may be no values of the new type; they then stay what they are, or are refused by a strict table. */
    static boolean narrows(DataType before, DataType after) {
        Affinity to = affinity(after);
        return affinity(before) != to && to != Affinity.TEXT && to != Affinity.BLOB;
    }

    private static Affinity affinity(DataType type) {
        String words = words(type);
        if (words.contains("INT")) {
            return Affinity.INTEGER;
        }
        if (words.contains("CHAR") || words.contains("CLOB") || words.contains("TEXT")) {
            return Affinity.TEXT;
        }
        if (words.contains("BLOB")) {
            return Affinity.BLOB;
        }
        if (words.contains("REAL") || words.contains("FLOA") || words.contains("DOUB")) {
            return Affinity.REAL;
        }
        return Affinity.NUMERIC;
    }
}
