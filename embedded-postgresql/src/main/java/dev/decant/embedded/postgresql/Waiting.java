package dev.decant.embedded.postgresql;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do, by looking again every few milliseconds. */
final class Waiting {
    private static final long STEP_MILLISECONDS = 10;

    private Waiting() {}

    /** Waits until the condition holds; returns false when it does not within the time. */
    static boolean until(BooleanSupplier condition, Duration limit) {
        return forValue(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(), limit)
                .isPresent();
    }

    /** Waits until there is a value; returns empty when there is none within the time. */
    static <T> Optional<T> forValue(Supplier<Optional<T>> source, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> value = source.get();
            if (value.isPresent() || System.nanoTime() > end) {
                return value;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DecantException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return Failure.of("DCT-609", "interrupted while waiting for PostgreSQL").exception(e);
    }
}
