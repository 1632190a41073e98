package dev.decant.postgresql.table;

import dev.decant.model.Constraint;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which constraints and indexes of a table that changes its parents go, stay under another name, and come.
 *
 * <p>When a partition is attached, the server takes an index or key of it that is like one of the partitioned table as its part, and makes
 * one where there is none (AttachPartitionEnsureIndexes in src/backend/commands/tablecmds.c). Checks of the parents must be there before.
 */
final class PostgresqlPartsMatch {
    private final List<TablePart> gone = new ArrayList<>();
    private final Map<TablePart, String> renamed = new LinkedHashMap<>();
    private final Map<TablePart, TablePart> altered = new LinkedHashMap<>();
    private final List<TablePart> neededFirst = new ArrayList<>();
    private final List<TablePart> added = new ArrayList<>();
    private final List<TablePart> brought;
    private final Set<TablePart> taken = new HashSet<>();

    /**
     * Matches them.
     *
     * @param before all that the table has before, brought or its own
     * @param after all that it has afterwards
     * @param brought which of those afterwards the new parents bring
     */
    PostgresqlPartsMatch(List<TablePart> before, List<TablePart> after, List<TablePart> brought) {
        this.brought = brought;
        after.stream().filter(part -> !brought.contains(part)).forEach(part -> keep(part, before));
        brought.forEach(part -> match(part, before));
        before.stream().filter(part -> !taken.contains(part)).forEach(gone::add);
    }

    private void keep(TablePart part, List<TablePart> before) {
        Optional<TablePart> same = before.stream()
                .filter(earlier -> earlier.name().equals(part.name())
                        && earlier.partKind() == part.partKind()
                        && PostgresqlFamily.isAlike(earlier, part))
                .findFirst();
        boolean wouldBeAbsorbed = brought.stream().anyMatch(other -> PostgresqlFamily.isAlike(other, part));
        if (same.isEmpty() || wouldBeAbsorbed) {
            added.add(part);
            return;
        }
        taken.add(same.get());
        if (!standing(same.get()).equals(standing(part))) {
            altered.put(standing(same.get()), standing(part));
        }
    }

    /** The part as it is of a table that stands by itself. */
    private static TablePart standing(TablePart part) {
        Map<String, String> storage = new LinkedHashMap<>(PostgresqlFamily.storage(part));
        storage.remove(PostgresqlIndexStorage.PART_OF);
        return PostgresqlFamily.withStorage(part, storage);
    }

    private void match(TablePart part, List<TablePart> before) {
        Optional<TablePart> like = before.stream()
                .filter(earlier -> !taken.contains(earlier) && PostgresqlFamily.isAlike(earlier, part))
                .findFirst();
        if (like.isPresent()) {
            taken.add(like.get());
            if (!like.get().name().equals(part.name())) {
                renamed.put(like.get(), part.name());
            }
        } else if (part instanceof Constraint.Check) {
            neededFirst.add(part);
        }
    }

    /** What goes before the table is attached: foreign keys first, which may point at a key of the table itself. */
    List<TablePart> gone() {
        return gone.stream()
                .sorted(Comparator.comparing(part -> !(part instanceof Constraint.ForeignKey)))
                .toList();
    }

    /** What gets the name that it has as a part of the parent's. */
    Map<TablePart, String> renamed() {
        return renamed;
    }

    /** What stays and is stored otherwise, or has another comment. */
    Map<TablePart, TablePart> altered() {
        return altered;
    }

    /** The checks that must be there before the table is attached. */
    List<TablePart> neededFirst() {
        return neededFirst;
    }

    /** What comes afterwards. */
    List<TablePart> added() {
        return added;
    }
}
