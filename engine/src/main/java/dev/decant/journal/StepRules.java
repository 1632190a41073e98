package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.Directive;
import dev.decant.sql.ScriptStatement;

/** What the lines and statements of a step may say; what they may not is a failure with the code DCT-221. */
final class StepRules {
    private final String path;
    private final Dialect dialect;

    /**
     * The rules for a file.
     *
     * @param path what failures call it
     */
    StepRules(String path, Dialect dialect) {
        this.path = path;
        this.dialect = dialect;
    }

    /** Checks a line that holds for the whole file, or for all of a section of it. */
    void check(Directive directive, boolean ofSection) {
        checkLimit(directive);
        if (directive.key().equals(StepDirectives.TRANSACTION)
                && !directive.value().equals(StepDirectives.NONE)) {
            throw failure(
                    "a step runs in a transaction or in none, not in \"" + directive.value() + "\"",
                    "write -- decant: transaction none, or remove the line",
                    directive);
        }
        if (ofSection) {
            requireNoPlaceholders(directive);
        }
    }

    /** Checks a statement and the lines that are its own. */
    void check(ScriptStatement statement) {
        for (Directive directive : statement.directives()) {
            checkLimit(directive);
            requireNoPlaceholders(directive);
            if (directive.key().equals(StepDirectives.TRANSACTION)) {
                throw failure(
                        "what is said about the transaction holds for a whole step",
                        "put a line -- decant: step NAME before it",
                        directive);
            }
        }
        if (statement.directive(StepDirectives.JAVA).isEmpty()
                && dialect.traits().controlsTransaction(statement.text())) {
            throw failure(
                    "a migration does not begin or end a transaction",
                    "remove the statement: each step has its transaction, see -- decant: step NAME and -- decant: transaction none",
                    statement.line(),
                    statement.column());
        }
    }

    private void checkLimit(Directive directive) {
        if (StepDirectives.limits(directive)
                && TimeLimits.duration(directive.value()).isEmpty()) {
            throw failure(
                    "\"" + directive.value() + "\" is not a length of time",
                    "write one such as 500ms, 5s, 2min, 1h, or none",
                    directive);
        }
    }

    private void requireNoPlaceholders(Directive directive) {
        if (directive.key().equals(StepDirectives.PLACEHOLDERS)) {
            throw failure("placeholders are for a whole file", "put the line at the beginning of the file", directive);
        }
    }

    private DecantException failure(String what, String next, Directive where) {
        return failure(what, next, where.line(), where.column());
    }

    /** The failure for something at a place of the file. */
    DecantException failure(String what, String next, int line, int column) {
        return Failure.of("DCT-221", what)
                .at(path + ":" + line + ":" + column)
                .next(next)
                .exception();
    }
}
