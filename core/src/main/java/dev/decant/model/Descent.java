package dev.decant.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables hold rows for which others, over all generations. */
public final class Descent {
    private final Map<ObjectName, Set<ObjectName>> parents = new HashMap<>();

    /** That of no tables so far. */
    public Descent() {}

    /** That of the tables of a schema. */
    public Descent(SchemaView schema) {
        addAll(schema.tables().values());
    }

    /** Takes more tables into account; a table that is known already gets the parents of both. */
    public void addAll(Collection<Table> tables) {
        tables.forEach(table -> add(table.name(), table.lineage()));
    }

    /** Takes a table into account. */
    public void add(ObjectName table, Lineage lineage) {
        if (!lineage.parents().isEmpty()) {
            parents.computeIfAbsent(table, name -> new LinkedHashSet<>()).addAll(lineage.parents());
        }
    }

    /** The parents of a table, their parents, and so on. */
    public Set<ObjectName> ancestors(ObjectName table) {
        Set<ObjectName> found = new LinkedHashSet<>();
        Deque<ObjectName> open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            for (ObjectName parent : parents.getOrDefault(open.remove(), Set.of())) {
                if (found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return found;
    }

    /** Whether one table holds rows for the other, which is another. */
    public boolean isDescendant(ObjectName table, ObjectName ancestor) {
        return parents.containsKey(table) && ancestors(table).contains(ancestor);
    }
}
