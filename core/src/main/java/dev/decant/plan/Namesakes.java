package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of a child and one of its parent, or those of two parents of one child, that have a name in common, but no type, or two such checks
 * of different conditions: one goes before the other comes, for it would be taken for the same. They may go, or come, with a parent.
 */
final class Namesakes {
    private record Placed(int operation, ObjectName table, TablePart part) {
        Key key() {
            return new Key(part.partKind(), part.name());
        }
    }

    private record Key(PartKind kind, String name) {}

    private final KnownColumns columns;
    private final Map<Key, List<Placed>> going = new HashMap<>();
    private final Map<Key, List<Placed>> coming = new HashMap<>();

    private Namesakes(KnownColumns columns) {
        this.columns = columns;
    }

    /** Says which of the operations had better run before which. */
    static void order(List<Operation> operations, KnownColumns columns, Ordering ordering) {
        Namesakes namesakes = new Namesakes(columns);
        for (int i = 0; i < operations.size(); i++) {
            for (Change change : operations.get(i).changes()) {
                namesakes.note(i, change);
            }
        }
        namesakes.order(ordering);
    }

    private void note(int operation, Change change) {
        switch (change) {
            case DropPart(ObjectName table, TablePart part)
            when isInherited(part) -> put(going, new Placed(operation, table, part));
            case AddPart(ObjectName table, TablePart part)
            when isInherited(part) -> put(coming, new Placed(operation, table, part));
            case AlterTable alter -> {
                Set<ObjectName> left = new HashSet<>(alter.before().lineage().parents());
                Set<ObjectName> joined = new HashSet<>(alter.after().lineage().parents());
                joined.removeAll(left);
                left.removeAll(alter.after().lineage().parents());
                inherited(left, columns::former)
                        .forEach(part -> put(going, new Placed(operation, alter.table(), part)));
                inherited(joined, columns::later)
                        .forEach(part -> put(coming, new Placed(operation, alter.table(), part)));
            }
            default -> {}
        }
    }

    /** What a table has from parents and from those that these hold rows for. */
    private Stream<TablePart> inherited(Set<ObjectName> parents, Function<ObjectName, Optional<Table>> found) {
        return parents.stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), columns.ancestors(parent).stream()))
                .distinct()
                .flatMap(parent -> found.apply(parent).stream())
                .flatMap(table -> Stream.concat(table.columns().stream(), table.constraints().stream()))
                .filter(Namesakes::isInherited);
    }

    private static boolean isInherited(TablePart part) {
        return part instanceof Column || part instanceof Constraint.Check;
    }

    private static void put(Map<Key, List<Placed>> parts, Placed placed) {
        parts.computeIfAbsent(placed.key(), key -> new ArrayList<>()).add(placed);
    }

    private void order(Ordering ordering) {
        going.forEach((key, all) -> {
            for (Placed first : all) {
                coming.getOrDefault(key, List.of()).stream()
                        .filter(second -> areTakenForOne(first, second))
                        .forEach(second -> ordering.preferably(first.operation(), second.operation()));
            }
        });
    }

    private boolean areTakenForOne(Placed one, Placed other) {
        return !one.table().equals(other.table())
                && differ(one.part(), other.part())
                && (columns.areAkin(one.table(), other.table()) || columns.haveHeir(one.table(), other.table()));
    }

    private static boolean differ(TablePart one, TablePart other) {
        return switch (one) {
            case Column column ->
                other instanceof Column second
                        && !(column.type().equals(second.type())
                                && column.collation().equals(second.collation()));
            case Constraint.Check check ->
                other instanceof Constraint.Check second && !check.condition().equals(second.condition());
            default -> false;
        };
    }
}
