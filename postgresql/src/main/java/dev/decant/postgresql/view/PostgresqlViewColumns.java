package dev.decant.postgresql.view;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.Statement;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.view.ViewColumn;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlDefaults;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Optional;

/** The columns of views: as far as the schema tells them, else as the query names them. */
final class PostgresqlViewColumns {
    private PostgresqlViewColumns() {}

    static ViewColumn canonical(ViewColumn column) {
        Optional<DataType> type = column.type().map(PostgresqlTypes::canonical);
        return column.withType(type)
                .withFill(column.fill()
                        .map(value -> type.map(of -> filled(value, of))
                                .orElseGet(() -> PostgresqlExpressions.canonical(value))));
    }

    private static Expression filled(Expression value, DataType type) {
        return PostgresqlDefaults.canonical(value, type) instanceof Fill.Default(Expression canonical)
                ? canonical
                : value;
    }

    /** Those that are told, or else those that the query names; nothing when neither tells. */
    static Optional<List<ViewColumn>> of(List<ViewColumn> told, Expression query) {
        return told.isEmpty()
                ? PostgresqlQueries.columnNames(query)
                        .map(names -> names.stream().map(ViewColumn::of).toList())
                : Optional.of(told);
    }

    /** Whether all that was there is there as it was, and in its place; what is not known, the server will tell. */
    static boolean goOn(Optional<List<ViewColumn>> before, Optional<List<ViewColumn>> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return true;
        }
        List<ViewColumn> there = before.get();
        List<ViewColumn> wanted = after.get();
        if (wanted.size() < there.size()) {
            return false;
        }
        for (int i = 0; i < there.size(); i++) {
            if (!there.get(i).isLike(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The names of the columns where the query by itself would not give them, as they stand behind the name of the view. */
    static void write(Sql sql, List<ViewColumn> columns, Expression query) {
        List<String> names = columns.stream().map(ViewColumn::name).toList();
        List<String> listed = PostgresqlValues.of(query)
                .map(values -> names.isEmpty() ? values.names() : names)
                .orElseGet(() -> PostgresqlQueries.columnNames(query).equals(Optional.of(names)) ? List.of() : names);
        sql.when(!listed.isEmpty(), more -> more.list(listed, Sql::name));
    }

    /** The query as it stands behind those. */
    static String written(Expression query) {
        return PostgresqlValues.meant(query);
    }

    static Optional<Expression> fillOf(List<ViewColumn> columns, String name) {
        return named(columns, name).flatMap(ViewColumn::fill);
    }

    private static Optional<ViewColumn> named(List<ViewColumn> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** What tells users about columns where that is something else than before. */
    static void comments(ObjectName view, List<ViewColumn> before, List<ViewColumn> after, List<Statement> statements) {
        for (ViewColumn column : after) {
            String known = named(before, column.name()).map(ViewColumn::comment).orElse("");
            if (!known.equals(column.comment())) {
                statements.add(
                        PostgresqlComments.on("COLUMN", name(view) + "." + name(column.name()), column.comment()));
            }
        }
    }
}
