package dev.decant.postgresql.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many faults of each kind were injected. */
final class Tally {
    private final Map<String, Integer> kinds = new TreeMap<>();

    synchronized void count(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    synchronized int total() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public synchronized String toString() {
        return total() + " faults were injected, and recovered from: "
                + kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " x " + kind.getKey())
                        .collect(Collectors.joining(", "));
    }
}
