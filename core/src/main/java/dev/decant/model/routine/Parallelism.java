package dev.decant.model.routine;

/** Where a function may run when a query runs in several processes. */
public enum Parallelism {
    /** Nowhere: the query runs in one process. */
    UNSAFE,
    /** In the process that leads. */
    RESTRICTED,
    /** In every process. */
    SAFE
}
