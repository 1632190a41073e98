package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The storage parameters for the large values of a table: the server forgets them as long as the table has no column that could have any
 * (ATExecSetRelOptions in src/backend/commands/tablecmds.c).
 */
final class PostgresqlToastOptions {
    private PostgresqlToastOptions() {}

    /** What says them again once a table gets the first column that may have large values. */
    static List<Statement> said(ObjectName table, Column column, SchemaView before) {
        return before.table(table).stream()
                .filter(holder -> mayBeLarge(column, before)
                        && PostgresqlInheritance.full(before, holder).columns().stream()
                                .noneMatch(each -> mayBeLarge(each, before)))
                .map(PostgresqlToastOptions::options)
                .filter(options -> !options.isEmpty())
                .map(options -> statement(
                                PostgresqlText.parameters(alterTable(table).words("SET"), options))
                        .explained(PostgresqlLocks.gentle(table)))
                .toList();
    }

    private static Map<String, String> options(Table table) {
        Map<String, String> options = new LinkedHashMap<>(table.options());
        options.keySet().removeIf(key -> !key.startsWith("toast."));
        return options;
    }

    /** Whether nothing but the type's own limits says how large its values are: those with a length need no place of their own. */
    private static boolean mayBeLarge(Column column, SchemaView schema) {
        return !PostgresqlStorable.isPlain(column.type(), schema)
                && column.type().arguments().isEmpty();
    }
}
