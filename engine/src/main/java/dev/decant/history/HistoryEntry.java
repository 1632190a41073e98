package dev.decant.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the history says of a migration.
 *
 * @param id the migration
 * @param title what it is for
 * @param parents the migrations that it was made on top of
 * @param status how far it has come
 * @param position its place among all that ran, from 1; later ones are taken back first
 * @param at when that was
 * @param by who ran it
 * @param duration how long it ran
 * @param toolVersion the version of Decant that ran it
 * @param fingerprint the fingerprint of the state that it leads to
 * @param checksum the checksum of what was run
 */
public record HistoryEntry(
        String id,
        String title,
        List<String> parents,
        Status status,
        long position,
        Instant at,
        String by,
        Duration duration,
        String toolVersion,
        String fingerprint,
        String checksum) {
    /** Copies the list. */
    public HistoryEntry {
        parents = List.copyOf(parents);
    }

    /** The same, run when and by whom another one was. */
    public HistoryEntry asOf(HistoryEntry other) {
        return new HistoryEntry(
                id,
                title,
                parents,
                status,
                position,
                other.at,
                other.by,
                other.duration,
                other.toolVersion,
                fingerprint,
                checksum);
    }

    /** What was finished after a moment, and what ran behind it: a clock may have been set back, but nothing stays without what it rests on. */
    public static List<HistoryEntry> since(Instant moment, List<HistoryEntry> inOrder) {
        return inOrder.stream().dropWhile(entry -> !entry.at().isAfter(moment)).toList();
    }
}
