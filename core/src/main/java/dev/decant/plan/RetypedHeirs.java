package dev.decant.plan;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that tables have beside their parents and that get another type while a parent comes to have one of that name, or has it no longer:
 * theirs becomes another while there is none above, since what a parent has is not altered in a child.
 */
final class RetypedHeirs {
    private final Descent before;
    private final Descent after;
    private final Set<Reference.ToColumn> aloneBefore = new HashSet<>();
    private final Set<Reference.ToColumn> aloneAfter = new HashSet<>();
    private final Set<Reference.ToColumn> rising = new HashSet<>();

    RetypedHeirs(Schema former, Descent before, Schema later, Descent after, List<Change> changes) {
        this.before = before;
        this.after = after;
        changes.forEach(change -> retyped(change)
                .filter(column -> before.ancestors(column.table()).stream()
                        .anyMatch(parent -> after.isDescendant(column.table(), parent)))
                .ifPresent(column -> collect(column, former, later)));
        for (Table table : former.tables().values()) {
            if (!table.lineage().parents().isEmpty()) {
                later.table(table.name()).ifPresent(now -> collect(table, former, now, later));
            }
        }
    }

    private void collect(Table then, Schema former, Table now, Schema later) {
        for (Column column : then.columns()) {
            Optional<Column> other = now.column(column.name()).filter(each -> isRetyped(column, each));
            if (other.isPresent()) {
                collect(new Reference.ToColumn(then.name(), column.name()), former, later);
            }
        }
    }

    private void collect(Reference.ToColumn column, Schema former, Schema later) {
        if (isAlone(column, before, former)) {
            aloneBefore.add(column);
            if (later.table(column.table())
                    .flatMap(table -> table.column(column.column()))
                    .isEmpty()) {
                rising.add(column);
            }
        }
        if (isAlone(column, after, later)) {
            aloneAfter.add(column);
        }
    }

    /** The column that gets another type by a change; it may be the table's own only until then, or only from then on. */
    private static Optional<Reference.ToColumn> retyped(Change change) {
        return switch (change) {
            case AlterPart(ObjectName table, Column then, Column now)
            when isRetyped(then, now) -> Optional.of(new Reference.ToColumn(table, now.name()));
            case ConvertColumn convert ->
                Optional.of(
                        new Reference.ToColumn(convert.table(), convert.after().name()));
            default -> Optional.empty();
        };
    }

    private static boolean isRetyped(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    private static boolean isAlone(Reference.ToColumn column, Descent descent, Schema schema) {
        return descent.ancestors(column.table()).stream()
                .flatMap(ancestor -> schema.table(ancestor).stream())
                .noneMatch(ancestor -> ancestor.column(column.column()).isPresent());
    }

    /** Whether a column is one that a parent has in the end. */
    boolean rises(ObjectName table, String column) {
        return rising.contains(new Reference.ToColumn(table, column));
    }

    /** Whether a column of a child comes anew, after a parent has come to have one of its name. */
    boolean comesBelow(Reference column) {
        return isAmong(aloneBefore, column) && !isAmong(aloneAfter, column);
    }

    /** Whether a column of a child goes to come anew once the parent has none of its name any longer. */
    boolean goesFromBelow(Reference column) {
        return isAmong(aloneAfter, column) && !isAmong(aloneBefore, column);
    }

    /** The columns of children that become others before a parent has such a column. */
    Set<Reference> before(ObjectName parent, String column) {
        return below(aloneBefore, parent, column);
    }

    /** The columns of children that become others after a parent has had such a column. */
    Set<Reference> after(ObjectName parent, String column) {
        return below(aloneAfter, parent, column);
    }

    /** What the columns of parents are to a column of a child in the end, without those that only come after it. */
    Set<Reference> withoutComing(Set<Reference> references, ObjectName child) {
        return without(aloneBefore, references, child);
    }

    /** What the columns of parents were to a column of a child, without those that have gone before it. */
    Set<Reference> withoutGone(Set<Reference> references, ObjectName child) {
        return without(aloneAfter, references, child);
    }

    private static boolean isAmong(Set<Reference.ToColumn> columns, Reference column) {
        return column instanceof Reference.ToColumn one && columns.contains(one);
    }

    private Set<Reference> below(Set<Reference.ToColumn> alone, ObjectName parent, String column) {
        return alone.stream()
                .filter(each -> each.column().equals(column) && isBelow(each.table(), parent))
                .collect(Collectors.toSet());
    }

    private Set<Reference> without(Set<Reference.ToColumn> alone, Set<Reference> references, ObjectName child) {
        return references.stream()
                .filter(each -> !(each instanceof Reference.ToColumn above && comesBetween(alone, above, child)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether it is a column of the child, or of a table between the two, that stands alone while the one above is not there. */
    private boolean comesBetween(Set<Reference.ToColumn> alone, Reference.ToColumn above, ObjectName child) {
        return alone.stream()
                .filter(each -> each.column().equals(above.column()) && isBelow(each.table(), above.table()))
                .anyMatch(each -> each.table().equals(child) || isBelow(child, each.table()));
    }

    /** Whether a table holds rows for another all the time. */
    private boolean isBelow(ObjectName child, ObjectName parent) {
        return before.isDescendant(child, parent) && after.isDescendant(child, parent);
    }
}
