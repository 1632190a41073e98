package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that tables lose and that children of theirs keep, or have in their own right: the children have them for themselves once they are
 * dropped from their parent alone, and what else becomes of them comes after that (ATExecDropColumn in src/backend/commands/tablecmds.c).
 */
public final class PostgresqlLeftColumns {
    private record Place(ObjectName table, String column) {}

    private final Map<Place, List<Change>> groups = new LinkedHashMap<>();
    private final Descent descent;

    PostgresqlLeftColumns(List<Change> changes, Descent descent) {
        this.descent = descent;
        for (Change change : changes) {
            if (change instanceof DropPart(ObjectName table, Column column)) {
                groups.put(new Place(table, column.name()), new ArrayList<>());
            }
        }
        groups.keySet().removeIf(place -> above(place).isPresent() || changes.stream().noneMatch(change -> place(change)
                .flatMap(this::above)
                .filter(place::equals)
                .isPresent()));
    }

    /** The farthest of those up the line that lose the column. */
    private Optional<Place> above(Place place) {
        return descent.ancestors(place.table()).stream()
                .map(table -> new Place(table, place.column()))
                .filter(groups::containsKey)
                .reduce((nearer, farther) -> farther);
    }

    private static Optional<Place> place(Change change) {
        return switch (change) {
            case AddPart(ObjectName table, Column column) -> Optional.of(new Place(table, column.name()));
            case DropPart(ObjectName table, Column column) -> Optional.of(new Place(table, column.name()));
            case AlterPart(ObjectName table, Column before, Column after) ->
                Optional.of(new Place(table, before.name()));
            case ConvertColumn convert ->
                Optional.of(new Place(convert.table(), convert.before().name()));
            default -> Optional.empty();
        };
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return place(change).flatMap(place -> Optional.ofNullable(groups.get(place))
                .or(() -> above(place).map(groups::get)));
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return groups.values();
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation, SchemaView before) {
        return operation.changes().size() > 1
                && operation.changes().stream().map(PostgresqlLeftColumns::place).allMatch(Optional::isPresent)
                && new PostgresqlLeftColumns(operation.changes(), new Descent(before)).groups.size() == 1;
    }

    /** The statements: what becomes of the children comes behind, from the top down. */
    public static List<Statement> render(Operation operation, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        List<Change> ordered = new ArrayList<>();
        for (Change change : operation.changes()) {
            Optional<Column> expected = change instanceof AddPart add
                    ? PostgresqlInheritance.expected(before, add.table(), add.part().name())
                    : Optional.empty();
            if (expected.isPresent() && change instanceof AddPart(ObjectName table, Column column)) {
                new AddPart(table, expected.get()).applyTo(state, PostgresqlText.SYNTAX);
                ordered.add(new AlterPart(table, expected.get(), column));
            } else {
                ordered.add(change);
            }
        }
        Descent descent = new Descent(before);
        ordered.sort(Comparator.comparingInt(change ->
                descent.ancestors(place(change).orElseThrow().table()).size()));
        List<Statement> statements = new ArrayList<>();
        for (Change change : ordered) {
            statements.addAll(render(change, state.view()));
            change.applyTo(state, PostgresqlText.SYNTAX);
        }
        return statements;
    }

    private static List<Statement> render(Change change, SchemaView state) {
        return switch (change) {
            case AddPart add -> PostgresqlParts.add(add.table(), add.part(), state);
            case DropPart drop -> PostgresqlParts.drop(drop.table(), drop.part(), state);
            case AlterPart alter -> PostgresqlParts.alter(alter.table(), alter.before(), alter.after(), state);
            case ConvertColumn convert ->
                PostgresqlParts.alter(
                        convert.table(), convert.before(), convert.after(), Optional.of(convert.forward()), state);
            default -> throw new IllegalArgumentException("no column changes: " + change);
        };
    }

    /** What drops a column of a table, and of those children that have it from there alone. */
    static List<Statement> drop(ObjectName table, Column column, SchemaView state) {
        List<Table> children = PostgresqlChildren.children(table, state).stream()
                .filter(child -> !child.lineage().isPartition())
                .toList();
        if (children.stream().noneMatch(child -> isKept(child, column.name(), state))) {
            return PostgresqlColumns.drop(table, column);
        }
        List<Statement> statements = new ArrayList<>();
        if (column.fill() instanceof Fill.Serial) {
            statements.addAll(uncounted(table, PostgresqlInheritance.expected(column), state));
        }
        statements.addAll(PostgresqlColumns.dropAlone(table, column));
        for (Table child : children) {
            if (child.part(PartKind.COLUMN, column.name()).isEmpty() && !hasFromOther(child, table, column, state)) {
                statements.addAll(drop(child.name(), PostgresqlInheritance.expected(column), state));
            }
        }
        return statements;
    }

    /** What has the children of a table no longer take the values of a sequence that goes with the table's column. */
    private static List<Statement> uncounted(ObjectName table, Column brought, SchemaView state) {
        Descent descent = new Descent(state);
        return state.tables().values().stream()
                .filter(child -> descent.isDescendant(child.name(), table))
                .filter(child -> PostgresqlInheritance.full(state, child)
                        .column(brought.name())
                        .filter(held -> held.fill().equals(brought.fill()))
                        .isPresent())
                .map(child -> PostgresqlFills.dropDefault(child.name(), brought.name()))
                .toList();
    }

    private static boolean isKept(Table child, String column, SchemaView state) {
        return child.column(column).isPresent()
                || PostgresqlChildren.children(child.name(), state).stream()
                        .anyMatch(grandchild -> isKept(grandchild, column, state));
    }

    private static boolean hasFromOther(Table child, ObjectName parent, Column column, SchemaView state) {
        return PostgresqlInheritance.parents(state, child.lineage()).stream()
                .filter(other -> !other.name().equals(parent))
                .anyMatch(other -> other.column(column.name()).isPresent());
    }
}
