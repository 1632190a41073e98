package dev.decant.run;

import dev.decant.failure.Failure;
import dev.decant.history.Remark;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Checksum;
import dev.decant.journal.Repeatable;
import java.util.Optional;

/**
 * How a repeatable script stands in a database.
 *
 * @param name its name
 * @param state how it stands
 * @param script the script, when its file is there
 * @param checksum the checksum of what the file says now, with the values of its placeholders; empty when there is no file
 * @param entry what the history says of it, if anything
 * @param finding what somebody should know of it, with what to do
 */
public record Repeated(
        String name,
        State state,
        Optional<Repeatable> script,
        String checksum,
        Optional<ScriptEntry> entry,
        Optional<Failure> finding) {
    /** How a repeatable script can stand. */
    public enum State {
        /** It has not run. */
        NEW,
        /** It ran, and says something else by now, or a placeholder has another value. */
        CHANGED,
        /** It ran as it is. */
        UNCHANGED,
        /** It failed when it was run last. */
        FAILED,
        /** It ran, and its file is not there any more. */
        GONE
    }

    /** What it is called in messages and in the history. */
    public String id() {
        return Repeatable.FOLDER + "/" + name;
    }

    /** Whether it is to be run. */
    public boolean isPending() {
        return switch (state) {
            case NEW, CHANGED, FAILED -> true;
            case UNCHANGED, GONE -> false;
        };
    }

    static Repeated of(Repeatable script, String checksum, Optional<ScriptEntry> entry, Optional<Remark> failure) {
        State state = entry.map(ran -> state(ran, checksum)).orElse(State.NEW);
        boolean failed = failure.isPresent() && state != State.UNCHANGED;
        return new Repeated(
                script.name(),
                failed ? State.FAILED : state,
                Optional.of(script),
                checksum,
                entry,
                failure.filter(remark -> failed).map(remark -> failed(script, remark)));
    }

    private static State state(ScriptEntry ran, String checksum) {
        boolean same = ran.checksum().equals(checksum) || Checksum.hasOtherRules(ran.checksum());
        return same ? State.UNCHANGED : State.CHANGED;
    }

    private static Failure failed(Repeatable script, Remark failure) {
        return Failure.of("DCT-209", "failed when it was run last: " + failure.text())
                .at(script.file().path())
                .next("correct the cause, and go on with: decant migrate");
    }

    static Repeated gone(ScriptEntry entry) {
        Failure finding = Failure.of("DCT-226", "ran here, and its file is gone; what it made is still there")
                .at(Repeatable.FOLDER + "/" + entry.name())
                .next("drop that in a migration, and forget the script with: decant repair " + Repeatable.FOLDER + "/"
                        + entry.name() + " --mark-rolled-back");
        return new Repeated(entry.name(), State.GONE, Optional.empty(), "", Optional.of(entry), Optional.of(finding));
    }
}
