package dev.decant.dsl;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When and where something was declared: reflection promises no order, construction has one.
 *
 * @param order grows with every declaration
 * @param line the declaring line
 */
record Origin(long order, SourceLine line) {
    private static final AtomicLong NEXT = new AtomicLong();

    /** The next place in the order, at the line outside of this package that asks for it. */
    static Origin here() {
        return new Origin(NEXT.getAndIncrement(), SourceLine.ofCaller());
    }

    /** The next place in the order, at the line of the class whose constructor is running. */
    static Origin of(Class<?> type) {
        return new Origin(NEXT.getAndIncrement(), SourceLine.ofConstructor(type));
    }
}
