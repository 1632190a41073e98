package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the children of a table store a column of theirs while that of the table becomes another. */
public final class PostgresqlChildrensStorage {
    private PostgresqlChildrensStorage() {}

    /**
     * What has the children of a table store a column as they shall while that of their parent is stored otherwise: SET STORAGE reaches those
     * that have it their own way, SET COMPRESSION nobody.
     */
    static List<Statement> stored(ObjectName parent, Column before, Column after, SchemaView state) {
        return stored(parent, before, after, state, PostgresqlChildren.with(parent, after, state));
    }

    private static List<Statement> stored(
            ObjectName parent, Column before, Column after, SchemaView state, SchemaView later) {
        List<Statement> statements = new ArrayList<>();
        for (Table child : PostgresqlChildren.of(parent, state)) {
            Optional<Column> own = child.column(after.name());
            if (own.isPresent()) {
                Column reached = PostgresqlColumnOptions.storedWith(own.get(), before, after);
                statements.addAll(PostgresqlColumnOptions.alter(child.name(), reached, own.get()));
            } else if (PostgresqlColumnOptions.isStoredOtherwise(before, after)) {
                Column then = PostgresqlInheritance.expected(state, child.name(), after.name())
                        .orElse(PostgresqlInheritance.expected(before));
                Column now = PostgresqlInheritance.expected(later, child.name(), after.name())
                        .orElseThrow();
                statements.addAll(PostgresqlColumnOptions.alter(
                        child.name(),
                        PostgresqlColumnOptions.storedWith(then, before, after),
                        PostgresqlColumnOptions.storedAs(then, now)));
                statements.addAll(stored(child.name(), then, now, state, later));
            }
        }
        return statements;
    }

    /**
     * What has them store it as they did once it is of another type: each then stores it as the type says (ATExecAlterColumnType in
     * src/backend/commands/tablecmds.c).
     *
     * @param column as the table has it then
     * @param state with the type
     */
    public static List<Statement> again(ObjectName parent, Column column, SchemaView state) {
        return again(parent, PostgresqlColumnOptions.retyped(column), column, retyped(parent, column, state));
    }

    /** The state in which a column of a table is of another type, and with it that of all below it. */
    private static SchemaView retyped(ObjectName parent, Column column, SchemaView state) {
        SchemaBuilder later = PostgresqlChildren.with(parent, column, state).toBuilder();
        for (ObjectName child : state.descent().descendants(parent)) {
            state.table(child)
                    .flatMap(table -> table.column(column.name())
                            .map(own -> own.withType(column.type()).withCollation(column.collation()))
                            .map(own -> table.replacing(own.name(), PostgresqlStorable.in(state, own))))
                    .ifPresent(later::replace);
        }
        return later.view();
    }

    private static List<Statement> again(ObjectName parent, Column then, Column now, SchemaView state) {
        List<Statement> statements = new ArrayList<>();
        for (Table child : PostgresqlChildren.of(parent, state)) {
            Column wanted = PostgresqlStorable.in(
                    state,
                    child.column(now.name())
                            .or(() -> PostgresqlInheritance.expected(state, child.name(), now.name()))
                            .orElseThrow());
            Column reached = PostgresqlColumnOptions.storedWith(PostgresqlColumnOptions.retyped(wanted), then, now);
            statements.addAll(PostgresqlColumnOptions.alter(child.name(), reached, wanted));
            statements.addAll(again(child.name(), reached, wanted, state));
        }
        return statements;
    }
}
