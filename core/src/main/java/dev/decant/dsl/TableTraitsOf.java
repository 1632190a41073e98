package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the annotations of a class of PostgreSQL say of the table besides its parts. */
final class TableTraitsOf {
    private TableTraitsOf() {}

    static Map<String, String> options(Class<?> type) {
        Map<String, String> options = new LinkedHashMap<>();
        for (TableOption option : type.getAnnotationsByType(TableOption.class)) {
            options.put(option.name(), option.value());
        }
        if (type.isAnnotationPresent(Unlogged.class)) {
            options.put("unlogged", "true");
        }
        RowLevelSecurity security = type.getAnnotation(RowLevelSecurity.class);
        if (security != null) {
            options.put("row_level_security", "true");
            if (security.forced()) {
                options.put("force_row_level_security", "true");
            }
        }
        return options;
    }

    static Lineage lineage(Class<?> type, Targets targets) {
        PartitionOf partition = type.getAnnotation(PartitionOf.class);
        Inherits inherits = type.getAnnotation(Inherits.class);
        List<ObjectName> parents = partition != null
                ? List.of(targets.nameOf(partition.value()))
                : inherits == null
                        ? List.of()
                        : Arrays.stream(inherits.value()).map(targets::nameOf).toList();
        Lineage lineage = new Lineage(
                Optional.ofNullable(type.getAnnotation(PartitionedBy.class))
                        .map(partitioned -> new Expression(partitioned.value())),
                parents,
                Optional.ofNullable(partition).map(given -> new Expression(given.bound())));
        return inherits == null
                ? lineage
                : lineage.withDeclared(List.of(inherits.declaredColumns()), List.of(inherits.declaredChecks()));
    }
}
