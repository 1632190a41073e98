package dev.decant.postgresql.table;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropTable;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Syntax;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Types that give way to tables of their names, and tables that give way to types: a column that is of that type before and after holds rows of
 * the table on one side, and no cast leads there.
 */
final class PostgresqlRowSuccessors {
    private PostgresqlRowSuccessors() {}

    /**
     * Looks for such a column.
     *
     * @throws UnsupportedChangeException when there is one
     */
    static void refuse(List<Change> changes, Schema before, Syntax syntax) {
        Set<ObjectName> tables = new HashSet<>();
        Set<ObjectName> objects = new HashSet<>();
        for (Change change : changes) {
            switch (change) {
                case CreateTable(Table table) -> tables.add(table.name());
                case DropTable(Table table) -> tables.add(table.name());
                case CreateObject create -> objects.add(create.object().name());
                case DropObject drop -> objects.add(drop.object().name());
                default -> {}
            }
        }
        tables.retainAll(objects);
        tables.removeIf(name -> before.table(name).isPresent() == isTable(name, changes));
        if (!tables.isEmpty()) {
            refuse(tables, before, Changes.apply(changes, before, syntax));
        }
    }

    /** Whether there is a table of that name in the end. */
    private static boolean isTable(ObjectName name, List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change instanceof CreateTable(Table table)
                        && table.name().equals(name));
    }

    private static void refuse(Set<ObjectName> types, Schema before, Schema after) {
        for (Table table : before.tables().values()) {
            for (Column column : table.columns()) {
                if (types.contains(column.type().name()) && isKept(table, column, after)) {
                    throw new UnsupportedChangeException(
                            table.name() + "." + PostgresqlText.name(column.name()),
                            "its type would become the rows of the table "
                                    + column.type().name() + ", or has been, and no cast leads from one to the other",
                            "give the new table or type another name, and move the values to a column of that");
                }
            }
        }
    }

    private static boolean isKept(Table table, Column column, Schema after) {
        return after.table(table.name())
                .flatMap(later -> later.column(column.name()))
                .filter(later -> later.type().equals(column.type()))
                .isPresent();
    }
}
