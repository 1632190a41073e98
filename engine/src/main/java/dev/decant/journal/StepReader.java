package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.Directed;
import dev.decant.sql.Directive;
import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.Script;
import dev.decant.sql.ScriptSection;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.SqlSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a file of SQL apart into steps. */
final class StepReader {
    static final String STEP = "step";
    static final String TRANSACTION = "transaction";
    static final String NONE = "none";
    static final String JAVA = "java";
    static final String PLACEHOLDERS = "placeholders";

    private static final String LOCK_TIMEOUT = "lock-timeout";
    private static final String STATEMENT_TIMEOUT = "statement-timeout";

    private static final DirectiveKeys KEYS = new DirectiveKeys(
            Set.of(STEP), Set.of(TRANSACTION, LOCK_TIMEOUT, STATEMENT_TIMEOUT, PLACEHOLDERS), Set.of(JAVA));

    private final SqlFile file;
    private final Dialect dialect;
    private final List<SqlStep> steps = new ArrayList<>();
    private boolean fills;
    private final Set<String> names = new HashSet<>();

    StepReader(SqlFile file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    List<SqlStep> read() {
        Script script = parse();
        boolean outside = isOutside(script);
        fills = script.directive(PLACEHOLDERS).isPresent();
        checkLimits(script);
        for (ScriptSection section : script.sections()) {
            checkLimits(section);
            requireNoPlaceholders(section);
            section.statements().forEach(this::check);
            read(section, outside || isOutside(section), limits(section).within(limits(script)));
        }
        return List.copyOf(steps);
    }

    private Script parse() {
        try {
            return Script.parse(file.text(), dialect.syntax(), KEYS);
        } catch (SqlSyntaxException e) {
            throw e.in(file.path());
        }
    }

    private boolean isOutside(Directed part) {
        Optional<Directive> transaction = part.directive(TRANSACTION);
        transaction.ifPresent(directive -> {
            if (!directive.value().equals(NONE)) {
                throw failure(
                        "a step runs in a transaction or in none, not in \"" + directive.value() + "\"",
                        "write -- decant: transaction none, or remove the line",
                        directive.line(),
                        directive.column());
            }
        });
        return transaction.isPresent();
    }

    private void checkLimits(Directed part) {
        for (String key : List.of(LOCK_TIMEOUT, STATEMENT_TIMEOUT)) {
            Optional<Directive> directive = part.directive(key);
            if (directive
                    .filter(said -> TimeLimits.duration(said.value()).isEmpty())
                    .isPresent()) {
                throw failure(
                        "\"" + directive.get().value() + "\" is not a length of time",
                        "write one such as 500ms, 5s, 2min, 1h, or none",
                        directive.get().line(),
                        directive.get().column());
            }
        }
    }

    /** What a part of a file says about how long its statements may wait and run. */
    static TimeLimits limits(Directed part) {
        return new TimeLimits(limit(part, LOCK_TIMEOUT), limit(part, STATEMENT_TIMEOUT));
    }

    private static Optional<Duration> limit(Directed part, String key) {
        return part.directive(key).flatMap(directive -> TimeLimits.duration(directive.value()));
    }

    private void requireNoPlaceholders(Directed part) {
        part.directive(PLACEHOLDERS).ifPresent(directive -> {
            throw failure(
                    "placeholders are for a whole file",
                    "put the line at the beginning of the file",
                    directive.line(),
                    directive.column());
        });
    }

    private void check(ScriptStatement statement) {
        checkLimits(statement);
        requireNoPlaceholders(statement);
        statement.directive(TRANSACTION).ifPresent(directive -> {
            throw failure(
                    "what is said about the transaction holds for a whole step",
                    "put a line -- decant: step NAME before it",
                    directive.line(),
                    directive.column());
        });
        if (statement.directive(JAVA).isEmpty() && dialect.traits().controlsTransaction(statement.text())) {
            throw failure(
                    "a migration does not begin or end a transaction",
                    "remove the statement: each step has its transaction, see -- decant: step NAME and -- decant: transaction none",
                    statement.line(),
                    statement.column());
        }
    }

    private void read(ScriptSection section, boolean outside, TimeLimits limits) {
        List<ScriptStatement> together = new ArrayList<>();
        int part = 1;
        for (ScriptStatement statement : section.statements()) {
            boolean alone = !outside && dialect.traits().runsOutsideTransaction(statement.text());
            if (alone && !together.isEmpty()) {
                add(section, part++, !outside, limits, together);
                together.clear();
            }
            together.add(statement);
            if (alone) {
                add(section, part++, false, limits, together);
                together.clear();
            }
        }
        if (!together.isEmpty()) {
            add(section, part, !outside, limits, together);
        }
    }

    private void add(
            ScriptSection section,
            int part,
            boolean transactional,
            TimeLimits limits,
            List<ScriptStatement> statements) {
        Optional<Directive> heading = section.heading();
        String base = heading.map(Directive::value).orElse(STEP);
        String name = heading.isPresent() && part == 1 ? base : base + "-" + part;
        if (!names.add(name)) {
            ScriptStatement first = statements.getFirst();
            throw failure(
                    "there are two steps \"" + name + "\"",
                    "give each its own name",
                    heading.map(Directive::line).orElse(first.line()),
                    heading.map(Directive::column).orElse(first.column()));
        }
        steps.add(new SqlStep(name, transactional, fills, limits, statements));
    }

    private DecantException failure(String what, String next, int line, int column) {
        return Failure.of("DCT-221", what)
                .at(file.path() + ":" + line + ":" + column)
                .next(next)
                .exception();
    }
}
