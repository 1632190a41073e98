package dev.decant.postgresql.view;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.view.ViewColumn;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the rows of a materialized view are kept: options by the keys given here, and parameters by their own names. */
public final class PostgresqlMaterializedOptions {
    /** The tablespace, when it is not that of the database. */
    public static final String TABLESPACE = "tablespace";
    /** The access method, when it is not {@code heap}. */
    public static final String ACCESS_METHOD = "access_method";
    /** Of a column: {@code plain}, {@code external}, {@code extended} or {@code main}, when it is not the type's own. */
    public static final String STORAGE = "storage";
    /** Of a column: {@code pglz} or {@code lz4}, when it is not what the server takes by itself. */
    public static final String COMPRESSION = "compression";
    /** Of a column: how many values are kept of it for planning. */
    public static final String STATISTICS = "statistics";

    private static final String HEAP = "heap";
    private static final Set<String> OWN_KEYS = Set.of(TABLESPACE, ACCESS_METHOD, STORAGE, COMPRESSION, STATISTICS);

    private PostgresqlMaterializedOptions() {}

    static Map<String, String> canonical(Map<String, String> options) {
        Map<String, String> canonical = new LinkedHashMap<>(options);
        canonical.remove(ACCESS_METHOD, HEAP);
        return canonical;
    }

    private static Map<String, String> parameters(Map<String, String> options) {
        Map<String, String> parameters = new LinkedHashMap<>(options);
        parameters.keySet().removeAll(OWN_KEYS);
        return parameters;
    }

    /** What stands before the query. */
    static void write(Sql sql, Map<String, String> options) {
        String method = options.getOrDefault(ACCESS_METHOD, "");
        String tablespace = options.getOrDefault(TABLESPACE, "");
        Map<String, String> parameters = parameters(options);
        sql.when(!method.isEmpty(), more -> more.words("USING").name(method))
                .when(!parameters.isEmpty(), more -> PostgresqlText.parameters(more.words("WITH"), parameters))
                .when(!tablespace.isEmpty(), more -> more.words("TABLESPACE").name(tablespace));
    }

    static void alter(
            ObjectName view, Map<String, String> before, Map<String, String> after, List<Statement> statements) {
        if (differ(before, after, ACCESS_METHOD)) {
            statements.add(
                    moved(view, alter(view).words("SET ACCESS METHOD").name(after.getOrDefault(ACCESS_METHOD, HEAP))));
        }
        if (differ(before, after, TABLESPACE)) {
            statements.add(moved(
                    view, alter(view).words("SET TABLESPACE").name(after.getOrDefault(TABLESPACE, "pg_default"))));
        }
        gentle(view, alter(view), parameters(before), parameters(after), statements);
    }

    private static Sql alter(ObjectName view) {
        return sql("ALTER MATERIALIZED VIEW").text(name(view));
    }

    private static Statement moved(ObjectName view, Sql sql) {
        return statement(sql)
                .explained(PostgresqlLocks.rewrite(view))
                .with(Hazard.Kind.REWRITE, "writes every row of " + view + " again; readers wait");
    }

    private static void gentle(
            ObjectName view,
            Sql alter,
            Map<String, String> before,
            Map<String, String> after,
            List<Statement> statements) {
        PostgresqlText.changedParameters(alter.toString(), before, after)
                .forEach(sql -> statements.add(statement(sql).explained(PostgresqlLocks.gentle(view))));
    }

    private static boolean differ(Map<String, String> before, Map<String, String> after, String key) {
        return !before.getOrDefault(key, "").equals(after.getOrDefault(key, ""));
    }

    /** What makes the options of columns others. */
    static void alterColumns(
            ObjectName view, List<ViewColumn> before, List<ViewColumn> after, List<Statement> statements) {
        for (ViewColumn column : after) {
            Map<String, String> there = before.stream()
                    .filter(each -> each.name().equals(column.name()))
                    .findFirst()
                    .map(ViewColumn::options)
                    .orElse(Map.of());
            alterColumn(view, column, there, statements);
        }
    }

    private static void alterColumn(
            ObjectName view, ViewColumn column, Map<String, String> before, List<Statement> statements) {
        Map<String, String> after = column.options();
        if (differ(before, after, STATISTICS)) {
            statements.add(
                    statement(column(view, column).words("SET STATISTICS").text(after.getOrDefault(STATISTICS, "-1")))
                            .explained(PostgresqlLocks.gentle(view)));
        }
        if (differ(before, after, STORAGE)) {
            String usual = column.type()
                    .map(PostgresqlMaterializedOptions::usualStorage)
                    .orElse("extended");
            statements.add(statement(column(view, column)
                            .words("SET STORAGE")
                            .words(after.getOrDefault(STORAGE, usual).toUpperCase(Locale.ROOT)))
                    .explained(PostgresqlLocks.moment(view)));
        }
        if (differ(before, after, COMPRESSION)) {
            statements.add(statement(column(view, column)
                            .words("SET COMPRESSION")
                            .words(after.getOrDefault(COMPRESSION, "DEFAULT")))
                    .explained(PostgresqlLocks.moment(view)));
        }
        gentle(view, column(view, column), parameters(before), parameters(after), statements);
    }

    private static Sql column(ObjectName view, ViewColumn column) {
        return alter(view).words("ALTER COLUMN").name(column.name());
    }

    /** {@code numeric} is the one common type of variable length that is not stored like text. */
    private static String usualStorage(DataType type) {
        return type.dimensions() == 0 && PostgresqlTypes.nameOf(type).equals("numeric") ? "main" : "extended";
    }
}
