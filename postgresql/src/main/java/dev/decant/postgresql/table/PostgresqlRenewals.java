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
import dev.decant.model.ObjectName;
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

    private Optional<List<Change>> ofHeir(ObjectName table) {
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
    public static List<Statement> render(ObjectName parent, List<Change> changes, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        changes.forEach(change -> change.applyTo(state, PostgresqlText.SYNTAX));
        SchemaView after = state.view();
        SchemaBuilder without = before.toBuilder();
        without.removeTable(parent);
        List<Statement> meanwhile =
                new ArrayList<>(PostgresqlTables.drop(before.table(parent).orElseThrow(), before));
        meanwhile.addAll(PostgresqlTables.create(after.table(parent).orElseThrow(), without.view()));
        List<ObjectName> heirs = before.descent().children(parent).stream()
                .sorted(Comparator.comparingInt(
                        heir -> before.descent().ancestors(heir).size()))
                .toList();
        return PostgresqlDescents.around(parent, heirs, meanwhile, before, after);
    }
}
