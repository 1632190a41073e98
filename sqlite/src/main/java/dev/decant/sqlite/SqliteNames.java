package dev.decant.sqlite;

import dev.decant.model.ObjectName;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.function.Predicate;

/** How SQLite compares and writes names: without regard to the case of ASCII letters, in one namespace named {@code main}. */
final class SqliteNames {
    /** The names that the number of a row goes by where no column has them: rowidtable.html. */
    static final List<String> ROW_NUMBERS = List.of("rowid", "_rowid_", "oid");

    private static final String MAIN = "main";

    private SqliteNames() {}

    /** Whether two names are one. */
    static boolean same(String one, String other) {
        return Syntax.SQLITE.folding().same(one, other);
    }

    /** Whether it is one of {@link #ROW_NUMBERS}. */
    static boolean isRowNumber(String name) {
        return ROW_NUMBERS.contains(key(name));
    }

    /** What is equal for names that are one. */
    static String key(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter >= 'A' && letter <= 'Z') {
                lower.setCharAt(at, (char) (letter + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    /** ASCII letters in upper case, all others as they are. */
    static String upper(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                upper.setCharAt(at, (char) (letter - ('a' - 'A')));
            }
        }
        return upper.toString();
    }

    /** The name of a table as the model keeps it: in no namespace. */
    static ObjectName table(ObjectName name) {
        return same(name.schema(), MAIN) ? ObjectName.of(name.local()) : name;
    }

    /** A statement to be written. */
    static Sql sql(String words) {
        return new Sql(Syntax.SQLITE).words(words);
    }

    /** The wish itself if it is free, else with the first number behind it that is. */
    static String free(String wish, Predicate<String> taken) {
        String name = wish;
        for (int number = 1; taken.test(name); number++) {
            name = wish + number;
        }
        return name;
    }
}
