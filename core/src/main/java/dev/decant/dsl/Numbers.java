package dev.decant.dsl;

import dev.decant.model.SequenceOptions;

/** How a serial or identity column counts. */
public final class Numbers {
    private SequenceOptions options = SequenceOptions.DEFAULT;

    Numbers() {}

    /** Begins with this number. */
    public Numbers startWith(long number) {
        return with(options.withStart(number));
    }

    /** Goes on by this step; counts down when it is negative. */
    public Numbers incrementBy(long step) {
        return with(options.withIncrement(step));
    }

    /** Never goes below this number. */
    public Numbers minValue(long number) {
        return with(options.withMinimum(number));
    }

    /** Never goes above this number. */
    public Numbers maxValue(long number) {
        return with(options.withMaximum(number));
    }

    /** Lets each session take this many numbers at once. */
    public Numbers cache(long count) {
        return with(options.withCache(count));
    }

    /** Begins again at the end. */
    public Numbers cycle() {
        return with(options.withCycle(true));
    }

    private Numbers with(SequenceOptions other) {
        options = other;
        return this;
    }

    /** What has been said, without what is the default anyway. */
    SequenceOptions options(IntegerRange range) {
        return options.concise(range.smallest(), range.largest());
    }
}
