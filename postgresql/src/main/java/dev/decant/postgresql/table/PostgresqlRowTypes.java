package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that hold rows of another table. While one is there, no column of that table can get another type, or come with a value for the rows
 * (find_composite_type_dependencies in src/backend/commands/tablecmds.c), so such columns are texts meanwhile.
 */
final class PostgresqlRowTypes {
    private PostgresqlRowTypes() {}

    /**
     * The statements that add a column: what rows that are there already shall have in it is written to them apart where others hold rows of
     * the table, since the server writes no such value along with the column then.
     */
    static List<Statement> add(ObjectName table, Column column, SchemaView state) {
        if (column.fill() instanceof Fill.Default given && isHeld(table, state)) {
            Column bare = column.withFill(Fill.NOTHING).withNullable(true);
            List<Statement> statements = new ArrayList<>(PostgresqlColumns.add(table, bare, state));
            statements.add(filled(table, column, given));
            statements.addAll(PostgresqlColumns.alter(table, bare, column, Optional.empty()));
            return statements;
        }
        return PostgresqlColumns.add(table, column, state);
    }

    private static Statement filled(ObjectName table, Column column, Fill.Default given) {
        return statement(sql("UPDATE")
                        .text(name(table))
                        .words("SET")
                        .name(column.name())
                        .words("=")
                        .text(given.value().sql()))
                .explained("writes every row of " + table + " again; its triggers fire")
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; other writers of them wait");
    }

    private static boolean isHeld(ObjectName table, SchemaView state) {
        return state.tables().values().stream()
                .anyMatch(holder -> !holding(holder, table).isEmpty());
    }

    private static List<Column> holding(Table holder, ObjectName table) {
        return holder.columns().stream()
                .filter(column -> column.type().name().equals(table) && !(column.fill() instanceof Fill.Generated))
                .toList();
    }

    /** The statements that give a column of a table another type, between those that set rows of the table in other columns aside. */
    static List<Statement> around(List<Statement> change, ObjectName table, SchemaView state) {
        List<Statement> aside = new ArrayList<>();
        List<Statement> back = new ArrayList<>();
        for (Table holder : state.tables().values()) {
            List<Column> holding = holding(holder, table);
            if (!holding.isEmpty()) {
                aside.add(rewritten(holder.name(), holding, true));
                back.add(rewritten(holder.name(), holding, false));
            }
        }
        if (aside.isEmpty()) {
            return change;
        }
        aside.addAll(change);
        aside.addAll(back);
        return aside;
    }

    private static Statement rewritten(ObjectName holder, List<Column> columns, boolean aside) {
        List<Sql> actions = new ArrayList<>();
        for (Column column : columns) {
            DataType text = DataType.of("text").withDimensions(column.type().dimensions());
            String value = name(column.name()) + "::" + type(text);
            if (column.fill() instanceof Fill.Default && aside) {
                actions.add(sql("ALTER COLUMN").name(column.name()).words("DROP DEFAULT"));
            }
            actions.add(sql("ALTER COLUMN")
                    .name(column.name())
                    .words("TYPE")
                    .text(type(aside ? text : column.type()))
                    .words("USING")
                    .text(aside ? value : value + "::" + type(column.type())));
            if (column.fill() instanceof Fill.Default given && !aside) {
                actions.add(sql("ALTER COLUMN")
                        .name(column.name())
                        .words("SET DEFAULT")
                        .text(given.value().sql()));
            }
        }
        return PostgresqlTables.alter(holder, actions)
                .explained(PostgresqlLocks.rewrite(holder))
                .with(Hazard.Kind.REWRITE, "writes every row of " + holder + " again; readers and writers wait");
    }
}
