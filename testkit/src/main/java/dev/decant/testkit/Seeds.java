package dev.decant.testkit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** The seeds of property tests: new ones at every run, or one given to repeat a failure. */
public final class Seeds {
    private Seeds() {}

    /**
     * So many seeds; only the one in the system property {@code decant.seed} when it is set. How many can be scaled by {@code
     * decant.cases}, a factor.
     */
    public static LongStream of(int count) {
        Long given = Long.getLong("decant.seed");
        if (given != null) {
            return LongStream.of(given);
        }
        long first = ThreadLocalRandom.current().nextInt(1_000_000_000);
        long cases = Math.round(count * Double.parseDouble(System.getProperty("decant.cases", "1")));
        return LongStream.range(first, first + cases);
    }

    /** Runs a property for one seed; a failure says which. */
    public static void check(long seed, Runnable property) {
        try {
            property.run();
        } catch (RuntimeException | Error failed) {
            throw new AssertionError("failed with -Ddecant.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }
}
