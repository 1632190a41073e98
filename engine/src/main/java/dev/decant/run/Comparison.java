package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.history.Status;
import dev.decant.journal.Checksum;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A journal held against a history.
 *
 * @param standings how each migration stands: those of the journal in its order, then those that only the history knows
 * @param repeatables how each repeatable script stands: those that are there in the order in which they run, then those that are gone
 * @param remarks what happened to migrations beside running, oldest first
 */
public record Comparison(List<Standing> standings, List<Repeated> repeatables, List<Remark> remarks) {
    /** Copies the lists. */
    public Comparison {
        standings = List.copyOf(standings);
        repeatables = List.copyOf(repeatables);
        remarks = List.copyOf(remarks);
    }

    /** Holds a journal against what the history says. */
    static Comparison of(
            Journal journal, List<HistoryEntry> history, List<Repeated> repeatables, List<Remark> remarks) {
        return new Comparison(new Comparer(journal, history, remarks).compare(), repeatables, remarks);
    }

    /** Those that are to be run, in the order in which they are. */
    public List<Standing> pending() {
        return standings.stream().filter(Standing::isPending).toList();
    }

    /** What somebody should know, each with what to do about it. */
    public List<Failure> findings() {
        return Stream.concat(
                        standings.stream().flatMap(each -> each.finding().stream()),
                        repeatables.stream().flatMap(each -> each.finding().stream()))
                .toList();
    }

    /** The repeatable scripts that are to be run once no migration is, in the order in which they are. */
    public List<Repeated> pendingRepeatables() {
        return repeatables.stream().filter(Repeated::isPending).toList();
    }

    /**
     * Refuses to run anything while something stands in the way. That a migration is missing here, or that a later version of the project
     * ran others, stands in the way only of running more.
     *
     * @param outOfOrder whether those that are earlier than what ran may run now
     * @throws OutOfOrderException when nothing else is in the way than that some are
     * @throws DecantException with everything that is
     */
    public void requireRunnable(boolean outOfOrder) {
        List<Failure> blocking = standings.stream()
                .filter(each -> isInTheWay(each.obstacle(outOfOrder)))
                .flatMap(each -> each.finding().stream())
                .toList();
        if (blocking.isEmpty()) {
            return;
        }
        boolean early = standings.stream()
                .filter(each -> isInTheWay(each.obstacle(outOfOrder)))
                .allMatch(each -> each.state() == Standing.State.OUT_OF_ORDER);
        throw early ? new OutOfOrderException(blocking) : new DecantException(blocking);
    }

    private boolean isInTheWay(Standing.Obstacle obstacle) {
        return switch (obstacle) {
            case NONE -> false;
            case TO_MORE -> !pending().isEmpty();
            case TO_ALL -> true;
        };
    }

    /** Tells how each migration stands. */
    private static final class Comparer {
        private final Journal journal;
        private final Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        private final Map<String, String> childThatRan = new HashMap<>();
        private final Map<String, Remark> failures = new HashMap<>();

        Comparer(Journal journal, List<HistoryEntry> history, List<Remark> remarks) {
            remarks.stream()
                    .filter(remark -> remark.kind() == Remark.Kind.FAILED)
                    .forEach(remark -> failures.put(remark.migration(), remark));
            this.journal = journal;
            history.forEach(entry -> entries.put(entry.id(), entry));
            history.forEach(entry -> entry.parents().forEach(parent -> childThatRan.put(parent, entry.id())));
            for (Migration migration : journal.migrations().reversed()) {
                String child = entries.containsKey(migration.id()) ? migration.id() : childThatRan.get(migration.id());
                if (child != null) {
                    migration.parents().forEach(parent -> childThatRan.putIfAbsent(parent, child));
                }
            }
        }

        List<Standing> compare() {
            takeChecksums();
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
                    .map(this::absent)
                    .forEach(all::add);
            return all;
        }

        /** On all processors: of a comparison with nothing to do, this is what takes time. */
        private void takeChecksums() {
            journal.migrations().parallelStream()
                    .filter(migration -> entries.containsKey(migration.id()))
                    .forEach(this::checksum);
        }

        private String checksum(Migration migration) {
            return migration.up().checksum(journal.dialect().syntax());
        }

        /** Names of migrations begin with the time, so that what is later has the greater name. */
        private Standing absent(HistoryEntry entry) {
            boolean later = journal.migrations().stream()
                    .allMatch(migration -> migration.id().compareTo(entry.id()) < 0);
            return later ? Standing.newer(entry) : Standing.missing(entry);
        }

        private Standing standing(Migration migration, String later) {
            HistoryEntry entry = entries.get(migration.id());
            if (entry == null) {
                return notBegun(migration, later);
            }
            if (entry.status() != Status.APPLIED) {
                Remark failure = failures.get(migration.id());
                return failure == null || entry.status() == Status.ROLLING_BACK
                        ? Standing.partial(migration, entry)
                        : Standing.failed(migration, Optional.of(entry), failure);
            }
            String found = checksum(migration);
            return found.equals(entry.checksum()) || Checksum.hasOtherRules(entry.checksum())
                    ? Standing.applied(migration, entry)
                    : Standing.edited(migration, entry, found);
        }

        private Standing notBegun(Migration migration, String later) {
            String child = childThatRan.get(migration.id());
            Remark failure = failures.get(migration.id());
            if (child != null) {
                return Standing.skipped(migration, child);
            }
            if (!later.isEmpty()) {
                return Standing.outOfOrder(migration, later);
            }
            return failure == null
                    ? Standing.pending(migration)
                    : Standing.failed(migration, Optional.empty(), failure);
        }
    }
}
