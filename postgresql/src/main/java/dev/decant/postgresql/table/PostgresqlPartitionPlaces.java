package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a new partition lies and how it is stored: unless that is said, as its parent would be (DefineRelation in
 * src/backend/commands/tablecmds.c).
 */
final class PostgresqlPartitionPlaces {
    private static final Map<String, String> USUAL =
            Map.of(PostgresqlTableOptions.TABLESPACE, "pg_default", PostgresqlTableOptions.ACCESS_METHOD, "heap");

    private PostgresqlPartitionPlaces() {}

    /** A table as it is made: a partition says so where it has the usual place or access method and its parent has another. */
    static Table told(Table table, SchemaView before) {
        Map<String, String> options = new LinkedHashMap<>(table.options());
        taken(table, before).forEach((key, parents) -> {
            if (canBeTold(table, key)) {
                options.put(key, USUAL.getOrDefault(key, ""));
            }
        });
        return table.withOptions(options);
    }

    /** What has it lie where it shall, once it was made where its parent would. */
    static List<Statement> corrected(Table table, SchemaView before) {
        Map<String, String> taken = taken(table, before);
        taken.keySet().removeIf(key -> canBeTold(table, key));
        return taken.isEmpty() ? List.of() : PostgresqlTableOptions.alter(table.name(), taken, Map.of());
    }

    /** A table without rows of its own is not made in the usual place, when that is said. */
    private static boolean canBeTold(Table table, String key) {
        return table.lineage().partitioning().isEmpty() || !key.equals(PostgresqlTableOptions.TABLESPACE);
    }

    /** What a partition would have from its parent and shall not. */
    private static Map<String, String> taken(Table table, SchemaView before) {
        Map<String, String> taken = new LinkedHashMap<>();
        if (table.lineage().isPartition() && !PostgresqlForeign.isForeign(table.options())) {
            before.table(table.lineage().parents().getFirst()).ifPresent(parent -> taken.putAll(parent.options()));
        }
        taken.keySet()
                .removeIf(key -> !USUAL.containsKey(key) || table.options().containsKey(key));
        return taken;
    }
}
