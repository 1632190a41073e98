package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Status;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journal held against a history.
 *
 * @param standings how each migration stands: those of the journal in its order, then those that only the history knows
 */
public record Comparison(List<Standing> standings) {
    /** Copies the list. */
    public Comparison {
        standings = List.copyOf(standings);
    }

    /** Holds a journal against what the history says. */
    public static Comparison of(Journal journal, List<HistoryEntry> history) {
        return new Comparer(journal, history).compare();
    }

    /** Those that are to be run, in the order in which they are. */
    public List<Standing> pending() {
        return standings.stream().filter(Standing::isPending).toList();
    }

    /** What somebody should know, each with what to do about it. */
    public List<Failure> findings() {
        return standings.stream().flatMap(each -> each.finding().stream()).toList();
    }

    /**
     * Refuses to run anything while something stands in the way. That a later version of the project ran migrations that this one does not
     * have stands in the way only of running others.
     *
     * @throws DecantException with everything that does
     */
    public void requireRunnable() {
        List<Failure> blocking = standings.stream()
                .filter(Standing::blocks)
                .filter(each -> each.state() != Standing.State.MISSING || !pending().isEmpty())
                .flatMap(each -> each.finding().stream())
                .toList();
        if (!blocking.isEmpty()) {
            throw new DecantException(blocking);
        }
    }

    /** Tells how each migration stands. */
    private static final class Comparer {
        private final Journal journal;
        private final Syntax syntax;
        private final Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        private final Map<String, String> childThatRan = new HashMap<>();

        Comparer(Journal journal, List<HistoryEntry> history) {
            this.journal = journal;
            this.syntax = journal.dialect().syntax();
            history.forEach(entry -> entries.put(entry.id(), entry));
            history.forEach(entry -> entry.parents().forEach(parent -> childThatRan.put(parent, entry.id())));
            for (Migration migration : journal.migrations().reversed()) {
                String child = entries.containsKey(migration.id()) ? migration.id() : childThatRan.get(migration.id());
                if (child != null) {
                    migration.parents().forEach(parent -> childThatRan.putIfAbsent(parent, child));
                }
            }
        }

        Comparison compare() {
            List<Standing> standings = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            String later = "";
            for (Migration migration : journal.migrations().reversed()) {
                seen.add(migration.id());
                standings.add(standing(migration, later));
                if (entries.containsKey(migration.id())) {
                    later = migration.id();
                }
            }
            List<Standing> all = new ArrayList<>(standings.reversed());
            entries.values().stream()
                    .filter(entry -> !seen.contains(entry.id()))
                    .map(Standing::missing)
                    .forEach(all::add);
            return new Comparison(all);
        }

        private Standing standing(Migration migration, String later) {
            HistoryEntry entry = entries.get(migration.id());
            if (entry == null) {
                String child = childThatRan.get(migration.id());
                if (child != null) {
                    return Standing.skipped(migration, child);
                }
                return later.isEmpty() ? Standing.pending(migration) : Standing.outOfOrder(migration, later);
            }
            if (entry.status() != Status.APPLIED) {
                return Standing.partial(migration, entry);
            }
            String found = migration.up().checksum(syntax);
            return found.equals(entry.checksum())
                    ? Standing.applied(migration, entry)
                    : Standing.edited(migration, entry, found);
        }
    }
}
