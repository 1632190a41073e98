package dev.decant.run;

import dev.decant.journal.SqlFile;
import dev.decant.sql.ScriptStatement;
import java.util.OptionalInt;

/**
 * A place in a file of SQL.
 *
 * @param file the file
 * @param line the line, from 1
 * @param column the place in the line, in code points from 1
 */
public record Spot(String file, int line, int column) {
    /**
     * The place that a server means.
     *
     * @param position the place in the text of the statement, in code points from 1, as servers count; the beginning when empty
     */
    static Spot in(SqlFile file, ScriptStatement statement, OptionalInt position) {
        String text = statement.text();
        int passed = Math.min(position.orElse(1), text.codePointCount(0, text.length()) + 1) - 1;
        String before = text.substring(0, text.offsetByCodePoints(0, Math.max(passed, 0)));
        int lineBreak = before.lastIndexOf('\n');
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        int column = before.codePointCount(lineBreak + 1, before.length()) + (lines == 0 ? statement.column() : 1);
        return new Spot(file.path(), statement.line() + lines, column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
