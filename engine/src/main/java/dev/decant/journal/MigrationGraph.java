package dev.decant.journal;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Migrations and what they were made on top of, in an order in which each stands behind its parents, and older ones first. */
final class MigrationGraph {
    private final Map<String, Migration> ordered = new LinkedHashMap<>();
    private final List<Migration> inOrder;
    private final Set<String> heads = new HashSet<>();

    /**
     * Orders migrations.
     *
     * @throws DecantException when a parent is missing, or a migration is among its own ancestors
     */
    MigrationGraph(List<Migration> migrations) {
        Map<String, Migration> byId = new HashMap<>();
        migrations.forEach(migration -> byId.put(migration.id(), migration));
        requireParents(byId);
        order(byId);
        requireAll(byId);
        inOrder = List.copyOf(ordered.values());
        heads.addAll(byId.keySet());
        migrations.forEach(migration -> migration.parents().forEach(heads::remove));
    }

    List<Migration> ordered() {
        return inOrder;
    }

    List<Migration> heads() {
        return ordered.values().stream()
                .filter(migration -> heads.contains(migration.id()))
                .toList();
    }

    /** A migration and all that it rests on, in order. */
    List<Migration> upTo(String id) {
        Set<String> wanted = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            Migration next = ordered.get(open.removeLast());
            if (next != null && wanted.add(next.id())) {
                open.addAll(next.parents());
            }
        }
        return ordered.values().stream()
                .filter(migration -> wanted.contains(migration.id()))
                .toList();
    }

    private static void requireParents(Map<String, Migration> byId) {
        List<Failure> missing = new ArrayList<>();
        for (Migration migration : byId.values()) {
            for (String parent : migration.parents()) {
                if (!byId.containsKey(parent)) {
                    missing.add(
                            Failure.of("DCT-213", migration + " was made on top of " + parent + ", which is not here")
                                    .at(migration.up().path().replaceFirst("up\\.sql$", MigrationFiles.JSON))
                                    .next("bring the missing folder from version control"));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new DecantException(missing);
        }
    }

    private void order(Map<String, Migration> byId) {
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        for (Migration migration : byId.values()) {
            Set<String> parents = Set.copyOf(migration.parents());
            waitsFor.put(migration.id(), parents.size());
            parents.forEach(parent ->
                    children.computeIfAbsent(parent, key -> new ArrayList<>()).add(migration.id()));
            if (parents.isEmpty()) {
                ready.add(migration.id());
            }
        }
        for (String id = ready.poll(); id != null; id = ready.poll()) {
            ordered.put(id, byId.get(id));
            for (String child : children.getOrDefault(id, List.of())) {
                if (waitsFor.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
    }

    private void requireAll(Map<String, Migration> byId) {
        List<String> circling = byId.keySet().stream()
                .filter(id -> !ordered.containsKey(id))
                .sorted()
                .toList();
        if (!circling.isEmpty()) {
            throw Failure.of(
                            "DCT-214",
                            "these migrations rest on each other in a circle: " + String.join(", ", circling))
                    .next("correct the parents in their migration.json")
                    .exception();
        }
    }
}
