package dev.decant.model.aggregate;

/** What the final function of an aggregate may do to the state. */
public enum FinalModify {
    /** What is usual for the type of aggregate. */
    USUAL,
    /** Nothing. */
    READ_ONLY,
    /** Something that lets other final functions run on it, but nothing be added. */
    SHAREABLE,
    /** Anything. */
    READ_WRITE
}
