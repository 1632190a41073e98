package dev.decant.journal;

import dev.decant.sql.Directive;
import dev.decant.sql.DirectiveKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines {@code -- decant:} of a file of SQL that runs in steps. */
final class StepDirectives {
    static final String STEP = "step";
    static final String TRANSACTION = "transaction";
    static final String NONE = "none";
    static final String JAVA = "java";
    static final String PLACEHOLDERS = "placeholders";

    private static final String LOCK_TIMEOUT = "lock-timeout";
    private static final String STATEMENT_TIMEOUT = "statement-timeout";

    static final DirectiveKeys KEYS = new DirectiveKeys(
            Set.of(STEP), Set.of(TRANSACTION, LOCK_TIMEOUT, STATEMENT_TIMEOUT, PLACEHOLDERS), Set.of(JAVA));

    private StepDirectives() {}

    static boolean isSet(String key, List<Directive> directives) {
        return directives.stream().anyMatch(directive -> directive.key().equals(key));
    }

    /** Whether a line says how long statements may wait or run. */
    static boolean limits(Directive directive) {
        return directive.key().equals(LOCK_TIMEOUT) || directive.key().equals(STATEMENT_TIMEOUT);
    }

    /** What directives say about how long statements may wait and run. */
    static TimeLimits limits(List<Directive> directives) {
        return new TimeLimits(limit(directives, LOCK_TIMEOUT), limit(directives, STATEMENT_TIMEOUT));
    }

    private static Optional<Duration> limit(List<Directive> directives, String key) {
        return directives.stream()
                .filter(directive -> directive.key().equals(key))
                .findFirst()
                .flatMap(directive -> TimeLimits.duration(directive.value()));
    }
}
