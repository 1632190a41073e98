package dev.decant.workflow;

import dev.decant.config.Environment;
import dev.decant.rehearsal.Memory;

/** Where a schema is built for a moment, so that a database says it in its own words. */
public sealed interface Bench {
    /**
     * Beside the database that it is compared with.
     *
     * @param memory what was built there before
     */
    record Beside(Memory memory) implements Bench {
        /** Without a memory of what was before. */
        public Beside() {
            this(new Memory());
        }
    }

    /**
     * Beside another one, since nothing at all may be made where the compared one is.
     *
     * @param environment the other one
     * @param memory what was built there before
     */
    record At(Environment environment, Memory memory) implements Bench {}

    /** Nowhere: expressions are compared as they are written. */
    record Nowhere() implements Bench {}
}
