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
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.rangetype.RangeType;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Syntax;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Types that give way to tables of their names, and tables that give way to types: a column that is of that type before and after, or of one that
 * is made of it, holds rows of the table on one side, and no cast leads there.
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
            Schema after = Changes.apply(changes, before, syntax);
            refuse(tables, "its type would become the rows of the table %s", before, after);
            refuse(
                    madeOf(tables, before, after),
                    "what its type %s is made of would become the rows of a table",
                    before,
                    after);
        }
    }

    /** The types that stay, and are made of these over any number of generations. */
    private static Set<ObjectName> madeOf(Set<ObjectName> types, Schema before, Schema after) {
        Set<Reference> moved = new HashSet<>();
        types.forEach(type -> moved.add(new Reference.ToType(type)));
        Set<ObjectName> found = new HashSet<>();
        int known;
        do {
            known = found.size();
            for (SchemaObject object : after.objects().values()) {
                if (isMade(object, moved) && object.equals(before.objects().get(object.key()))) {
                    found.add(object.name());
                    moved.addAll(object.provides());
                }
            }
        } while (found.size() > known);
        return found;
    }

    private static boolean isMade(SchemaObject object, Set<Reference> types) {
        boolean isType = object instanceof Domain || object instanceof CompositeType || object instanceof RangeType;
        return isType && !Collections.disjoint(object.uses(), types);
    }

    /** Whether there is a table of that name in the end. */
    private static boolean isTable(ObjectName name, List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change instanceof CreateTable(Table table)
                        && table.name().equals(name));
    }

    private static void refuse(Set<ObjectName> types, String why, Schema before, Schema after) {
        for (Table table : before.tables().values()) {
            for (Column column : table.columns()) {
                if (types.contains(column.type().name()) && isKept(table, column, after)) {
                    throw new UnsupportedChangeException(
                            table.name() + "." + PostgresqlText.name(column.name()),
                            why.formatted(column.type().name())
                                    + ", or has been, and no cast leads from one to the other",
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
