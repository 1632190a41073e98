package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.References;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.sql.Expressions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Finds what has to step aside while something else changes: parts that are the same before and after, but rest on a column that is dropped
 * and added again or gets another type, or on a key that is replaced. They are dropped before and added again after it.
 */
final class Replacement {
    private record Key(ObjectName table, PartKind kind, String name) {}

    private record Placed(ObjectName table, TablePart part) {
        Key key() {
            return new Key(table, part.partKind(), part.name());
        }
    }

    private final Dialect dialect;
    private final Schema state;
    private final List<Change> changes;
    private final Set<Key> touched = new HashSet<>();
    private final Map<Key, TablePart> altered = new HashMap<>();
    private final Set<Key> droppedColumns = new HashSet<>();
    private final Set<ObjectName> droppedTables = new LinkedHashSet<>();
    private final SequencedMap<Key, Placed> replaced = new LinkedHashMap<>();
    private final Deque<Placed> moving = new ArrayDeque<>();
    private final Map<ObjectName, List<Placed>> incoming = new HashMap<>();

    Replacement(Dialect dialect, Schema state, List<Change> changes) {
        this.dialect = dialect;
        this.state = state;
        this.changes = changes;
    }

    List<Change> withReplaced() {
        changes.forEach(this::note);
        if (moving.isEmpty() && droppedTables.isEmpty()) {
            return changes;
        }
        state.tables().values().forEach(this::noteForeignKeys);
        while (!moving.isEmpty()) {
            dependants(moving.remove());
        }
        List<Placed> broken = circlesBroken();
        List<Change> all = new ArrayList<>();
        broken.forEach(placed -> all.add(new DropPart(placed.table(), placed.part())));
        replaced.values().forEach(placed -> all.add(new DropPart(placed.table(), placed.part())));
        changes.stream()
                .filter(change -> !isReplaced(change))
                .map(change -> without(broken, change))
                .forEach(all::add);
        replaced.sequencedValues().reversed().forEach(placed -> all.add(added(placed)));
        return all;
    }

    private boolean isReplaced(Change change) {
        return change instanceof AlterPart alter
                && replaced.containsKey(new Placed(alter.table(), alter.before()).key());
    }

    private AddPart added(Placed placed) {
        return new AddPart(placed.table(), altered.getOrDefault(placed.key(), placed.part()));
    }

    private void note(Change change) {
        switch (change) {
            case AddPart(ObjectName table, TablePart part) -> touch(table, part);
            case DropPart(ObjectName table, TablePart part) -> {
                touch(table, part);
                moving.add(new Placed(table, part));
                if (part instanceof Column) {
                    droppedColumns.add(new Placed(table, part).key());
                }
            }
            case AlterPart(ObjectName table, TablePart before, TablePart after) -> {
                altered.put(new Placed(table, before).key(), after);
                if (before instanceof Column then && after instanceof Column now) {
                    noteType(table, then, now);
                }
            }
            case ConvertColumn convert -> {
                touch(convert.table(), convert.before());
                noteType(convert.table(), convert.before(), convert.after());
            }
            case DropTable(Table table) -> droppedTables.add(table.name());
            default -> {}
        }
    }

    private void noteType(ObjectName table, Column before, Column after) {
        if (!before.type().name().equals(after.type().name())
                || before.type().dimensions() != after.type().dimensions()) {
            moving.add(new Placed(table, before));
        }
    }

    private void touch(ObjectName table, TablePart part) {
        touched.add(new Placed(table, part).key());
    }

    private void noteForeignKeys(Table table) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            incoming.computeIfAbsent(key.target(), target -> new ArrayList<>()).add(new Placed(table.name(), key));
        }
    }

    private void dependants(Placed moved) {
        switch (moved.part()) {
            case Column column -> dependants(moved.table(), column);
            case Constraint.PrimaryKey key -> pointingAt(moved.table(), Set.copyOf(key.columns()));
            case Constraint.Unique unique -> pointingAt(moved.table(), Set.copyOf(unique.columns()));
            case Index index -> {
                if (References.isKey(index)) {
                    pointingAt(moved.table(), References.columnsOf(index.withInclude(List.of())));
                }
            }
            case Constraint.ForeignKey key -> {}
            case Constraint.Check check -> {}
            case Constraint.Exclusion exclusion -> {}
        }
    }

    private void pointingAt(ObjectName table, Set<String> columns) {
        for (Placed placed : incoming.getOrDefault(table, List.of())) {
            if (placed.part() instanceof Constraint.ForeignKey key
                    && Set.copyOf(key.targetColumns()).equals(columns)) {
                replace(placed);
            }
        }
    }

    private void dependants(ObjectName table, Column column) {
        for (Placed placed : incoming.getOrDefault(table, List.of())) {
            if (placed.part() instanceof Constraint.ForeignKey key
                    && key.targetColumns().contains(column.name())) {
                replace(placed);
            }
        }
        state.table(table).ifPresent(holder -> dependants(holder, column));
    }

    private void dependants(Table holder, Column column) {
        boolean dropped = droppedColumns.contains(new Placed(holder.name(), column).key());
        for (PartKind kind : PartKind.values()) {
            for (TablePart part : holder.parts(kind)) {
                boolean inTheWay = dropped || part instanceof Constraint.ForeignKey || computes(holder, part, column);
                if (inTheWay && !part.name().equals(column.name()) && uses(holder, part, column.name())) {
                    replace(new Placed(holder.name(), part));
                }
            }
        }
    }

    private boolean uses(Table table, TablePart part, String column) {
        return switch (part) {
            case Column other ->
                other.fill() instanceof Fill.Generated generated && mentions(table, generated.value(), column);
            case Constraint.Check check -> mentions(table, check.condition(), column);
            case Constraint.PrimaryKey key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint.Unique key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint.ForeignKey key -> key.columns().contains(column);
            case Constraint.Exclusion exclusion -> uses(table, exclusion, column);
            case Index index -> uses(table, index, column);
        };
    }

    private boolean uses(Table table, Index index, String column) {
        return References.columnsOf(index).contains(column)
                || index.predicate()
                        .filter(predicate -> mentions(table, predicate, column))
                        .isPresent()
                || index.keys().stream()
                        .anyMatch(key -> key.subject() instanceof Index.Subject.OfExpression(Expression expression)
                                && mentions(table, expression, column));
    }

    private boolean uses(Table table, Constraint.Exclusion exclusion, String column) {
        return exclusion.columns().contains(column)
                || exclusion
                        .predicate()
                        .filter(predicate -> mentions(table, predicate, column))
                        .isPresent()
                || exclusion.elements().stream()
                        .anyMatch(element ->
                                element.key().subject() instanceof Index.Subject.OfExpression(Expression expression)
                                        && mentions(table, expression, column));
    }

    /** Whether a part computes something from the column, in a way that its type decides. */
    private boolean computes(Table table, TablePart part, Column column) {
        return switch (part) {
            case Column other -> true;
            case Constraint constraint ->
                constraint instanceof Constraint.Check || constraint instanceof Constraint.Exclusion;
            case Index index -> uses(table, index.withInclude(List.of()).withKeys(computed(index)), column.name());
        };
    }

    /** The keys that are expressions; a constant stands for those that are columns, since no index is over nothing. */
    private static List<Index.Key> computed(Index index) {
        return index.keys().stream()
                .map(key -> key.subject() instanceof Index.Subject.OfExpression
                        ? key
                        : Index.Key.of(new Index.Subject.OfExpression(new Expression("0"))))
                .toList();
    }

    private boolean mentions(Table table, Expression expression, String column) {
        return Expressions.mentionsColumn(expression.sql(), table.name().local(), column, dialect.syntax());
    }

    private void replace(Placed placed) {
        if (droppedTables.contains(placed.table()) || touched.contains(placed.key())) {
            return;
        }
        if (replaced.putIfAbsent(placed.key(), placed) == null) {
            moving.add(placed);
            if (placed.part() instanceof Column) {
                droppedColumns.add(placed.key());
            }
        }
    }

    /** The foreign keys between dropped tables that no order of dropping suits, because the tables point at each other in a circle. */
    private List<Placed> circlesBroken() {
        Set<ObjectName> left = new HashSet<>(droppedTables);
        while (left.removeIf(table -> !isPointedAtFrom(left, table))) {}
        List<Placed> broken = new ArrayList<>();
        for (ObjectName table : droppedTables) {
            for (Placed placed : left.contains(table) ? incoming.getOrDefault(table, List.of()) : List.<Placed>of()) {
                if (left.contains(placed.table()) && !placed.table().equals(table) && !touched.contains(placed.key())) {
                    broken.add(placed);
                }
            }
        }
        return broken;
    }

    private static Change without(List<Placed> broken, Change change) {
        if (!(change instanceof DropTable(Table table))) {
            return change;
        }
        Table rest = table;
        for (Placed placed : broken) {
            if (placed.table().equals(table.name())) {
                rest = rest.without(PartKind.CONSTRAINT, placed.part().name());
            }
        }
        return new DropTable(rest);
    }

    private boolean isPointedAtFrom(Set<ObjectName> tables, ObjectName table) {
        return incoming.getOrDefault(table, List.of()).stream()
                .anyMatch(placed -> !placed.table().equals(table) && tables.contains(placed.table()));
    }
}
