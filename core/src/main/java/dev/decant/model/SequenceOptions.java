package dev.decant.model;

import java.util.OptionalLong;

/**
 * How a sequence counts; what is empty is the database's default for the sequence's type and direction.
 *
 * @param start the first value
 * @param increment the step, never zero
 * @param minimum the smallest value
 * @param maximum the largest value
 * @param cache how many values a session takes at once
 * @param cycle whether it begins again at the end
 */
public record SequenceOptions(
        OptionalLong start,
        OptionalLong increment,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong cache,
        boolean cycle) {
    /** Every default. */
    public static final SequenceOptions DEFAULT = new SequenceOptions(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false);

    /** Refuses a step of zero and a cache below one. */
    public SequenceOptions {
        if (increment.isPresent() && increment.getAsLong() == 0) {
            throw new IllegalArgumentException("a sequence cannot step by zero");
        }
        if (cache.isPresent() && cache.getAsLong() < 1) {
            throw new IllegalArgumentException("a sequence's cache is at least 1");
        }
    }

    /** The same with another first value. */
    public SequenceOptions withStart(long value) {
        return new SequenceOptions(OptionalLong.of(value), increment, minimum, maximum, cache, cycle);
    }

    /** The same with another step. */
    public SequenceOptions withIncrement(long value) {
        return new SequenceOptions(start, OptionalLong.of(value), minimum, maximum, cache, cycle);
    }

    /** The same with another smallest value. */
    public SequenceOptions withMinimum(long value) {
        return new SequenceOptions(start, increment, OptionalLong.of(value), maximum, cache, cycle);
    }

    /** The same with another largest value. */
    public SequenceOptions withMaximum(long value) {
        return new SequenceOptions(start, increment, minimum, OptionalLong.of(value), cache, cycle);
    }

    /** The same with another cache. */
    public SequenceOptions withCache(long value) {
        return new SequenceOptions(start, increment, minimum, maximum, OptionalLong.of(value), cycle);
    }

    /** The same, beginning again at the end or not. */
    public SequenceOptions withCycle(boolean value) {
        return new SequenceOptions(start, increment, minimum, maximum, cache, value);
    }

    /** This with every value named, the defaults being those of a sequence over the integers from {@code smallest} to {@code largest}. */
    public SequenceOptions explicit(long smallest, long largest) {
        long step = increment.orElse(1);
        long low = minimum.orElse(step > 0 ? 1 : smallest);
        long high = maximum.orElse(step > 0 ? largest : -1);
        return new SequenceOptions(
                OptionalLong.of(start.orElse(step > 0 ? low : high)),
                OptionalLong.of(step),
                OptionalLong.of(low),
                OptionalLong.of(high),
                OptionalLong.of(cache.orElse(1)),
                cycle);
    }

    /** This without what is the default anyway: the opposite of {@link #explicit(long, long)}. */
    public SequenceOptions concise(long smallest, long largest) {
        SequenceOptions full = explicit(smallest, largest);
        long step = full.increment.getAsLong();
        long low = full.minimum.getAsLong();
        long high = full.maximum.getAsLong();
        return new SequenceOptions(
                unless(full.start, step > 0 ? low : high),
                unless(full.increment, 1),
                unless(full.minimum, step > 0 ? 1 : smallest),
                unless(full.maximum, step > 0 ? largest : -1),
                unless(full.cache, 1),
                cycle);
    }

    private static OptionalLong unless(OptionalLong value, long usual) {
        return value.getAsLong() == usual ? OptionalLong.empty() : value;
    }
}
