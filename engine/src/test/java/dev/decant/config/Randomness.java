package dev.decant.config;

import java.util.List;
import java.util.Random;

/** Random values for property tests; {@code -Ddecant.seed=N} repeats a run whose seed was printed. */
final class Randomness {
    private final long seed = Long.getLong("decant.seed", System.nanoTime());
    private final Random random = new Random(seed);

    Randomness(Class<?> test) {
        System.out.println(test.getSimpleName() + " uses -Ddecant.seed=" + seed);
    }

    long seed() {
        return seed;
    }

    int upTo(int limit) {
        return random.nextInt(limit + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A text of these pieces, at least as many as the first number and at most as many as the second. */
    String text(List<String> pieces, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = least + upTo(most - least); i > 0; i--) {
            text.append(oneOf(pieces));
        }
        return text.toString();
    }
}
