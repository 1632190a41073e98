package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
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

/**
 * Columns that hold rows of another table. While one is there, no column of that table can get another type
 * (find_composite_type_dependencies in src/backend/commands/tablecmds.c), so such columns are texts meanwhile.
 */
final class PostgresqlRowTypes {
    private PostgresqlRowTypes() {}

    /** The statements that give a column of a table another type, between those that set rows of the table in other columns aside. */
    static List<Statement> around(List<Statement> change, ObjectName table, SchemaView state) {
        List<Statement> aside = new ArrayList<>();
        List<Statement> back = new ArrayList<>();
        for (Table holder : state.tables().values()) {
            List<Column> holding = holder.columns().stream()
                    .filter(column -> column.type().name().equals(table) && !(column.fill() instanceof Fill.Generated))
                    .toList();
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
