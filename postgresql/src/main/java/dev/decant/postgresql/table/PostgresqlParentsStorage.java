package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumnOnly;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parents that store a column of one name in different ways. They may come to it while they have a child, but no new child takes such a
 * column of both (MergeAttributes in src/backend/commands/tablecmds.c): all store it as the first of them does for as long as it is made.
 *
 * @param agreed the statements before the child is made
 * @param back those after it
 */
record PostgresqlParentsStorage(List<Statement> agreed, List<Statement> back) {
    static PostgresqlParentsStorage of(Table child, SchemaView before) {
        PostgresqlParentsStorage storage = new PostgresqlParentsStorage(new ArrayList<>(), new ArrayList<>());
        Map<String, Column> first = new HashMap<>();
        for (Table parent : PostgresqlInheritance.parents(before, child.lineage())) {
            for (Column column : parent.columns()) {
                Column earlier = first.putIfAbsent(column.name(), column);
                if (earlier != null) {
                    storage.settle(parent.name(), column, earlier);
                }
            }
        }
        return storage;
    }

    private void settle(ObjectName parent, Column column, Column first) {
        if (!storage(column).equals(storage(first))) {
            agreed.add(set(parent, column, "SET STORAGE", storage(first)));
            back.add(set(parent, column, "SET STORAGE", storage(column)));
        }
        String own = compression(column);
        if (!own.isEmpty() && !compression(first).isEmpty() && !own.equals(compression(first))) {
            agreed.add(set(parent, column, "SET COMPRESSION", compression(first)));
            back.add(set(parent, column, "SET COMPRESSION", own));
        }
    }

    private static Statement set(ObjectName parent, Column column, String words, String value) {
        return statement(alterColumnOnly(parent, column.name()).words(words).text(value))
                .explained(PostgresqlLocks.moment(parent));
    }

    private static String storage(Column column) {
        return column.options().getOrDefault(PostgresqlColumnOptions.STORAGE, PostgresqlTypes.storage(column.type()));
    }

    private static String compression(Column column) {
        return column.options().getOrDefault(PostgresqlColumnOptions.COMPRESSION, "");
    }
}
