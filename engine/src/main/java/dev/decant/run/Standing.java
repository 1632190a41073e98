package dev.decant.run;

import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Status;
import dev.decant.journal.Migration;
import java.util.Optional;

/**
 * How a migration stands in a database.
 *
 * @param id its id
 * @param title its title
 * @param state how it stands
 * @param migration the migration, when its folder is there
 * @param entry what the history says of it, if anything
 * @param finding what somebody should know of it, with what to do
 */
public record Standing(
        String id,
        String title,
        State state,
        Optional<Migration> migration,
        Optional<HistoryEntry> entry,
        Optional<Failure> finding) {
    /** How a migration can stand. */
    public enum State {
        /** It ran, and its folder says what was run. */
        APPLIED,
        /** It has not run, and nothing stands in its way. */
        PENDING,
        /** It has not run, but later ones have; none of them rests on it, so it can still run. */
        OUT_OF_ORDER,
        /** It is half done; running goes on with it. */
        PARTIAL,
        /** It is half taken back; rolling back goes on with it. */
        PARTLY_BACK,
        /** It ran, and its folder says something else by now. */
        EDITED,
        /** It ran, and its folder is not there. */
        MISSING,
        /** It has not run, but one that rests on it has. */
        SKIPPED
    }

    /** Whether it is to be run. */
    public boolean isPending() {
        return switch (state) {
            case PENDING, OUT_OF_ORDER, PARTIAL -> true;
            case APPLIED, PARTLY_BACK, EDITED, MISSING, SKIPPED -> false;
        };
    }

    /** Whether nothing may run as long as it stands so. */
    public boolean blocks() {
        return switch (state) {
            case PARTLY_BACK, EDITED, MISSING, SKIPPED -> true;
            case APPLIED, PENDING, OUT_OF_ORDER, PARTIAL -> false;
        };
    }

    static Standing applied(Migration migration, HistoryEntry entry) {
        return known(State.APPLIED, migration, entry, Optional.empty());
    }

    static Standing partial(Migration migration, HistoryEntry entry) {
        boolean back = entry.status() == Status.ROLLING_BACK;
        Failure finding = Failure.of("DCT-208", back ? "is half taken back" : "is half done")
                .at(migration.id())
                .next("go on with it: decant " + (back ? "rollback" : "migrate"));
        return known(back ? State.PARTLY_BACK : State.PARTIAL, migration, entry, Optional.of(finding));
    }

    static Standing edited(Migration migration, HistoryEntry entry, String found) {
        Failure finding = Failure.of(
                        "DCT-203",
                        "changed after it ran (recorded " + brief(entry.checksum()) + ", found " + brief(found) + ")")
                .at(migration.up().path())
                .next("restore the file, or accept it with: decant repair " + migration.id());
        return known(State.EDITED, migration, entry, Optional.of(finding));
    }

    private static Standing known(State state, Migration migration, HistoryEntry entry, Optional<Failure> finding) {
        return new Standing(
                migration.id(), migration.title(), state, Optional.of(migration), Optional.of(entry), finding);
    }

    static Standing pending(Migration migration) {
        return unknown(State.PENDING, migration, Optional.empty());
    }

    static Standing outOfOrder(Migration migration, String later) {
        Failure finding = Failure.of("DCT-207", "has not run, although the later " + later + " has; it can still run")
                .at(migration.id())
                .next("run it: decant migrate");
        return unknown(State.OUT_OF_ORDER, migration, Optional.of(finding));
    }

    static Standing skipped(Migration migration, String child) {
        Failure finding = Failure.of("DCT-206", "has not run, although " + child + " has, which rests on it")
                .at(migration.id())
                .next("roll back to before it and migrate again, or correct the parents in migration.json");
        return unknown(State.SKIPPED, migration, Optional.of(finding));
    }

    private static Standing unknown(State state, Migration migration, Optional<Failure> finding) {
        return new Standing(
                migration.id(), migration.title(), state, Optional.of(migration), Optional.empty(), finding);
    }

    static Standing missing(HistoryEntry entry) {
        Failure finding = Failure.of("DCT-205", "ran here, and its folder is missing")
                .at(entry.id())
                .next("use the version of the project that has it, or take it back with: decant rollback");
        return new Standing(
                entry.id(), entry.title(), State.MISSING, Optional.empty(), Optional.of(entry), Optional.of(finding));
    }

    /** The beginning of a checksum, behind its prefix. */
    private static String brief(String checksum) {
        int start = checksum.indexOf(':') + 1;
        return checksum.substring(start, Math.min(start + 8, checksum.length()));
    }
}
