package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.view.ViewColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a declared view, as far as it says something of them. */
final class ViewColumns {
    private List<String> names = List.of();
    private final Map<String, String> fills = new LinkedHashMap<>();
    private final Map<String, String> comments = new LinkedHashMap<>();

    void named(String... columns) {
        names = List.of(columns);
    }

    void fill(String column, String sql) {
        fills.put(column, sql);
    }

    void comment(String column, String comment) {
        comments.put(column, comment);
    }

    /** The columns in their order; what is said of a column that is not among them is reported. */
    List<ViewColumn> build(PgSchema owner, SourceLine line) {
        fills.keySet().forEach(column -> requireNamed(column, owner, line));
        comments.keySet().forEach(column -> requireNamed(column, owner, line));
        return names.stream().map(this::column).toList();
    }

    private void requireNamed(String column, PgSchema owner, SourceLine line) {
        if (!names.contains(column)) {
            owner.report(
                    Problem.CONTRADICTION,
                    line,
                    "the view says something of the column " + column + ", which is not one of its columns " + names,
                    "list all columns of the view with columns(...)");
        }
    }

    private ViewColumn column(String name) {
        return ViewColumn.of(name)
                .withFill(Optional.ofNullable(fills.get(name)).map(Expression::new))
                .withComment(comments.getOrDefault(name, ""));
    }
}
