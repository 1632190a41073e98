package dev.decant.studio.connection;

import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether an environment may be written to: never in a studio that only reads, and in a protected one only for a while after somebody has
 * typed its name.
 */
public final class WriteAccess {
    /** How long a protected environment stays unlocked. */
    public static final Duration UNLOCKED = Duration.ofMinutes(15);

    private final String name;
    private final boolean readOnly;
    private final BooleanSupplier guarded;
    private final Audit audit;
    private volatile Instant until = Instant.EPOCH;

    WriteAccess(String name, boolean readOnly, BooleanSupplier guarded, Audit audit) {
        this.name = name;
        this.readOnly = readOnly;
        this.guarded = guarded;
        this.audit = audit;
    }

    /** Whether the database is protected. */
    public boolean isProtected() {
        return guarded.getAsBoolean();
    }

    /** Whether somebody may unlock it. */
    public boolean canUnlock() {
        return !readOnly && isProtected();
    }

    /** Until when it is unlocked, if it is. */
    public Optional<Instant> unlockedUntil() {
        return Optional.of(until).filter(moment -> moment.isAfter(Instant.now()));
    }

    /** Why it may not be written to, if it may not. */
    public Optional<String> refusal() {
        if (readOnly) {
            return Optional.of("the studio was started with --read-only");
        }
        return isProtected() && unlockedUntil().isEmpty()
                ? Optional.of("the environment is protected")
                : Optional.empty();
    }

    /** What to do when it may not be written to. */
    String advice() {
        return canUnlock() ? "unlock it by typing its name, for 15 minutes" : "start decant studio without --read-only";
    }

    /**
     * Lets a protected environment be written to for a while.
     *
     * @param typed what somebody typed
     * @throws dev.decant.failure.DecantException DCT-723 when that is not its name, DCT-722 when nothing may be written here
     */
    public void unlock(String typed) {
        if (readOnly) {
            throw Failure.of("DCT-722", "the studio was started with --read-only")
                    .at(name)
                    .next(advice())
                    .exception();
        }
        if (!typed.equals(name)) {
            throw Failure.of("DCT-723", "this is not the name of the environment")
                    .at(name)
                    .next("type " + name)
                    .exception();
        }
        until = Instant.now().plus(UNLOCKED);
        audit.note(name, "unlocked for " + Counted.of(UNLOCKED.toMinutes(), "minute"));
    }

    /** Ends that. */
    public void lock() {
        until = Instant.EPOCH;
        if (isProtected()) {
            audit.note(name, "locked");
        }
    }

    /** Notes a statement that writes to a protected environment. */
    public void note(String statement) {
        if (isProtected()) {
            audit.note(name, statement);
        }
    }
}
