package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.history.HistoryEntry;
import java.time.Instant;
import java.util.List;

/** Which of what ran is to be taken back, in this order: what ran last comes first. */
@FunctionalInterface
interface RollbackChoice {
    /** Those of a history that is in the order in which it ran. */
    List<HistoryEntry> of(List<HistoryEntry> entries);

    /** So many of the last, or all there are. */
    static RollbackChoice last(int count) {
        return entries -> entries.reversed().stream().limit(count).toList();
    }

    /**
     * Everything that ran after a migration.
     *
     * @param place where the history is
     */
    static RollbackChoice after(String id, String place) {
        return entries -> {
            List<String> ids = entries.stream().map(HistoryEntry::id).toList();
            if (!ids.contains(id)) {
                throw unknown(id, ids, place);
            }
            return entries.subList(ids.indexOf(id) + 1, ids.size()).reversed();
        };
    }

    /** Everything that was finished after a moment, and what ran behind it, whatever the clock said then. */
    static RollbackChoice since(Instant moment) {
        return entries -> HistoryEntry.since(moment, entries).reversed();
    }

    /**
     * Exactly these, which were the last when somebody looked.
     *
     * @param place where the history is
     */
    static RollbackChoice exactly(List<String> ids, String place) {
        return entries -> {
            List<HistoryEntry> last = last(ids.size()).of(entries);
            List<String> found = last.stream().map(HistoryEntry::id).toList();
            if (!found.equals(ids)) {
                throw Failure.of(
                                "DCT-547",
                                "the history has changed since it was looked at: " + found + " ran last, not " + ids)
                        .at(place)
                        .next("look again at what would be taken back, and roll back then")
                        .exception();
            }
            return last;
        };
    }

    private static DecantException unknown(String id, List<String> ids, String place) {
        return Failure.of("DCT-527", "there is no migration \"" + id + "\" in the history")
                .at(place)
                .next(Suggestions.advice(id, ids))
                .exception();
    }
}
