package dev.decant.run;

import java.time.Duration;

/**
 * How long statements may wait and run where their file does not say. Zero is no limit.
 *
 * @param lock how long a statement behind which others queue waits for a lock before it is undone and tried again
 * @param statement how long a statement may run
 * @param budget how long it is tried again, in all
 */
public record Limits(Duration lock, Duration statement, Duration budget) {
    /** Two seconds a try, for two minutes; statements take as long as they take. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(2));

    /** The same with another wait for locks. */
    public Limits withLock(Duration other) {
        return new Limits(other, statement, budget);
    }

    /** The same with another time to run. */
    public Limits withStatement(Duration other) {
        return new Limits(lock, other, budget);
    }

    /** The same with more or less time for all tries. */
    public Limits withBudget(Duration other) {
        return new Limits(lock, statement, other);
    }
}
