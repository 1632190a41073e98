package dev.decant.run;

import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Pauses between tries, each longer than the one before up to a longest one, and none of the same length for everybody; they end when the run is to end. */
final class Pauses {
    private final Duration longest;
    private final BooleanSupplier stops;
    private Duration next;

    private Pauses(Duration first, Duration longest, BooleanSupplier stops) {
        this.stops = stops;
        this.next = first;
        this.longest = longest;
    }

    /** Those of somebody who only asks whether it is his turn. */
    static Pauses ofAsking(BooleanSupplier stops) {
        return new Pauses(Duration.ofMillis(25), Duration.ofSeconds(1), stops);
    }

    /** Those of somebody who was in the way of all others for as long as he waited for a lock, which is two seconds as a rule. */
    static Pauses ofStandingAside(BooleanSupplier stops) {
        return new Pauses(Duration.ofMillis(500), Duration.ofSeconds(5), stops);
    }

    /** How long the next one is. */
    Duration next() {
        Duration pause =
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(next.toMillis() / 2, next.toMillis() * 3 / 2));
        next = shorter(next.multipliedBy(3).dividedBy(2), longest);
        return pause;
    }

    /** Makes the next one, or a shorter one. */
    void sleep(Duration atMost) {
        sleepFor(shorter(next(), atMost));
    }

    /** Makes a pause of this length, or as long as anybody wants the run to go on. */
    void sleepFor(Duration pause) {
        try {
            Sleep.of(pause, stops);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("DCT-521", "interrupted while waiting for others")
                    .next("nothing was begun; run this again")
                    .exception(e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
