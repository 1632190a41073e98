package dev.decant.plan;

import dev.decant.change.AlterTable;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the footprints of changes of whole tables. */
final class TableFootprints {
    private final Dialect dialect;
    private final Uses uses;
    private final KnownColumns columns;
    private final Loosened loosened;

    TableFootprints(Dialect dialect, Uses uses, KnownColumns columns, Loosened loosened) {
        this.dialect = dialect;
        this.uses = uses;
        this.columns = columns;
        this.loosened = loosened;
    }

    void appears(Footprint footprint, Table table) {
        footprint.provides().addAll(uses.providedBy(table));
        footprint.requires().addAll(columns.withParents(uses.usedBy(table)));
        if (loosened.tables().contains(table.name())) {
            // What is known of its rows can be said once its parent has the constraint.
            footprint.requires().removeIf(Reference.ToPart.class::isInstance);
        }
        table.foreignKeys().forEach(key -> footprint.names().addAll(uses.namedBy(key)));
        if (isElsewhere(table)) {
            footprint.requires().addAll(columns.above(table.name()));
        }
    }

    void disappears(Footprint footprint, Table table) {
        footprint.destroys().addAll(uses.providedBy(table));
        footprint.release(columns.withFormerParents(uses.usedBy(table)));
        if (isElsewhere(table)) {
            footprint.releases().addAll(columns.formerlyAbove(table.name()));
        }
    }

    /** Whether its rows are none of this database, which can make no others of them when the columns of its parents become others. */
    private boolean isElsewhere(Table table) {
        return !dialect.carriesRows(table.traits(), table.traits());
    }

    void altered(Footprint footprint, AlterTable alter) {
        footprint.requires().add(new Reference.ToTable(alter.table()));
        alter.after().lineage().parents().forEach(parent -> footprint.requires().add(new Reference.ToTable(parent)));
        alter.before()
                .lineage()
                .parents()
                .forEach(parent -> footprint.releases().add(new Reference.ToTable(parent)));
        if (alter.before().lineage().isPartition() && !alter.after().lineage().isPartition()) {
            alter.before().lineage().parents().stream()
                    .flatMap(parent -> columns.former(parent).stream())
                    .forEach(parent -> keepShared(footprint, parent));
        }
        footprint.requires().addAll(neededBy(alter.after()));
        footprint.releases().addAll(neededBy(alter.before()));
        footprint.releases().removeAll(footprint.requires());
        boolean hasOtherParents =
                !alter.before().lineage().hasSameParents(alter.after().lineage());
        if (hasOtherParents || !alter.before().options().equals(alter.after().options())) {
            // It gets other columns, which no other change tells of; or it is stored as not everything can use it, such
            // as a publication.
            footprint.alters().add(new Reference.ToRelation(alter.table()));
        }
    }

    /** What a table needs beyond its parts; a part of its parents may be one that those have from theirs. */
    private Set<Reference> neededBy(TableTraits table) {
        Set<Reference> needed = new HashSet<>();
        for (Reference each : dialect.neededBy(table)) {
            needed.add(each);
            if (each instanceof Reference.ToPart(ObjectName parent, PartKind kind, String name)) {
                columns.ancestors(parent).forEach(ancestor -> needed.add(new Reference.ToPart(ancestor, kind, name)));
            }
        }
        return needed;
    }

    /** What leaves a table keeps its keys and indexes; those that are parts of the table's would go with these if it were still there. */
    private static void keepShared(Footprint footprint, Table parent) {
        for (PartKind kind : List.of(PartKind.CONSTRAINT, PartKind.INDEX)) {
            parent.parts(kind)
                    .forEach(part -> footprint.releases().add(new Reference.ToPart(parent.name(), kind, part.name())));
        }
    }

    void renamed(Footprint footprint, RenameTable rename, SchemaView state) {
        ObjectName before = rename.before();
        ObjectName after = rename.after();
        footprint.destroys().addAll(Uses.table(before));
        footprint.provides().addAll(Uses.table(after));
        if (!before.schema().equals(after.schema())) {
            for (ObjectName carried : uses.carriedBy(before, state)) {
                footprint.destroys().add(new Reference.ToRelation(carried));
                footprint.provides().add(new Reference.ToRelation(carried.inSchema(after.schema())));
            }
        }
        footprint.releases().addAll(Uses.namespace(before));
        footprint.requires().addAll(Uses.namespace(after));
    }
}
