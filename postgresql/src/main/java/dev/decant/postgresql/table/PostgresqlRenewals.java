package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables that come to be on another server, or come from one, while others that inherit from them hold rows of their own: these leave, keep
 * their rows, and join what comes in the place.
 */
public final class PostgresqlRenewals {
    private final Map<ObjectName, List<Change>> groups = new LinkedHashMap<>();
    private final Map<ObjectName, ObjectName> parents = new HashMap<>();

    PostgresqlRenewals(List<Change> changes, SchemaView before) {
        Map<ObjectName, Table> dropped = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof DropTable(Table table)) {
                dropped.put(table.name(), table);
            }
        }
        for (Change change : changes) {
            if (change instanceof CreateTable(Table table)
                    && Optional.ofNullable(dropped.get(table.name()))
                            .filter(former -> isElsewhere(former) || isElsewhere(table))
                            .isPresent()) {
                before.descent().children(table.name()).stream()
                        .filter(child -> !dropped.containsKey(child))
                        .forEach(child -> {
                            groups.computeIfAbsent(table.name(), name -> new ArrayList<>());
                            parents.putIfAbsent(child, table.name());
                        });
            }
        }
    }

    private static boolean isElsewhere(Table table) {
        return PostgresqlForeign.isForeign(table.options());
    }

    /** The group that the change belongs to, if there is one: the table that goes and comes, and the columns of those that inherit from it. */
    Optional<List<Change>> of(Change change) {
        return switch (change) {
            case CreateTable(Table table) -> Optional.ofNullable(groups.get(table.name()));
            case DropTable(Table table) -> Optional.ofNullable(groups.get(table.name()));
            case AddPart(ObjectName table, Column column) -> ofHeir(table);
            case DropPart(ObjectName table, Column column) -> ofHeir(table);
            case AlterPart(ObjectName table, Column from, Column to) -> ofHeir(table);
            case ConvertColumn convert -> {
                ofHeir(convert.table()).ifPresent(group -> {
                    throw new UnsupportedChangeException(
                            "table " + convert.table(),
                            "it holds rows of its own for a table that comes to be on another server, and "
                                    + convert.after().name() + " gets another type meanwhile",
                            "give it the other type in a first migration, or in a second one");
                });
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The group of the table that goes and comes, of which a table inherits. */
    Optional<List<Change>> ofHeir(ObjectName table) {
        return Optional.ofNullable(parents.get(table)).map(groups::get);
    }

    /** The table that an operation renews so, if it does. */
    public static Optional<ObjectName> renewed(Operation operation) {
        return PostgresqlOperations.rebuilt(operation.changes())
                .filter(table -> operation.changes().stream().anyMatch(change -> switch (change) {
                    case CreateTable create -> create.table().name().equals(table) && isElsewhere(create.table());
                    case DropTable drop -> drop.table().name().equals(table) && isElsewhere(drop.table());
                    default -> false;
                }));
    }

    /** The statements. */
    public static List<Statement> render(ObjectName parent, List<Change> changes, SchemaView start) {
        Set<ObjectName> children = start.descent().children(parent);
        SchemaView before = PostgresqlToldHeirs.told(changes, start, children::contains);
        SchemaBuilder state = before.toBuilder();
        changes.forEach(change -> change.applyTo(state, PostgresqlText.SYNTAX));
        SchemaView after = state.view();
        SchemaBuilder without = before.toBuilder();
        without.removeTable(parent);
        List<Statement> meanwhile = new ArrayList<>(counted(parent, before)
                .map(place -> PostgresqlFills.dropDefault(place.table(), place.column()))
                .toList());
        meanwhile.addAll(PostgresqlTables.drop(before.table(parent).orElseThrow(), before));
        meanwhile.addAll(PostgresqlTables.create(after.table(parent).orElseThrow(), without.view()));
        counted(parent, before)
                .forEach(place -> countedAgain(place, before, after)
                        .ifPresent(value ->
                                meanwhile.add(PostgresqlFills.setDefault(place.table(), place.column(), value))));
        List<ObjectName> heirs = children.stream()
                .sorted(Comparator.comparingInt(
                        heir -> before.descent().ancestors(heir).size()))
                .toList();
        List<Statement> statements =
                new ArrayList<>(PostgresqlDescents.around(parent, heirs, meanwhile, before, after));
        statements.addAll(PostgresqlToldHeirs.freed(changes, after, children::contains));
        return statements;
    }

    /** The columns of tables below one that take their values from a sequence which goes with it. */
    private static Stream<Reference.ToColumn> counted(ObjectName parent, SchemaView before) {
        Descent descent = before.descent();
        return before.table(parent).orElseThrow().columns().stream()
                .filter(column -> column.fill() instanceof Fill.Serial)
                .flatMap(column -> descent.descendants(parent).stream()
                        .sorted(Comparator.comparingInt(
                                child -> descent.ancestors(child).size()))
                        .map(child -> new Reference.ToColumn(child, column.name()))
                        .filter(place -> fill(place, before)
                                .equals(Optional.of(
                                        PostgresqlInheritance.expected(column).fill()))));
    }

    private static Optional<Expression> countedAgain(Reference.ToColumn place, SchemaView before, SchemaView after) {
        return fill(place, after)
                .filter(fill -> fill(place, before).equals(Optional.of(fill)))
                .flatMap(
                        fill -> fill instanceof Fill.Default(Expression value) ? Optional.of(value) : Optional.empty());
    }

    private static Optional<Fill> fill(Reference.ToColumn place, SchemaView state) {
        return state.table(place.table())
                .flatMap(table -> PostgresqlInheritance.full(state, table).column(place.column()))
                .map(Column::fill);
    }
}
