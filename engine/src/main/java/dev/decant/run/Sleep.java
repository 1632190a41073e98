package dev.decant.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting that ends early when somebody wants to end the run. */
public final class Sleep {
    private static final long SLICE_MILLIS = 100;

    private Sleep() {}

    /**
     * Waits.
     *
     * @param time for how long
     * @param stops whether nobody waits any more, such as {@link RunListener#stops}
     */
    public static void of(Duration time, BooleanSupplier stops) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!stops.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            Thread.sleep(Math.min(SLICE_MILLIS, left));
        }
    }
}
