package dev.decant.run;

import java.time.Duration;
import java.util.List;

/**
 * What a run has done.
 *
 * @param migrations the migrations, in the order in which they ran
 * @param repeated the names of the repeatable scripts that ran, in this order
 * @param duration how long it took, waiting included
 */
public record RunResult(List<String> migrations, List<String> repeated, Duration duration) {
    /** Nothing was to be done. */
    public static final RunResult NOTHING = new RunResult(List.of(), Duration.ZERO);

    /** Copies the list. */
    public RunResult {
        migrations = List.copyOf(migrations);
        repeated = List.copyOf(repeated);
    }

    /** A run without repeatable scripts. */
    public RunResult(List<String> migrations, Duration duration) {
        this(migrations, List.of(), duration);
    }

    /** Whether nothing ran. */
    public boolean isEmpty() {
        return migrations.isEmpty() && repeated.isEmpty();
    }
}
