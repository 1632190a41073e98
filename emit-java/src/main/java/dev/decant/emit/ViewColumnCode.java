package dev.decant.emit;

import dev.decant.model.view.ViewColumn;
import java.util.List;
import java.util.Optional;

/** The columns of a view, which its query decides, as far as something is said of them. */
final class ViewColumnCode {
    private ViewColumnCode() {}

    /** The columns that a class lists: none unless something is said of one. */
    static List<ViewColumn> said(List<ViewColumn> columns) {
        return columns.stream().noneMatch(ViewColumnCode::isSaidSomethingOf)
                ? List.of()
                : columns.stream()
                        .map(column -> column.withType(Optional.empty()))
                        .toList();
    }

    private static boolean isSaidSomethingOf(ViewColumn column) {
        return column.fill().isPresent()
                || !column.comment().isEmpty()
                || !column.options().isEmpty();
    }

    /** Adds the calls that list the columns and say something of them. */
    static void add(List<ViewColumn> columns, Chain chain) {
        List<ViewColumn> listed = said(columns);
        if (listed.isEmpty()) {
            return;
        }
        chain.call(
                "columns",
                listed.stream().map(column -> JavaText.quoted(column.name())).toArray(String[]::new));
        for (ViewColumn column : listed) {
            String name = JavaText.quoted(column.name());
            column.fill().ifPresent(sql -> chain.call("columnDefault", name, JavaText.of(sql.sql())));
            if (!column.comment().isEmpty()) {
                chain.call("columnComment", name, JavaText.of(column.comment()));
            }
            column.options()
                    .forEach((option, value) ->
                            chain.call("columnOption", name, JavaText.quoted(option), JavaText.value(value)));
        }
    }
}
