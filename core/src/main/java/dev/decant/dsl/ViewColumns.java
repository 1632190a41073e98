package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
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
    private final Map<String, Map<String, String>> options = new LinkedHashMap<>();

    void named(String... columns) {
        names = List.of(columns);
    }

    void fill(String column, String sql) {
        fills.put(column, sql);
    }

    void comment(String column, String comment) {
        comments.put(column, comment);
    }

    void option(String column, String option, String value) {
        options.computeIfAbsent(column, name -> new LinkedHashMap<>()).put(option, value);
    }

    /** The query, or another one in its place when it is missing, which is reported. */
    static String queryOf(String query, ObjectName view, DeclaredObject declared, PgSchema owner) {
        if (!query.isBlank()) {
            return query;
        }
        owner.report(
                Problem.CONTRADICTION,
                declared.origin().line(),
                "the view " + view + " has no query",
                "give it one with as(\"SELECT ...\")");
        return "SELECT";
    }

    /** The columns in their order; what is said of a column that is not among them is reported. */
    List<ViewColumn> build(PgSchema owner, SourceLine line) {
        fills.keySet().forEach(column -> requireNamed(column, owner, line));
        comments.keySet().forEach(column -> requireNamed(column, owner, line));
        options.keySet().forEach(column -> requireNamed(column, owner, line));
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
        return new ViewColumn(
                name,
                Optional.empty(),
                Optional.ofNullable(fills.get(name)).map(Expression::new),
                options.getOrDefault(name, Map.of()),
                comments.getOrDefault(name, ""));
    }
}
