package dev.decant.cli;

import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import java.util.function.UnaryOperator;

/**
 * One call of the command line: what was given for every verb, and where to print.
 *
 * @param terminal where to read and write
 * @param options the options that every verb knows; they have their values once the command line was parsed
 * @param report whether it has told what came of it
 */
record Call(Terminal terminal, CommonOptions options, Report report) {
    /** A call that is not parsed yet. */
    static Call at(Terminal terminal) {
        return new Call(terminal, new CommonOptions(), new Report());
    }

    /** The configuration for what was given. */
    Configuration configuration() {
        return configuration(UnaryOperator.identity());
    }

    /** The configuration for what was given, with more that only one verb knows. */
    Configuration configuration(UnaryOperator<Flags> more) {
        return Configuration.read(more.apply(options.flags()), terminal.surroundings());
    }

    /** Prints what comes of it. */
    Output output() {
        return new Output(terminal, options);
    }

    /** Whether somebody is there to decide what the command line left open. */
    boolean canAsk() {
        return terminal.canAsk() && !options.yes() && !options.json();
    }
}
