package dev.decant.model.aggregate;

/** What an aggregate does with the order of its rows. */
public enum AggregateType {
    /** It takes them as they come. */
    NORMAL,
    /** It takes them sorted: {@code WITHIN GROUP}. */
    ORDERED_SET,
    /** It takes them sorted, with one more that is not there. */
    HYPOTHETICAL
}
