package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropTable;
import dev.decant.model.Column;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is taken further apart, or less seriously, than people expect, because no order suits it otherwise.
 *
 * @param tables the tables that come without their keys, whose names may not be free yet, and without the checks that call something, or
 *     that go when those have gone; and those that are of no type meanwhile
 * @param objects the objects that go and come instead of becoming what they shall be in place
 * @param readers the objects in whose code a name without a namespace is taken for that of a column, or of a query inside of it
 * @param columns the columns that give up their default, and the name of their constraint, before they get another
 * @param indexes the indexes that go before another is built in their place
 */
record Loosened(
        Set<ObjectName> tables,
        Set<ObjectKey> objects,
        Set<ObjectKey> readers,
        Set<Reference.ToColumn> columns,
        Set<Reference.ToPart> indexes) {
    /** Nothing, as long as there is an order. */
    static final Loosened NOTHING = new Loosened(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    Loosened {
        tables = Set.copyOf(tables);
        objects = Set.copyOf(objects);
        readers = Set.copyOf(readers);
        columns = Set.copyOf(columns);
        indexes = Set.copyOf(indexes);
    }

    /** The same, and what can be loosened of changes that wait for each other. */
    Loosened and(List<Change> circle) {
        Set<ObjectName> moreTables = new HashSet<>(tables);
        Set<ObjectKey> moreObjects = new HashSet<>(objects);
        Set<ObjectKey> moreReaders = new HashSet<>(readers);
        Set<Reference.ToColumn> moreColumns = new HashSet<>(columns);
        Set<Reference.ToPart> moreIndexes = new HashSet<>(indexes);
        for (Change change : circle) {
            switch (change) {
                case CreateTable create -> moreTables.add(create.table().name());
                case DropTable drop -> moreTables.add(drop.table().name());
                case AlterTable alter -> moreTables.add(alter.table());
                case AlterObject alter -> moreObjects.add(alter.before().key());
                case CreateObject create -> moreReaders.add(create.object().key());
                case DropObject drop -> moreReaders.add(drop.object().key());
                case AlterPart(ObjectName table, Column before, Column after) ->
                    moreColumns.add(new Reference.ToColumn(table, before.name()));
                case AlterPart(ObjectName table, Index before, Index after) -> moreIndexes.add(index(table, before));
                case ConvertColumn convert ->
                    moreColumns.add(new Reference.ToColumn(
                            convert.table(), convert.before().name()));
                default -> {}
            }
        }
        return new Loosened(moreTables, moreObjects, moreReaders, moreColumns, moreIndexes);
    }

    /** Whether an index goes before another is built in its place. */
    boolean goesFirst(ObjectName table, Index index) {
        return indexes.contains(index(table, index));
    }

    private static Reference.ToPart index(ObjectName table, Index index) {
        return new Reference.ToPart(table, PartKind.INDEX, index.name());
    }
}
