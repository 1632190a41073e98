package dev.decant.run;

import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between tries, each longer than the one before up to a second, and none of the same length for everybody. */
final class Pauses {
    private static final Duration FIRST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next = FIRST;

    /** How long the next one is. */
    Duration next() {
        Duration pause =
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(next.toMillis() / 2, next.toMillis() * 3 / 2));
        next = shorter(next.multipliedBy(3).dividedBy(2), LONGEST);
        return pause;
    }

    /** Makes the next one, or a shorter one. */
    void sleep(Duration atMost) {
        sleepFor(shorter(next(), atMost));
    }

    /** Makes a pause of this length. */
    static void sleepFor(Duration pause) {
        try {
            Thread.sleep(pause);
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
