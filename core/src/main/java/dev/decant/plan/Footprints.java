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
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the footprint of each change. */
final class Footprints {
    private final Dialect dialect;
    private final Uses uses;
    private final ObjectUses objectUses;
    private final KnownColumns columns;
    private final Loosened loosened;
    private final Set<Reference> come = new HashSet<>();

    /**
     * Finds those of changes in a dialect.
     *
     * @param columns the columns that there are before or after
     * @param loosened what is taken less seriously than usual
     */
    Footprints(Dialect dialect, KnownColumns columns, Loosened loosened) {
        this.dialect = dialect;
        this.columns = columns;
        this.loosened = loosened;
        uses = new Uses(dialect);
        objectUses = new ObjectUses(dialect, columns, loosened);
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
            changesHands(footprint, change, ownership.get(), state);
            return footprint;
        }
        switch (change) {
            case CreateTable(Table table) -> appears(footprint, table);
            case DropTable(Table table) -> disappears(footprint, table);
            case AlterTable alter -> altered(footprint, alter);
            case RenameTable rename -> renamed(footprint, rename, state);
            case AddPart(ObjectName table, TablePart part) -> appears(footprint, table, part);
            case DropPart(ObjectName table, TablePart part) -> disappears(footprint, table, part);
            case AlterPart(ObjectName table, TablePart before, TablePart after) ->
                altered(footprint, table, before, after);
            case ConvertColumn convert -> altered(footprint, convert.table(), convert.before(), convert.after());
            case RenamePart rename -> renamed(footprint, rename);
            case CreateObject(SchemaObject object) -> appears(footprint, object);
            case DropObject(SchemaObject object) -> disappears(footprint, object);
            case AlterObject(SchemaObject before, SchemaObject after) -> altered(footprint, before, after, state);
            case RenameObject rename -> renamed(footprint, rename);
            case RenameMember rename -> renamed(footprint, rename);
        }
        return footprint;
    }

    private void changesHands(Footprint footprint, Change change, Ownership ownership, SchemaView state) {
        footprint.alters().addAll(new OwnerChanges(dialect).changed(ownership, state));
        Set<Reference> used = objectUses.usedBy(ownership);
        (change instanceof DropObject ? footprint.releases() : footprint.requires()).addAll(used);
        if (change instanceof AlterObject(SchemaObject before, SchemaObject after)) {
            footprint.releases().addAll(without(objectUses.usedBy(before), used));
        }
    }

    /** What a part uses of its own table, it may use of the parents from which that has its columns in the end. */
    private Set<Reference> usedBy(ObjectName table, TablePart part) {
        return beyondItself(table, part, columns::withParents);
    }

    /** What a part used while its table had the parents that it has at first. */
    private Set<Reference> formerlyUsedBy(ObjectName table, TablePart part) {
        return beyondItself(table, part, columns::withFormerParents);
    }

    private Set<Reference> beyondItself(ObjectName table, TablePart part, UnaryOperator<Set<Reference>> widened) {
        Set<Reference> used = uses.usedBy(table, part);
        if (!(part instanceof Column)) {
            return widened.apply(used);
        }
        Reference itself = new Reference.ToColumn(table, part.name());
        used.add(itself);
        Set<Reference> all = new HashSet<>(widened.apply(used));
        all.remove(itself);
        return all;
    }

    private void appears(Footprint footprint, Table table) {
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

    private void disappears(Footprint footprint, Table table) {
        footprint.destroys().addAll(uses.providedBy(table));
        release(footprint, columns.withFormerParents(uses.usedBy(table)));
        if (isElsewhere(table)) {
            footprint.releases().addAll(columns.formerlyAbove(table.name()));
        }
    }

    /** Whether its rows are none of this database, which can make no others of them when the columns of its parents become others. */
    private boolean isElsewhere(Table table) {
        return !dialect.carriesRows(table.traits(), table.traits());
    }

    private void altered(Footprint footprint, AlterTable alter) {
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
        footprint.requires().addAll(dialect.neededBy(alter.after()));
        footprint.releases().addAll(dialect.neededBy(alter.before()));
        footprint.releases().removeAll(footprint.requires());
        boolean hasOtherParents =
                !alter.before().lineage().hasSameParents(alter.after().lineage());
        if (hasOtherParents || !alter.before().options().equals(alter.after().options())) {
            // It gets other columns, which no other change tells of; or it is stored as not everything can use it, such
            // as a publication.
            footprint.alters().add(new Reference.ToRelation(alter.table()));
        }
    }

    /** What leaves a table keeps its keys and indexes; those that are parts of the table's would go with these if it were still there. */
    private static void keepShared(Footprint footprint, Table parent) {
        for (PartKind kind : List.of(PartKind.CONSTRAINT, PartKind.INDEX)) {
            parent.parts(kind)
                    .forEach(part -> footprint.releases().add(new Reference.ToPart(parent.name(), kind, part.name())));
        }
    }

    private void renamed(Footprint footprint, RenameTable rename, SchemaView state) {
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

    private void appears(Footprint footprint, ObjectName table, TablePart part) {
        Set<Reference> provided = uses.providedBy(table, part);
        (isShared(table, part) ? footprint.alters() : footprint.provides()).addAll(provided);
        footprint.requires().addAll(usedBy(table, part));
        footprint.names().addAll(uses.namedBy(part));
        if (part instanceof Column column) {
            footprint.requires().addAll(columns.heirs().before(table, column.name()));
            if (!(column.fill() instanceof Fill.Nothing)) {
                footprint.stirs().add(new Reference.ToType(table));
            }
        } else {
            // An expression may read a value of a type, such as an attribute, that is not there before the type
            // changes.
            columns.collect(table, columnsOf(table, footprint.requires()), footprint.prefers());
            // Where a column is called as its table is, nobody can speak of whole rows.
            footprint.prefers().add(new Reference.ToColumn(table, table.local()));
        }
        if (part instanceof Constraint.Check check && check.notValid()) {
            // A child that came later would be without rows, and the check valid there.
            columns.children(table).forEach(child -> footprint.prefers().add(new Reference.ToTable(child)));
        }
    }

    private static Set<String> columnsOf(ObjectName table, Set<Reference> references) {
        return references.stream()
                .filter(each -> each instanceof Reference.ToColumn column
                        && column.table().equals(table))
                .map(each -> ((Reference.ToColumn) each).column())
                .collect(Collectors.toSet());
    }

    private void disappears(Footprint footprint, ObjectName table, TablePart part) {
        Set<Reference> provided = uses.providedBy(table, part);
        (isShared(table, part) ? footprint.alters() : footprint.destroys()).addAll(provided);
        if (!(part instanceof Column column) || column.fill() instanceof Fill.Generated) {
            // What is computed is made for the types as they are, and goes before they become others.
            footprint.releases().addAll(formerlyUsedBy(table, part));
        } else {
            release(footprint, formerlyUsedBy(table, part));
        }
        if (part instanceof Column) {
            footprint.releases().addAll(columns.heirs().after(table, part.name()));
        }
    }

    private boolean isShared(ObjectName table, TablePart part) {
        return part instanceof Column && columns.isInherited(table, part.name());
    }

    /** Only a column becomes another thing under its name; of a constraint or index that stays, at most the comment or validity changes. */
    private void altered(Footprint footprint, ObjectName table, TablePart before, TablePart after) {
        if (columns.heirs().isOne(table, before.name()) && isLessThan(after, before)) {
            // What rests on the column does not see that it has no default; it has none before it becomes another.
            footprint.releases().addAll(uses.providedBy(table, before));
        } else if (columns.heirs().isOne(table, before.name()) && isLessThan(before, after)) {
            footprint.requires().addAll(uses.providedBy(table, after));
        } else if (before instanceof Column) {
            altered(footprint, uses.providedBy(table, before), uses.providedBy(table, after));
        } else {
            footprint.requires().add(new Reference.ToPart(table, before.partKind(), before.name()));
        }
        Set<Reference> used = columns.heirs().withoutComing(usedBy(table, after), table);
        Set<Reference> formerlyUsed =
                columns.heirs().withoutGone(columns.heirs().withoutComing(formerlyUsedBy(table, before), table), table);
        release(footprint, without(formerlyUsed, used));
        if (before instanceof Column && !isOfSameType(before, after)) {
            footprint.stirs().add(new Reference.ToType(table));
        }
        if (isOfSameType(before, after)) {
            // What it is filled with may have to go before the columns of parents become others; its type is theirs.
            Set<Reference> own = uses.usedBy(table, after);
            footprint.prefers().addAll(without(used, own));
            used.retainAll(own);
        }
        footprint.requires().addAll(used);
        footprint.names().addAll(uses.namedBy(after));
    }

    /** Whether a column is the other without its default. */
    private static boolean isLessThan(TablePart part, TablePart other) {
        return other instanceof Column column
                && column.fill() instanceof Fill.Default
                && column.withFill(Fill.NOTHING).equals(part);
    }

    private static boolean isOfSameType(TablePart before, TablePart after) {
        return before instanceof Column from
                && after instanceof Column to
                && from.type().equals(to.type());
    }

    private void altered(Footprint footprint, SchemaObject before, SchemaObject after, SchemaView state) {
        if (isOnlyTold(before, after)) {
            footprint.requires().addAll(before.provides());
            footprint.requires().removeIf(Reference.ToMember.class::isInstance);
            return;
        }
        altered(footprint, before.provides(), after.provides());
        if (dialect.disturbs(before, after)) {
            // One that comes in the same row comes over what the other has become.
            footprint.carries().addAll(without(RestingTypes.providedOver(before.provides(), state), come));
        }
        // Those that still use a member that goes are changed along with the object.
        footprint.destroys().removeIf(Reference.ToMember.class::isInstance);
        footprint.requires().addAll(objectUses.usedBy(after));
        footprint.prefers().addAll(objectUses.preferredBy(after));
        footprint.releases().addAll(without(objectUses.usedBy(before), objectUses.usedBy(after)));
    }

    /** Whether all that becomes another is what is told about an object, which nobody rests on. */
    private static boolean isOnlyTold(SchemaObject before, SchemaObject after) {
        return before instanceof Namespace
                || before instanceof Collation collation
                        && collation.withComment(after.comment()).equals(after)
                || before instanceof Domain domain
                        && domain.withComment(after.comment()).equals(after)
                || before instanceof CompositeType composite
                        && new CompositeType(composite.name(), composite.attributes(), after.comment()).equals(after)
                || before instanceof EnumType labels
                        && new EnumType(labels.name(), labels.labels(), after.comment()).equals(after);
    }

    private static void altered(Footprint footprint, Set<Reference> before, Set<Reference> after) {
        footprint.provides().addAll(without(after, before));
        footprint.destroys().addAll(without(before, after));
        footprint.alters().addAll(without(after, footprint.provides()));
    }

    private void renamed(Footprint footprint, RenamePart rename) {
        ObjectName table = rename.table();
        footprint.destroys().addAll(named(table, rename.kind(), rename.before()));
        footprint.provides().addAll(named(table, rename.kind(), rename.after()));
        footprint.requires().add(new Reference.ToTable(table));
    }

    private Set<Reference> named(ObjectName table, PartKind kind, String name) {
        return kind == PartKind.COLUMN ? Set.of(new Reference.ToColumn(table, name)) : uses.named(table, kind, name);
    }

    private void appears(Footprint footprint, SchemaObject object) {
        footprint.provides().addAll(object.provides());
        come.addAll(object.provides());
        footprint.requires().addAll(objectUses.usedBy(object));
        footprint.prefers().addAll(objectUses.preferredBy(object));
    }

    private void disappears(Footprint footprint, SchemaObject object) {
        footprint.destroys().addAll(object.provides());
        footprint.releases().addAll(objectUses.usedBy(object));
    }

    private static void renamed(Footprint footprint, RenameObject rename) {
        ObjectName before = rename.before().name();
        ObjectName after = rename.after();
        footprint.destroys().addAll(named(rename.before()));
        footprint.provides().addAll(named(rename.before().withName(after)));
        footprint.releases().addAll(Uses.namespace(before));
        footprint.requires().addAll(Uses.namespace(after));
    }

    private static void renamed(Footprint footprint, RenameMember rename) {
        footprint.alters().add(new Reference.ToObject(rename.object()));
        footprint.destroys().add(new Reference.ToMember(rename.object(), rename.before()));
        footprint.provides().add(new Reference.ToMember(rename.object(), rename.after()));
    }

    /** Whatever an object of that kind may be named as; what it is not, nobody else refers to under that name. */
    private static Set<Reference> named(ObjectKey object) {
        return Set.of(
                new Reference.ToObject(object),
                new Reference.ToType(object.name()),
                new Reference.ToRelation(object.name()),
                new Reference.ToRoutine(object.name()));
    }

    /** A type may become another meanwhile, for it takes with it the columns that are still there; a column may not. */
    private static void release(Footprint footprint, Set<Reference> references) {
        for (Reference given : references) {
            boolean ofType = given instanceof Reference.ToType || given instanceof Reference.ToMember;
            (ofType ? footprint.leaves() : footprint.releases()).add(given);
        }
    }

    private static Set<Reference> without(Set<Reference> all, Set<Reference> some) {
        Set<Reference> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
