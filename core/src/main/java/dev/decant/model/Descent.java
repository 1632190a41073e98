package dev.decant.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which tables hold rows for which others, over all generations. */
public final class Descent {
    private final Map<ObjectName, Set<ObjectName>> parents = new HashMap<>();
    private final Map<ObjectName, Set<ObjectName>> children = new HashMap<>();

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
            lineage.parents()
                    .forEach(parent -> children.computeIfAbsent(parent, name -> new TreeSet<>())
                            .add(table));
        }
    }

    /** Takes a table into account no longer. */
    void remove(ObjectName table) {
        Set<ObjectName> former = parents.remove(table);
        if (former != null) {
            former.forEach(parent -> children.getOrDefault(parent, Set.of()).remove(table));
        }
    }

    /** The tables that have a table as a parent, by name. */
    public Set<ObjectName> children(ObjectName table) {
        return Collections.unmodifiableSet(children.getOrDefault(table, Set.of()));
    }

    /** The children of a table, their children, and so on. */
    public Set<ObjectName> descendants(ObjectName table) {
        return beyond(table, children);
    }

    /** The parents of a table, their parents, and so on. */
    public Set<ObjectName> ancestors(ObjectName table) {
        return beyond(table, parents);
    }

    private static Set<ObjectName> beyond(ObjectName table, Map<ObjectName, Set<ObjectName>> next) {
        Set<ObjectName> found = new LinkedHashSet<>();
        Deque<ObjectName> open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            for (ObjectName each : next.getOrDefault(open.remove(), Set.of())) {
                if (found.add(each)) {
                    open.add(each);
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
