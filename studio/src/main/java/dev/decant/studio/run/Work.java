package dev.decant.studio.run;

import dev.decant.run.RunResult;

/** What a run does. */
@FunctionalInterface
public interface Work {
    /** Does it, and tells the run what happens. */
    RunResult in(Running run);
}
