package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;

/** The comments of tables and of their parts. */
final class PostgresqlTableComments {
    private PostgresqlTableComments() {}

    /** The comment of a table. */
    static Statement onTable(Table table) {
        return PostgresqlComments.on(PostgresqlTables.word(table.options()), name(table.name()), table.comment())
                .explained(PostgresqlLocks.gentle(table.name()));
    }

    /** The comment of a part of a table. */
    static Statement onPart(ObjectName table, TablePart part) {
        Statement statement = switch (part) {
            case Column column ->
                PostgresqlComments.on("COLUMN", name(table) + "." + name(column.name()), column.comment());
            case Constraint constraint ->
                PostgresqlComments.on(
                        "CONSTRAINT", name(constraint.name()) + " ON " + name(table), constraint.comment());
            case Index index -> PostgresqlComments.on("INDEX", name(table.withLocal(index.name())), index.comment());
        };
        return statement.explained(PostgresqlLocks.gentle(table));
    }
}
