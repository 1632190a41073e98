package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a schema names and does not have. */
final class LooseEnds {
    private final Map<ObjectName, Table> tables;
    private final Set<ObjectName> types;
    private final Set<String> extensionNamespaces;
    private final Map<ObjectName, Set<Set<String>>> keys = new HashMap<>();

    LooseEnds(Map<ObjectName, Table> tables, Set<ObjectName> types, Set<String> extensionNamespaces) {
        this.tables = tables;
        this.types = types;
        this.extensionNamespaces = extensionNamespaces;
    }

    /** What is wrong with a type, if anything. */
    Optional<String> ofType(DataType type) {
        boolean found = types.contains(type.name())
                || extensionNamespaces.contains(type.name().schema());
        return type.isDeclared() && !found
                ? Optional.of("is of type " + type + ", which the schema does not declare")
                : Optional.empty();
    }

    /** What is wrong with the far end of a foreign key, if anything; a table that could not be built has been complained of. */
    Optional<String> ofKey(Constraint.ForeignKey key) {
        Table target = tables.get(key.target());
        if (target == null) {
            return Optional.empty();
        }
        boolean found = keys.computeIfAbsent(key.target(), name -> References.keysOf(target))
                .contains(Set.copyOf(key.targetColumns()));
        return found
                ? Optional.empty()
                : Optional.of("points at %s %s, over which there is no primary key, unique constraint or unique index"
                        .formatted(key.target(), key.targetColumns()));
    }
}
