package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that get another type in several tables that have a child in common: these are one, since the child's gets it only once. */
public final class PostgresqlRetyping {
    private final Map<String, List<Change>> groups = new LinkedHashMap<>();

    PostgresqlRetyping(List<Change> changes, SchemaView state) {
        Map<String, List<Change>> byColumn = new LinkedHashMap<>();
        for (Change change : changes) {
            retyped(change)
                    .filter(column -> !isInherited(change, column, state))
                    .ifPresent(column -> byColumn.computeIfAbsent(column.name(), name -> new ArrayList<>())
                            .add(change));
        }
        byColumn.forEach((column, all) -> {
            if (!PostgresqlApart.whileRetyped(tables(all), state).isEmpty()) {
                groups.put(column, new ArrayList<>());
            }
        });
    }

    private static boolean isInherited(Change change, Column column, SchemaView state) {
        return PostgresqlInheritance.expected(state, table(change), column.name())
                .isPresent();
    }

    /** The column that gets another type, as it was. */
    private static Optional<Column> retyped(Change change) {
        return switch (change) {
            case ConvertColumn convert -> Optional.of(convert.before());
            case AlterPart(ObjectName table, Column before, Column after)
            when !before.type().equals(after.type()) || !before.collation().equals(after.collation()) ->
                Optional.of(before);
            default -> Optional.empty();
        };
    }

    private static ObjectName table(Change change) {
        return change instanceof ConvertColumn convert ? convert.table() : ((AlterPart) change).table();
    }

    private static Set<ObjectName> tables(List<Change> changes) {
        return changes.stream().map(PostgresqlRetyping::table).collect(Collectors.toSet());
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return retyped(change).flatMap(column -> Optional.ofNullable(groups.get(column.name())));
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return groups.values();
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        return operation.changes().size() > 1
                && operation.changes().stream()
                                .map(change -> retyped(change).map(Column::name))
                                .distinct()
                                .count()
                        == 1
                && retyped(operation.changes().getFirst()).isPresent();
    }

    /** The children that have to be free of some of their parents meanwhile. */
    public static PostgresqlApart apart(Operation operation, SchemaView before) {
        List<Change> origins = operation.changes().stream()
                .filter(change -> retyped(change)
                        .filter(column -> !isInherited(change, column, before))
                        .isPresent())
                .toList();
        return PostgresqlApart.whileRetyped(tables(origins), before);
    }
}
