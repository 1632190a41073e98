package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.change.Verb;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.ownership.Ownership;
import java.util.Optional;

/** Finds the footprint of each change. */
final class Footprints {
    private final TableFootprints tables;
    private final PartFootprints parts;
    private final ObjectFootprints objects;

    /**
     * Finds those of changes in a dialect.
     *
     * @param columns the columns that there are before or after
     * @param loosened what is taken less seriously than usual
     */
    Footprints(Dialect dialect, KnownColumns columns, Loosened loosened) {
        Uses uses = new Uses(dialect);
        tables = new TableFootprints(dialect, uses, columns, loosened);
        parts = new PartFootprints(uses, columns);
        objects = new ObjectFootprints(dialect, new ObjectUses(dialect, columns, loosened));
    }

    /**
     * The footprint of a change.
     *
     * @param state the state that it meets in the row of changes, which is another once this has returned
     */
    Footprint of(Change change, SchemaView state) {
        Footprint footprint = new Footprint(change.verb() == Verb.RENAME);
        Optional<Ownership> ownership = OwnerChanges.of(change);
        if (ownership.isPresent()) {
            objects.changesHands(footprint, change, ownership.get(), state);
            return footprint;
        }
        switch (change) {
            case CreateTable(Table table) -> tables.appears(footprint, table);
            case DropTable(Table table) -> tables.disappears(footprint, table);
            case AlterTable alter -> tables.altered(footprint, alter);
            case RenameTable rename -> tables.renamed(footprint, rename, state);
            case AddPart(ObjectName table, TablePart part) -> parts.appears(footprint, table, part);
            case DropPart(ObjectName table, TablePart part) -> parts.disappears(footprint, table, part);
            case AlterPart(ObjectName table, TablePart before, TablePart after) ->
                parts.altered(footprint, table, before, after);
            case ConvertColumn convert -> parts.altered(footprint, convert.table(), convert.before(), convert.after());
            case RenamePart rename -> parts.renamed(footprint, rename);
            case CreateObject(SchemaObject object) -> objects.appears(footprint, object);
            case DropObject(SchemaObject object) -> objects.disappears(footprint, object);
            case AlterObject(SchemaObject before, SchemaObject after) ->
                objects.altered(footprint, before, after, state);
            case RenameObject rename -> objects.renamed(footprint, rename);
            case RenameMember rename -> objects.renamed(footprint, rename);
        }
        return footprint;
    }
}
