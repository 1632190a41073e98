package dev.decant.run;

import java.time.Duration;
import java.util.List;

/**
 * What a run has done.
 *
 * @param migrations the migrations, in the order in which they ran
 * @param duration how long it took, waiting included
 */
public record RunResult(List<String> migrations, Duration duration) {
    /** Copies the list. */
    public RunResult {
        migrations = List.copyOf(migrations);
    }
}
