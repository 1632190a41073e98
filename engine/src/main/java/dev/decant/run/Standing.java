package dev.decant.run;

import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.history.Status;
import dev.decant.journal.Migration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How a migration can stand. */
    public enum State {
        /** It ran, and its folder says what was run. */
        APPLIED,
        /** It has not run, and nothing stands in its way. */
        PENDING,
        /** It has not run, but later ones have; none of them rests on it, so it can still run. */
        OUT_OF_ORDER,
        /** It failed when it was run last; running goes on with what is not done of it. */
        FAILED,
        /** It is half done, since a run was interrupted; running goes on with it. */
        PARTIAL,
        /** It is half taken back; rolling back goes on with it. */
        PARTLY_BACK,
        /** It ran, and its folder says something else by now. */
        EDITED,
        /** It ran, and its folder is not there, although later ones are. */
        MISSING,
        /** It ran, and is later than all that is here: a newer version of the project ran it. */
        UNKNOWN,
        /** It has not run, but one that rests on it has. */
        SKIPPED
    }

    /** Whether it is to be run. */
    public boolean isPending() {
        return switch (state) {
            case PENDING, OUT_OF_ORDER, FAILED, PARTIAL -> true;
            case APPLIED, PARTLY_BACK, EDITED, MISSING, UNKNOWN, SKIPPED -> false;
        };
    }

    /** When something stands so, what may still run. */
    enum Obstacle {
        /** Everything may. */
        NONE,
        /** What has run may be left as it is, and nothing may be added. */
        TO_MORE,
        /** Nothing may, not even nothing. */
        TO_ALL
    }

    Obstacle obstacle(boolean outOfOrder) {
        return switch (state) {
            case PARTLY_BACK, EDITED, SKIPPED -> Obstacle.TO_ALL;
            case MISSING, UNKNOWN -> Obstacle.TO_MORE;
            case OUT_OF_ORDER -> outOfOrder ? Obstacle.NONE : Obstacle.TO_ALL;
            case APPLIED, PENDING, FAILED, PARTIAL -> Obstacle.NONE;
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

    static Standing failed(Migration migration, Optional<HistoryEntry> entry, Remark failure) {
        Failure finding = Failure.of("DCT-209", "failed on " + DAY.format(failure.at()) + ": " + failure.text())
                .at(migration.up().path())
                .next("correct the cause, and go on with: decant migrate");
        return new Standing(
                migration.id(), migration.title(), State.FAILED, Optional.of(migration), entry, Optional.of(finding));
    }

    static Standing edited(Migration migration, HistoryEntry entry, String found) {
        Failure finding = Failure.of(
                        "DCT-203",
                        "changed after it ran (recorded " + brief(entry.checksum()) + ", found " + brief(found) + ")")
                .at(migration.up().path())
                .next("restore the file, or accept it with: decant repair " + migration.id() + " --accept-edit");
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
                .next("run it: decant migrate --out-of-order");
        return unknown(State.OUT_OF_ORDER, migration, Optional.of(finding));
    }

    static Standing skipped(Migration migration, String child) {
        Failure finding = Failure.of("DCT-206", "has not run, although " + child + " has, which rests on it")
                .at(migration.id())
                .next(
                        "roll back to before it and migrate again, correct the parents in migration.json, or, if what it does"
                                + " is there: decant repair " + migration.id() + " --mark-applied");
        return unknown(State.SKIPPED, migration, Optional.of(finding));
    }

    private static Standing unknown(State state, Migration migration, Optional<Failure> finding) {
        return new Standing(
                migration.id(), migration.title(), state, Optional.of(migration), Optional.empty(), finding);
    }

    static Standing missing(HistoryEntry entry) {
        Failure finding = Failure.of("DCT-205", "ran here, and its folder is missing")
                .at(entry.id())
                .next("bring its folder back, take it back with: decant rollback, or forget it with: decant repair "
                        + entry.id() + " --mark-rolled-back");
        return gone(State.MISSING, entry, finding);
    }

    static Standing newer(HistoryEntry entry) {
        Failure finding = Failure.of(
                        "DCT-222",
                        "ran here, and is newer than this version of the project"
                                + (entry.toolVersion().isEmpty() ? "" : " (run by Decant " + entry.toolVersion() + ")"))
                .at(entry.id())
                .next("use the version of the project that has it, or take it back with: decant rollback");
        return gone(State.UNKNOWN, entry, finding);
    }

    private static Standing gone(State state, HistoryEntry entry, Failure finding) {
        return new Standing(
                entry.id(), entry.title(), state, Optional.empty(), Optional.of(entry), Optional.of(finding));
    }

    /** The beginning of a checksum, behind its prefix. */
    private static String brief(String checksum) {
        int start = checksum.indexOf(':') + 1;
        return checksum.substring(start, Math.min(start + 8, checksum.length()));
    }
}
