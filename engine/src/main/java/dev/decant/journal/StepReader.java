package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.Directive;
import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.ScriptPart;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.SqlSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a file of SQL apart into steps; of a large one it holds no more than a statement. */
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
    private final Statements all;
    private final List<SqlStep> steps = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Directive> ofScript = new ArrayList<>();
    private final List<Directive> ofSection = new ArrayList<>();
    private Optional<Directive> heading = Optional.empty();
    /** The number of the step in its section, and of the first and the last statement of it in the file. */
    private int part = 1;

    private int first;
    private int last;
    private int openingLine;
    private int openingColumn;

    StepReader(SqlFile file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.all = switch (file.content()) {
            case HeldText held -> new HeldStatements(new ArrayList<>());
            case StoredText stored -> new StoredStatements.Reading(this::parts);
        };
    }

    /** The statements of the file, as far as they are read. */
    sealed interface Statements permits HeldStatements, StoredStatements.Reading {
        void add(ScriptStatement statement);

        /** So many statements from a number on, from 0. */
        List<ScriptStatement> slice(int first, int count);
    }

    private record HeldStatements(List<ScriptStatement> statements) implements Statements {
        @Override
        public void add(ScriptStatement statement) {
            statements.add(statement);
        }

        @Override
        public List<ScriptStatement> slice(int first, int count) {
            return List.copyOf(statements.subList(first, first + count));
        }
    }

    List<SqlStep> read() {
        try {
            parts().forEachRemaining(this::read);
        } catch (SqlSyntaxException e) {
            throw e.in(file.path());
        }
        endStep(!isOutside());
        return List.copyOf(steps);
    }

    private Iterator<ScriptPart> parts() {
        return ScriptPart.read(file.content().pieces(), dialect.syntax(), KEYS);
    }

    private void read(ScriptPart next) {
        switch (next) {
            case ScriptPart.Heading(Directive directive) -> begin(directive);
            case ScriptPart.Setting(Directive directive) -> set(directive);
            case ScriptPart.Next(ScriptStatement statement) -> read(statement);
        }
    }

    private void begin(Directive directive) {
        endStep(!isOutside());
        heading = Optional.of(directive);
        ofSection.clear();
        part = 1;
    }

    private void set(Directive directive) {
        checkLimit(directive);
        if (directive.key().equals(TRANSACTION) && !directive.value().equals(NONE)) {
            throw failure(
                    "a step runs in a transaction or in none, not in \"" + directive.value() + "\"",
                    "write -- decant: transaction none, or remove the line",
                    directive);
        }
        if (heading.isPresent()) {
            requireNoPlaceholders(directive);
            ofSection.add(directive);
        } else {
            ofScript.add(directive);
        }
    }

    private void read(ScriptStatement statement) {
        check(statement);
        boolean alone = !isOutside() && dialect.traits().runsOutsideTransaction(statement.text());
        if (alone) {
            endStep(true);
        }
        all.add(statement);
        if (last++ == first) {
            openingLine = statement.line();
            openingColumn = statement.column();
        }
        if (alone) {
            endStep(false);
        }
    }

    private boolean isOutside() {
        return isSet(TRANSACTION, ofScript) || isSet(TRANSACTION, ofSection);
    }

    private static boolean isSet(String key, List<Directive> directives) {
        return directives.stream().anyMatch(directive -> directive.key().equals(key));
    }

    private void checkLimit(Directive directive) {
        boolean limits = directive.key().equals(LOCK_TIMEOUT) || directive.key().equals(STATEMENT_TIMEOUT);
        if (limits && TimeLimits.duration(directive.value()).isEmpty()) {
            throw failure(
                    "\"" + directive.value() + "\" is not a length of time",
                    "write one such as 500ms, 5s, 2min, 1h, or none",
                    directive);
        }
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

    private void requireNoPlaceholders(Directive directive) {
        if (directive.key().equals(PLACEHOLDERS)) {
            throw failure("placeholders are for a whole file", "put the line at the beginning of the file", directive);
        }
    }

    private void check(ScriptStatement statement) {
        for (Directive directive : statement.directives()) {
            checkLimit(directive);
            requireNoPlaceholders(directive);
            if (directive.key().equals(TRANSACTION)) {
                throw failure(
                        "what is said about the transaction holds for a whole step",
                        "put a line -- decant: step NAME before it",
                        directive);
            }
        }
        if (statement.directive(JAVA).isEmpty() && dialect.traits().controlsTransaction(statement.text())) {
            throw failure(
                    "a migration does not begin or end a transaction",
                    "remove the statement: each step has its transaction, see -- decant: step NAME and -- decant: transaction none",
                    statement.line(),
                    statement.column());
        }
    }

    /** What was read since the step before makes one, unless it is nothing. */
    private void endStep(boolean transactional) {
        if (last == first) {
            return;
        }
        String base = heading.map(Directive::value).orElse(STEP);
        String name = heading.isPresent() && part == 1 ? base : base + "-" + part;
        requireNew(name);
        TimeLimits limits = limits(ofSection).within(limits(ofScript));
        boolean fills = isSet(PLACEHOLDERS, ofScript);
        steps.add(new SqlStep(name, transactional, fills, limits, all.slice(first, last - first)));
        part++;
        first = last;
    }

    private void requireNew(String name) {
        if (!names.add(name)) {
            throw failure(
                    "there are two steps \"" + name + "\"",
                    "give each its own name",
                    heading.map(Directive::line).orElse(openingLine),
                    heading.map(Directive::column).orElse(openingColumn));
        }
    }

    private DecantException failure(String what, String next, Directive where) {
        return failure(what, next, where.line(), where.column());
    }

    private DecantException failure(String what, String next, int line, int column) {
        return Failure.of("DCT-221", what)
                .at(file.path() + ":" + line + ":" + column)
                .next(next)
                .exception();
    }
}
