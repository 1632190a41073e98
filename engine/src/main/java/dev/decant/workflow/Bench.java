package dev.decant.workflow;

import dev.decant.config.Environment;

/** Where a schema is built for a moment, so that a database says it in its own words. */
public sealed interface Bench {
    /** Beside the database that it is compared with. */
    record Beside() implements Bench {}

    /** Beside another one, since nothing at all may be made where the compared one is. */
    record At(Environment environment) implements Bench {}

    /** Nowhere: expressions are compared as they are written. */
    record Nowhere() implements Bench {}
}
