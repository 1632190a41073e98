package dev.decant.workflow;

import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The tables that a {@code DROP TABLE} names, as it writes them; none for any other statement.
 *
 * @param names the names, ready to stand in a query
 */
record DroppedTables(List<String> names) {
    DroppedTables {
        names = List.copyOf(names);
    }

    static DroppedTables of(String sql, Syntax syntax) {
        List<Token> code = Lexer.code(sql, syntax);
        int start = isWord(code, 2, "IF") && isWord(code, 3, "EXISTS") ? 4 : 2;
        return isWord(code, 0, "DROP") && isWord(code, 1, "TABLE")
                ? new DroppedTables(names(code.subList(start, code.size())))
                : new DroppedTables(List.of());
    }

    private static boolean isWord(List<Token> code, int place, String word) {
        return place < code.size() && code.get(place).isWord(word);
    }

    private static List<String> names(List<Token> code) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (Token token : code) {
            boolean ends = token.kind() == Token.Kind.TERMINATOR || token.isWord("CASCADE") || token.isWord("RESTRICT");
            if (token.isSign(",") || ends) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(token.text());
            }
        }
        names.add(name.toString());
        return names.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** How many rows they have together; nothing when one of them cannot be read, or there are none. */
    OptionalLong rows(Connection connection) {
        long rows = 0;
        for (String name : names) {
            try (Statement statement = connection.createStatement();
                    ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + name)) {
                counted.next();
                rows += counted.getLong(1);
            } catch (SQLException e) {
                return OptionalLong.empty(); // It is named all the same.
            }
        }
        return names.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows);
    }
}
