package dev.decant.emit;

import dev.decant.model.SequenceOptions;

/** How a sequence counts, as calls. */
final class NumbersCode {
    private NumbersCode() {}

    /** The argument of {@code serial} and {@code identity}; none when it counts as usual. */
    static String of(SequenceOptions options) {
        if (options.equals(SequenceOptions.DEFAULT)) {
            return "";
        }
        Chain chain = Chain.of("numbers");
        add(options, chain);
        return "numbers -> " + chain;
    }

    /** Adds a call for everything that is not as usual. */
    static void add(SequenceOptions options, Chain chain) {
        options.start().ifPresent(number -> chain.call("startWith", number(number)));
        options.increment().ifPresent(number -> chain.call("incrementBy", number(number)));
        options.minimum().ifPresent(number -> chain.call("minValue", number(number)));
        options.maximum().ifPresent(number -> chain.call("maxValue", number(number)));
        options.cache().ifPresent(number -> chain.call("cache", number(number)));
        chain.callIf(options.cycle(), "cycle");
    }

    private static String number(long value) {
        return (int) value == value ? Long.toString(value) : value + "L";
    }
}
