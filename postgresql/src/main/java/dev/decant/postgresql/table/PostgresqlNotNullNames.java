package dev.decant.postgresql.table;

import static dev.decant.postgresql.table.PostgresqlColumnOptions.NOT_NULL;

import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the NOT NULL of a column is called that a table has from several parents, or from one that has it so: after one of these, unless it was
 * the table's own before; a schema leaves it open.
 */
final class PostgresqlNotNullNames {
    private PostgresqlNotNullNames() {}

    /** A column that says nothing of the name. */
    static Column without(Column column) {
        return named(column, Optional.empty());
    }

    private static Column named(Column column, Optional<String> name) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        options.remove(NOT_NULL);
        name.ifPresent(given -> options.put(NOT_NULL, given));
        return column.withOptions(options);
    }

    /** A column with the name that the NOT NULL of another has, if both have one. */
    static Column keptBy(Column then, Column now) {
        return then.nullable() || now.nullable()
                ? now
                : named(now, Optional.ofNullable(then.options().get(NOT_NULL)));
    }

    /** Whether the schema leaves open how the NOT NULL of a table's column is called. */
    static boolean isOpen(SchemaView schema, Table table, String column) {
        if (table.column(column)
                .flatMap(PostgresqlColumnOptions::nameOfNotNull)
                .isPresent()) {
            return false;
        }
        List<Table> givers = PostgresqlInheritance.parents(schema, table.lineage()).stream()
                .filter(parent -> parent.column(column).isPresent())
                .toList();
        return givers.size() > 1
                || givers.size() == 1
                        && schema.table(givers.getFirst().name())
                                .filter(giver -> isOpen(schema, giver, column))
                                .isPresent();
    }

    /** Whether it may be called otherwise than the server would call it: only if it is called so anywhere up the line. */
    static boolean mayBeOdd(SchemaView schema, Table table, String column) {
        return isOpen(schema, table, column)
                && new Descent(schema)
                        .ancestors(table.name()).stream()
                                .flatMap(name -> schema.table(name).stream())
                                .flatMap(parent -> parent.column(column).stream())
                                .anyMatch(held -> PostgresqlColumnOptions.nameOfNotNull(held)
                                        .isPresent());
    }

    /** Whether a key of the table has a column that refuses null for it. */
    static boolean isKeyed(Optional<Table> table, String column) {
        return table.flatMap(Table::primaryKey)
                .filter(key -> key.columns().contains(column))
                .isPresent();
    }
}
