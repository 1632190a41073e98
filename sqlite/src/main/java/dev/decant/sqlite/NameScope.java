package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that an expression in a table can mean.
 *
 * @param table the table's name; empty outside of any
 * @param columns its columns in their own spelling, by what is equal for all spellings
 */
record NameScope(String table, Map<String, String> columns) {
    /** No table at all, as for the default of a column. */
    static final NameScope NOTHING = new NameScope("", Map.of());

    NameScope {
        columns = Map.copyOf(columns);
    }

    static NameScope of(String table, List<String> columns) {
        Map<String, String> byKey = new HashMap<>();
        columns.forEach(column -> byKey.put(SqliteNames.key(column), column));
        return new NameScope(table, byKey);
    }

    static NameScope of(Table table) {
        return of(
                table.name().local(), table.columns().stream().map(Column::name).toList());
    }

    /** The column in its own spelling. */
    Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(SqliteNames.key(name)));
    }

    /** The column in its own spelling, or the name as it is when there is no such column. */
    String spelled(String name) {
        return column(name).orElse(name);
    }

    /** The columns in their own spelling. */
    List<String> spelled(List<String> names) {
        return names.stream().map(this::spelled).toList();
    }

    /** Whether the name means something in this table: a column, or the number of the row. */
    boolean knows(String name) {
        return column(name).isPresent() || !table.isEmpty() && SqliteNames.isRowNumber(name);
    }

    boolean isTable(String name) {
        return !table.isEmpty() && SqliteNames.same(table, name);
    }
}
