package dev.decant.plan;

import dev.decant.change.RenamePart;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.TablePart;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the footprints of changes of the columns, constraints and indexes of a table. */
final class PartFootprints {
    private final Uses uses;
    private final KnownColumns columns;

    PartFootprints(Uses uses, KnownColumns columns) {
        this.uses = uses;
        this.columns = columns;
    }

    void appears(Footprint footprint, ObjectName table, TablePart part) {
        Set<Reference> provided = uses.providedBy(table, part);
        footprint.provides().addAll(provided);
        shared(table, part, provided).ifPresent(column -> {
            footprint.provides().remove(column);
            (columns.heirs().comesBelow(column) ? footprint.requires() : footprint.alters()).add(column);
        });
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
        if (part instanceof Constraint.Check check && check.enforcement() == Enforcement.NOT_VALID) {
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

    void disappears(Footprint footprint, ObjectName table, TablePart part) {
        Set<Reference> provided = uses.providedBy(table, part);
        if (part instanceof Column && columns.heirs().rises(table, part.name())) {
            // It stays, as what the parent has come to have.
            footprint.requires().addAll(Footprint.without(columns.withParents(provided), provided));
            return;
        }
        footprint.destroys().addAll(provided);
        shared(table, part, provided).ifPresent(column -> {
            footprint.destroys().remove(column);
            (columns.heirs().goesFromBelow(column) ? footprint.releases() : footprint.alters()).add(column);
        });
        if (!(part instanceof Column column) || column.fill() instanceof Fill.Generated) {
            // What is computed is made for the types as they are, and goes before they become others.
            footprint.releases().addAll(formerlyUsedBy(table, part));
        } else {
            footprint.release(formerlyUsedBy(table, part));
        }
        if (part instanceof Column) {
            footprint.releases().addAll(columns.heirs().after(table, part.name()));
        }
    }

    /** A column that the table may have from a parent too: it only becomes another when it comes to be the table's own, or is so no longer. */
    private Optional<Reference> shared(ObjectName table, TablePart part, Set<Reference> provided) {
        return provided.stream()
                .filter(Reference.ToColumn.class::isInstance)
                .filter(column -> part instanceof Column && columns.isInherited(table, part.name()))
                .findFirst();
    }

    /** Only a column becomes another thing under its name; of a constraint or index that stays, at most the comment or validity changes. */
    void altered(Footprint footprint, ObjectName table, TablePart before, TablePart after) {
        if (isLessThan(after, before)) {
            // What rests on the column does not see that it has no default; it has none before it becomes another.
            footprint.releases().addAll(uses.providedBy(table, before));
        } else if (isLessThan(before, after)) {
            footprint.requires().addAll(uses.providedBy(table, after));
        } else if (before instanceof Column) {
            footprint.become(uses.providedBy(table, before), uses.providedBy(table, after));
        } else {
            footprint.requires().add(new Reference.ToPart(table, before.partKind(), before.name()));
        }
        Set<Reference> used = columns.heirs().withoutComing(usedBy(table, after), table);
        Set<Reference> formerlyUsed =
                columns.heirs().withoutGone(columns.heirs().withoutComing(formerlyUsedBy(table, before), table), table);
        footprint.release(Footprint.without(formerlyUsed, used));
        if (before instanceof Column && !isOfSameType(before, after)) {
            footprint.stirs().add(new Reference.ToType(table));
        }
        if (isOfSameType(before, after)) {
            // What it is filled with may have to go before the columns of parents become others; its type is theirs.
            Set<Reference> own = uses.usedBy(table, after);
            footprint.prefers().addAll(Footprint.without(used, own));
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

    void renamed(Footprint footprint, RenamePart rename) {
        ObjectName table = rename.table();
        footprint.destroys().addAll(named(table, rename.kind(), rename.before()));
        footprint.provides().addAll(named(table, rename.kind(), rename.after()));
        footprint.requires().add(new Reference.ToTable(table));
    }

    private Set<Reference> named(ObjectName table, PartKind kind, String name) {
        return kind == PartKind.COLUMN ? Set.of(new Reference.ToColumn(table, name)) : uses.named(table, kind, name);
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
}
