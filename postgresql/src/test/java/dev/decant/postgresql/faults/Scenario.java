package dev.decant.postgresql.faults;

import dev.decant.testkit.run.RunnerLab;

/** What is migrated, and rolled back, and disturbed in that. */
interface Scenario {
    /** The statements that make what is there before. */
    String template();

    /** Writes the migrations. */
    void write(RunnerLab lab);
}
