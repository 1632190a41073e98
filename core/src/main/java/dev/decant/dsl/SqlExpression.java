package dev.decant.dsl;

import dev.decant.failure.Counted;
import dev.decant.model.Expression;
import dev.decant.sql.Lexer;
import java.util.List;

/**
 * A piece of SQL in which columns can stand by themselves instead of by name, so that it follows when they are renamed.
 *
 * @param template the text, each {@code {}} a column when there are any
 * @param columns the columns
 */
public record SqlExpression(String template, List<Column<?>> columns) implements PlainKey {
    private static final String PLACE = "{}";

    /** Refuses more or fewer columns than places. */
    public SqlExpression {
        columns = List.copyOf(columns);
        if (template.isBlank()) {
            throw new IllegalArgumentException("an SQL expression cannot be empty");
        }
        int places = (template.length() - template.replace(PLACE, "").length()) / PLACE.length();
        if (!columns.isEmpty() && places != columns.size()) {
            throw new IllegalArgumentException(Counted.of(columns.size(), "column") + " for "
                    + Counted.of(places, "place") + " {} in: " + template);
        }
    }

    static SqlExpression of(String sql, Column<?>... columns) {
        return new SqlExpression(sql, List.of(columns));
    }

    @Override
    public KeyShape shape() {
        return KeyShape.of(this);
    }

    /**
     * The text with the names of the columns in their places.
     *
     * @throws dev.decant.sql.SqlSyntaxException when a string or a comment in it never ends
     */
    Expression resolve(TableDraft table) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Column<?> column : columns) {
            int place = template.indexOf(PLACE, from);
            text.append(template, from, place).append(table.quoted(column.draft()));
            from = place + PLACE.length();
        }
        text.append(template, from, template.length());
        Lexer.tokens(text.toString(), table.syntax());
        return new Expression(text.toString());
    }
}
